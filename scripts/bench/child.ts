import { BENCHES } from './benches.ts'
import { setUp, type Given } from './figures.ts'

/** One bench, in a process of its own: `child.ts NAME GIVEN`. Tells by IPC which part begins. */
const [name = '', given = '{}'] = process.argv.slice(2)
const asked = JSON.parse(given) as Given

// Whoever would stop this group is gone.
process.once('disconnect', () => void process.kill(-process.pid, 'SIGKILL'))
setUp((part) => void process.send?.(part), asked)
const run = await BENCHES[name]?.load()
await run?.(asked)
process.exit()
