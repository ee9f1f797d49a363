import { parseArgs } from 'node:util'
import { print } from '../bench/fake-process.ts'
import { runFuzz, WAYS } from './run.ts'

/**
 * `npm run fuzz [-- --inputs N --seed S --way W]`: one JSON line. A fault names its seed: with it
 * and `--inputs 100` the hundred is made again.
 */
const { values } = parseArgs({
  options: { inputs: { type: 'string' }, seed: { type: 'string' }, way: { type: 'string' } },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000_000)
const by = WAYS.filter((way) => way === values.way)
const start = performance.now()
const outcome = await runFuzz({
  inputs: Number(values.inputs ?? 100_000),
  seed,
  ...(by.length === 0 ? {} : { by }),
})
print({
  fuzz: 'all',
  ...outcome,
  faults: outcome.faults.slice(0, 20),
  faultCount: outcome.faults.length,
  seconds: Math.round((performance.now() - start) / 1000),
})
process.exit(outcome.faults.length > 0 ? 1 : 0)
