import { commitTo } from './store-mongo.ts'
import { summarise } from './store-turn.ts'

/**
 * One of two workers over one database; the address comes by the environment, since it may hold a
 * password.
 */
const [name = '', size = ''] = process.argv.slice(2)
const { ours } = await commitTo(process.env['BENCH_URI'] ?? '', name, JSON.parse(size))
process.stdout.write(JSON.stringify(summarise(ours)))
