import { openSummary } from '../casebook/summary.ts'
import { isErased } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { Severity } from '../../base/severity.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { Flow } from '../../model/flow.ts'
import { sayErase } from '../../policy/conversation/erase-ask.ts'
import { refusesPeople } from '../../policy/conversation/gates.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { hours, minutes, ms, type Instant, type Ms } from '../../base/units.ts'

/**
 * How long a person may have to wait: what it took in the last hours, or nothing that anybody could
 * say. What the team has set itself is no figure: it is told to nobody who waits.
 */
export type Expected = { readonly from: 'lately'; readonly length: Ms } | { readonly from: 'none' }

/** Older figures say nothing of who is on duty now. */
const LATELY = hours(6)
/** Fewer than these are chance, and could tell of one person. */
const ENOUGH = 5
/** Rows looked at of each status: in the order of a queue, so the newest of those who were answered. */
const MOST_ROWS = 200
/** Figures of a minute ago do, and a flood of messages reads the rows once. */
const FRESH = minutes(1)

const median = (lengths: readonly number[]): Ms =>
  ms(lengths.toSorted((a, b) => a - b)[Math.ceil(lengths.length / 2) - 1] ?? 0)

/**
 * How long this one waited for the first words of a person; who waits still counts with the wait so
 * far, or the figure would flatter.
 */
const waitOf = async (
  ports: Pick<CasePorts, 'sealer'>,
  row: CaseRow,
  now: Instant,
): Promise<number | undefined> => {
  if (row.waitingSince !== undefined) return now - row.waitingSince
  try {
    const summary = openSummary(row, await ports.sealer.forCase(row.caseId))
    const { askedAt, repliedAt } = summary.v === undefined ? {} : summary.figures
    return askedAt === undefined || repliedAt === undefined || repliedAt < now - LATELY
      ? undefined
      : Math.max(0, repliedAt - askedAt)
  } catch (error) {
    if (isErased(error)) return undefined
    throw error
  }
}

/** What is expected of a severity: measured where enough were answered in the last hours, else nothing. */
export const makeExpectation = (
  ports: Pick<CasePorts, 'store' | 'sealer' | 'clock'>,
): ((of: Severity) => Promise<Expected>) => {
  const known = new Map<Severity, { readonly at: Instant; readonly expected: Expected }>()

  const measure = async (severity: Severity, now: Instant): Promise<Expected> => {
    const read = (status: CaseRow['status']) =>
      ports.store.views.list(
        { status: [status], severity: [severity], from: (now - LATELY) as Instant },
        { limit: MOST_ROWS },
      )
    const pages = [await read('waiting'), await read('agent'), await read('bot'), await read('closed')]
    const waiting: number[] = []
    const answered: number[] = []
    for (const row of pages.flatMap(({ rows }) => rows)) {
      const wait = await waitOf(ports, row, now)
      if (wait !== undefined) (row.waitingSince === undefined ? answered : waiting).push(wait)
    }
    if (answered.length < ENOUGH) return { from: 'none' }
    const usual = median(answered)
    const longer = waiting.filter((wait) => wait > usual)
    return { from: 'lately', length: median([...answered, ...longer]) }
  }

  return async (severity) => {
    const now = ports.clock.now()
    const before = known.get(severity)
    if (before !== undefined && now >= before.at && now - before.at < FRESH) return before.expected
    const expected = await measure(severity, now)
    known.set(severity, { at: now, expected })
    return expected
  }
}

/** Whether everything shall go: what comes meanwhile would speak against it. */
const ERASE_ASK = sayErase().key

/** In steps that people say, never shorter than it is: five minutes up to an hour and a half, then hours. */
const inWords = (length: Ms): { readonly unit: 'minutes' | 'hours'; readonly n: number } =>
  length <= minutes(90)
    ? { unit: 'minutes', n: Math.max(1, Math.ceil(length / minutes(5))) * 5 }
    : { unit: 'hours', n: Math.ceil(length / hours(1)) }

/** Answers to who asks how long it takes, or where everybody is: the newest figure stands with them. */
const HOW_LONG = 'saying-how-long'
const ASKS_FOR_IT: ReadonlySet<string> = new Set([
  HOW_LONG,
  'saying-what-now-sent',
  'saying-here',
  'saying-arrived',
  'with-team',
  'urgent-still-here',
])

/** Nobody is told how long others waited who waits longer already. */
const lineFor = (expected: Expected, waited: number): Say => {
  if (expected.from === 'none') return { key: 'in-line-unknown' }
  if (waited > expected.length) return { key: 'in-line-longer' }
  return { key: 'in-line-lately', args: inWords(expected.length) }
}

/**
 * Who writes while they wait learns that they are in line and how long it takes: once, and again
 * whenever they ask, unless a question stands that they should answer.
 */
export const sayInLine = (flow: Flow, out: DecisionBuilder, expected: Expected | undefined): void => {
  const { before, state, events, says } = out
  const asks =
    events.some((event) => event.type === 'question_asked' || event.type === 'person_exited') ||
    says.some(({ key }) => key === ERASE_ASK)
  // Who wants nobody here is not told that somebody comes.
  if (refusesPeople(flow, state.conversation)) return
  const isAsked = says.some(({ key }) => ASKS_FOR_IT.has(key))
  if (
    expected === undefined ||
    before.hands.status !== 'waiting' ||
    (before.toldInLine && !isAsked) ||
    asks ||
    says.length === 0
  )
    return
  const since = before.wait?.marks[0]?.at ?? out.now
  const line = lineFor(expected, out.now - since)
  // That nobody knows how long it takes helps nobody who cries for help: who was called was said.
  if (state.conversation.urgent && line.key === 'in-line-unknown') return
  // "We cannot name an hour" is untrue beside one.
  if (line.key === 'in-line-lately') {
    const others = says.filter(({ key }) => key !== HOW_LONG)
    out.unsay()
    out.say(...others)
  }
  out.say(line)
}
