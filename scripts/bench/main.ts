import { parseArgs } from 'node:util'
import { benchConsole } from './console.ts'
import { benchConversation } from './conversation.ts'
import { benchDanger } from './danger.ts'
import { benchEvents } from './events.ts'
import { benchEvidence } from './evidence.ts'
import { benchFacts } from './facts.ts'
import { benchFlood } from './flood.ts'
import { benchFingerprint } from './fingerprint.ts'
import { benchIntake } from './intake.ts'
import { benchPeople } from './people.ts'
import { benchQuestions } from './questions.ts'
import { benchMemory } from './process.ts'
import { benchReading } from './reading.ts'
import { benchSayings } from './sayings.ts'
import { benchSealing } from './sealing.ts'
import { benchStart } from './start.ts'
import { benchStoreMongo } from './store-mongo.ts'
import { benchStore } from './store.ts'
import { benchTelegram } from './telegram.ts'
import { benchWhatsapp } from './whatsapp.ts'

type Given = { readonly cases?: number; readonly dir?: string; readonly each?: boolean }

/**
 * `npm run bench [-- NAME... [--cases N] [--dir DIR] [--each]]`: every figure beside a peer or a
 * limit measured in the same run, as JSON lines.
 */
const BENCHES: Readonly<Record<string, (given: Given) => Promise<void>>> = {
  telegram: benchTelegram,
  whatsapp: benchWhatsapp,
  conversation: benchConversation,
  intake: benchIntake,
  danger: benchDanger,
  sayings: benchSayings,
  facts: benchFacts,
  store: benchStore,
  'store-mongo': benchStoreMongo,
  sealing: benchSealing,
  fingerprint: benchFingerprint,
  events: benchEvents,
  evidence: benchEvidence,
  console: benchConsole,
  start: benchStart,
  memory: benchMemory,
  flood: benchFlood,
}
/** Asks for files of its own: only where it is named. */
const NAMED: Readonly<Record<string, (given: Given) => Promise<void>>> = {
  people: benchPeople,
  questions: benchQuestions,
  reading: benchReading,
}
const ALL = { ...BENCHES, ...NAMED }

const { positionals: names, values } = parseArgs({
  options: { cases: { type: 'string' }, dir: { type: 'string' }, each: { type: 'boolean' } },
  allowPositionals: true,
})
const cases = Number(values.cases)
const given: Given = {
  ...(Number.isSafeInteger(cases) && cases > 0 ? { cases } : {}),
  ...(values.dir === undefined ? {} : { dir: values.dir }),
  ...(values.each === undefined ? {} : { each: values.each }),
}
const unknown = names.filter((name) => ALL[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`bench: there is ${Object.keys(ALL).join(', ')}\n`)
  process.exitCode = 2
} else for (const name of names.length > 0 ? names : Object.keys(BENCHES)) await ALL[name]?.(given)
