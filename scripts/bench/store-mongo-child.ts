import { commitTo } from './store-mongo.ts'
import { summarise } from './store-turn.ts'

/**
 * One of two workers over one database; the address comes by the environment, since it may hold a
 * password.
 */
const { ours } = await commitTo(process.env['BENCH_URI'] ?? '', process.argv[2] ?? 'child')
process.stdout.write(JSON.stringify(summarise(ours)))
