import { print } from '../bench/figures.ts'
import { readScript } from '../script.ts'

/** Known without what they stand on, which takes seconds to load. */
const WAYS: Readonly<Record<(typeof import('./run.ts').WAYS)[number] | 'laws', true>> = {
  telegram: true,
  baileys: true,
  cloud: true,
  webchat: true,
  botpress: true,
  console: true,
  laws: true,
}
const given = readScript({
  name: 'fuzz',
  about:
    'Sends made inputs by every way that something comes by, and looks that nothing answers 500 and every chain holds; one JSON line. A fault names its seed: with it and `--inputs 100` the hundred is made again. `--way laws` sends nothing: it tries the laws of the suite, each many times as often.',
  options: {
    inputs: { kind: 'text', value: 'N', about: 'so many inputs; 100,000 where not given' },
    seed: {
      kind: 'text',
      value: 'S',
      about: 'the same seed makes the same inputs; by the clock where not given',
    },
    way: { kind: 'text', value: 'W', about: `one way alone: ${Object.keys(WAYS).join(', ')}` },
  },
})
const [inputs, seed, way] = [given.number('inputs'), given.number('seed'), given.text('way')]
if (way !== undefined && !Object.hasOwn(WAYS, way))
  given.refuse(`--way "${way}" is none of ${Object.keys(WAYS).join(', ')}`)
const made = { inputs: inputs ?? 100_000, seed: seed ?? Date.now() % 1_000_000_000 }
const start = performance.now()
const seconds = (): number => Math.round((performance.now() - start) / 1000)
if (way === 'laws') {
  const outcome = (await import('./laws.ts')).runLaws(made)
  print({ fuzz: way, ...outcome, seconds: seconds() })
  process.exit(outcome.hold ? 0 : 1)
}
const { runFuzz, WAYS: ways } = await import('./run.ts')
const by = ways.filter((each) => each === way)
const outcome = await runFuzz({ ...made, ...(by.length === 0 ? {} : { by }) })
print({
  fuzz: 'all',
  ...outcome,
  faults: outcome.faults.slice(0, 20),
  faultCount: outcome.faults.length,
  seconds: seconds(),
})
process.exit(outcome.faults.length > 0 ? 1 : 0)
