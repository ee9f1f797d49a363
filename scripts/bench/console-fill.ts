import { makeCasebook, type Casebook } from '../../core/services/casebook/casebook.ts'
import type { Decision } from '../../core/services/casebook/decision.ts'
import { SEVERITIES } from '../../core/base/severity.ts'
import type { CaseEvent } from '../../core/model/events.ts'
import { extractIdentifiers } from '../../core/text/identifiers/extract.ts'
import { matchKeys } from '../../core/text/identifiers/identifier.ts'
import type { AgentId, CaseCode, CaseId, InboundId } from '../../core/base/ids.ts'
import type { Inbound } from '../../core/base/message.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { after, hours, instant, ms, type Instant } from '../../core/base/units.ts'
import { teams } from '../../bots/amin/teams.ts'
import type { Foundation } from '../../bots/foundation.ts'

/** Cases that are written side by side: as many as share one fsync at best. */
const AT_ONCE = 256
/**
 * Below the time after which a draft ends by itself, so that the program that is measured has
 * nothing overdue to do.
 */
const SPREAD = hours(40)
/** Of a hundred cases: closed, still with the bot, waiting; the rest is with agents. */
const SHARES = { closed: 85, bot: 95, waiting: 98 }
const RARE_WORDS = 20_000
/**
 * Who writes to be helped writes little at a time. What is as long as a script of blackmailers is looked for
 * in every other case (core/model/scripts.ts), and so it must not be the same few words in all of them: the
 * program would look for days before it is at rest.
 */
const LONG_ONE_IN = 50
/** Stands in every message. */
const HEARD = 'يهددني'
const LETTERS = 'ابتثجحخدرزسشصطعغفقكلمنهوي'
const COMMON =
  'شخص تعرفت عليه قبل شهر يهددني بنشر صوري وفيديو اذا لم ادفع له مبلغ ارسلت التحويل مرتين ثم طلب اكثر عنده ارقام اهلي واصدقائي يكتب لي كل ليلة خائفة ولا اعرف ماذا افعل اخذ حسابي وغير كلمة السر'.split(
    ' ',
  )

/** What was filled in, for asking about it. */
export type Filled = {
  readonly codes: readonly CaseCode[]
  /** Words that stand in few cases, and one that stands in nearly all. */
  readonly rare: readonly string[]
  readonly common: string
  readonly handles: readonly string[]
  readonly entries: number
  readonly seconds: number
}

/** The same every time: figures of two runs can be compared. */
const makeDice = (seed: number): ((sides: number) => number) => {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const rareWord = (n: number): string => {
  let word = ''
  for (let rest = n + LETTERS.length ** 3; rest > 0; rest = Math.floor(rest / LETTERS.length))
    word += LETTERS[rest % LETTERS.length] ?? ''
  return `${word}ون`
}

const makeMessage = (chat: string, n: number, text: string, at: Instant): Inbound => ({
  v: 1,
  channel: 'telegram',
  account: '7',
  chat,
  message: String(n),
  edit: 0,
  sentAt: at,
  from: { language: 'ar' },
  body: { kind: 'text', text: untrusted(text) },
})

/** A clock that a case's time is set on while it is written. */
type SetClock = { readonly now: () => Instant; readonly set: (at: Instant) => void }
const makeSetClock = (): SetClock => {
  let at = instant(0)
  return { now: () => at, set: (next) => (at = next) }
}

/**
 * `count` cases through the same casebook that the bot and the console write with: sealed, chained,
 * with rows, marks and words for the search. Only the receiver is left out, and nothing is said to
 * anybody. `agents` hold what is in work.
 */
export const fillCases = async (
  { ports }: Foundation,
  agents: readonly { readonly id: AgentId; readonly name: string }[],
  count: number,
  progress: (done: number) => void,
): Promise<Filled> => {
  const roll = makeDice(7)
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T
  const began = performance.now()
  const from = Date.now() - SPREAD
  const codes: CaseCode[] = []
  const rare: string[] = []
  const handles: string[] = []
  let entries = 0

  const told = (caseId: string, n: number, at: Instant): readonly CaseEvent[] => {
    const isLong = roll(LONG_ONE_IN) === 0
    const words = [
      HEARD,
      ...Array.from({ length: 3 }, () => pick(COMMON)),
      ...Array.from({ length: isLong ? 25 : 3 }, () => rareWord(roll(RARE_WORDS))),
    ]
    const handle = `@person_${caseId.slice(-6).toLowerCase()}${n}`
    if (n === 0 && handles.length < 1_000) handles.push(handle)
    if (rare.length < 1_000) rare.push(words.at(-1) ?? '')
    const text = `${words.join(' ')} ${n === 0 ? handle : ''}`.trim()
    const inbound = `${caseId}.${n}` as InboundId
    const identifiers = n === 0 ? extractIdentifiers(text, ports.checks) : []
    const marked = identifiers.map((one) => ({
      ...one,
      marks: matchKeys(one).map((key) => ports.hasher.keyed('identifier', key)),
    }))
    return [
      { type: 'message_received', inbound, message: makeMessage(caseId, n, text, at) },
      ...(marked.length === 0 ? [] : [{ type: 'identifiers_found', inbound, identifiers: marked } as const]),
    ]
  }

  const write = async (n: number, clock: SetClock, casebook: Casebook): Promise<void> => {
    const caseId = ports.random.id() as CaseId
    const code = ports.random.code(8) as CaseCode
    const agent = pick(agents)
    const share = roll(100)
    const severity = SEVERITIES[Math.min(3, Math.floor(Math.sqrt(roll(16))))] ?? 'P4'
    const team = roll(10) === 0 ? undefined : pick(teams)
    const language = pick(LANGUAGES)
    let at = instant(from + Math.floor((SPREAD * n) / count))
    const say = async (decide: (at: Instant) => Decision): Promise<void> => {
      at = after(at, ms(1_000 + roll(60_000)))
      const decision = decide(at)
      clock.set(at)
      await casebook.append(caseId, () => decision)
      entries += 1
    }
    if (codes.length < 5_000 || roll(20) === 0) codes.push(code)
    await say((now) => ({
      actor: 'person',
      events: [{ type: 'case_opened', code, channel: 'telegram', language }, ...told(caseId, 0, now)],
    }))
    await say((now) => ({ actor: 'person', events: told(caseId, 1, now) }))
    const judged: CaseEvent[] = [
      ...(severity === 'P4'
        ? []
        : [{ type: 'severity_judged', severity, reasons: [], ruled: severity } as const]),
      ...(team === undefined ? [] : [{ type: 'case_transferred', agent: agent.id, to: { team } } as const]),
    ]
    if (share < SHARES.closed)
      await say(() => ({
        actor: `agent:${agent.id}`,
        events: [...judged, { type: 'case_closed', agent: agent.id, outcome: 'withdrawn' }],
      }))
    else if (share < SHARES.bot)
      await say(() => ({
        actor: `agent:${agent.id}`,
        events: [...judged, { type: 'case_released', agent: agent.id, to: 'bot' }],
      }))
    else if (share < SHARES.waiting)
      await say(() => ({
        actor: 'person',
        events: [...judged, { type: 'handoff_requested', why: 'person' }],
      }))
    else
      await say(() => ({
        actor: `agent:${agent.id}`,
        events: [...judged, { type: 'case_claimed', agent: agent.id, alias: agent.name }],
      }))
    casebook.forget(caseId)
  }

  let next = 0
  // A clock and a casebook each: the times of one case are not those of its neighbours.
  const work = async (): Promise<void> => {
    const clock = makeSetClock()
    const casebook = makeCasebook({ ...ports, clock })
    for (let n = next++; n < count; n = next++) {
      await write(n, clock, casebook)
      if (n % 5_000 === 0) progress(n)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { codes, rare, common: HEARD, handles, entries, seconds: (performance.now() - began) / 1_000 }
}

/** One case with `count` short messages, an entry each as they come in, held by `agent`. */
export const fillThread = async (
  { ports }: Foundation,
  agent: { readonly id: AgentId; readonly name: string },
  count: number,
): Promise<CaseCode> => {
  const casebook = makeCasebook(ports)
  const roll = makeDice(11)
  const caseId = ports.random.id() as CaseId
  const code = ports.random.code(8) as CaseCode
  await casebook.append(caseId, () => ({
    actor: 'person',
    events: [{ type: 'case_opened', code, channel: 'telegram', language: 'ar' }],
  }))
  await casebook.append(caseId, () => ({
    actor: `agent:${agent.id}`,
    events: [{ type: 'case_claimed', agent: agent.id, alias: agent.name }],
  }))
  for (let n = 0; n < count; n += 1) {
    const text = Array.from({ length: 3 + roll(8) }, () => COMMON[roll(COMMON.length)] ?? '').join(' ')
    await casebook.append(caseId, () =>
      n % 3 === 0
        ? { actor: `agent:${agent.id}`, events: [], agentSays: { agent: agent.id, alias: agent.name, text } }
        : {
            actor: 'person',
            events: [
              {
                type: 'message_received',
                inbound: `${caseId}.${n}` as InboundId,
                message: makeMessage(caseId, n, text, ports.clock.now()),
              },
            ],
          },
    )
  }
  return code
}
