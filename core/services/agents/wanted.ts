import { openErasure } from '../../model/erasure-request.ts'
import type { AgentId, CaseCode } from '../../base/ids.ts'
import { never } from '../../base/never.ts'
import type { Store } from '../../ports/store/store.ts'
import type { CaseFilter, CaseRow } from '../../ports/store/views.ts'
import type { Instant } from '../../base/units.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { DeskAgent } from '../../base/member.ts'
import { stateOfRow } from './queue.ts'
import { moreUrgent, type Severity } from '../../base/severity.ts'
import type { CaseState } from '../../model/state.ts'
import { mentionMark, WANTED_MARK } from '../../model/wanted-mark.ts'
import { unansweredWish } from '../../model/held-wish.ts'
import { backSince } from '../../model/unread.ts'

/**
 * What waits for an answer of the team itself. `help`: whoever holds the case wants a supervisor.
 * `erasure`, `export`: somebody asked, and somebody else has to agree. `late`: a person in danger
 * waits longer than was promised. `hold`: a person wants everything erased, and a hold keeps it. `promise`: a person was told a time, it came, and nobody wrote.
 * `back`: a person wrote again after a silence. `task`: what was to be done by now. `network`: a case came
 * that hangs together with a network that was dismantled. `mention`: a colleague named this one in a
 * note that they have not seen.
 */
export const WANTED = [
  'late',
  'help',
  'promise',
  'back',
  'task',
  'mention',
  'network',
  'hold',
  'erasure',
  'export',
] as const
export type WantedKind = (typeof WANTED)[number]

/** `by`: who asks. `at`: since when it waits; of `late`, when somebody should have come. */
export type Wanted = {
  readonly kind: WantedKind
  readonly code: CaseCode
  readonly severity: Severity
  readonly at: Instant
  readonly by?: AgentId
  /** Whose alone it is; otherwise of everybody who may. */
  readonly of?: AgentId
  /** The place of the note that names them, `<seq>.<n>`. */
  readonly note?: string
}

/** What of it a member may answer, by their role. */
export type Answers = { readonly work: boolean; readonly supervise: boolean; readonly approve: boolean }

/** `next`: when time alone adds something; nothing where it does not. */
export type WantedList = { readonly wanted: readonly Wanted[]; readonly next?: Instant }

/** More than anybody answers in a day; of what names a member as many again. */
const MOST = 500
/** A night with more people in danger than this shows the first of them; all stand in the queue. */
const MOST_LATE = 100

/** What is owed in one case, by who holds it or, where nobody does, by whoever comes; also what is due later. */
const owedIn = (state: CaseState): readonly Wanted[] => {
  const { code, severity, work, hands } = state
  if (hands.status === 'closed') return []
  const of = hands.status === 'agent' ? { of: hands.agent } : {}
  const found = (kind: WantedKind, at: Instant | undefined): readonly Wanted[] =>
    at === undefined ? [] : [{ kind, code, severity, at, ...of }]
  const due = work.tasks.flatMap(({ dueAt, doneAt }) =>
    dueAt === undefined || doneAt !== undefined ? [] : [dueAt],
  )
  return [
    ...found('promise', work.promised?.at),
    ...found('back', backSince(state)),
    ...found('task', due.length === 0 ? undefined : (Math.min(...due) as Instant)),
  ]
}

/** What waits in one case now. `twoPersons`: bundles have to be agreed to. */
const openIn = (state: CaseState, now: Instant, twoPersons: boolean): readonly Wanted[] => {
  const { code, severity, work } = state
  const { request } = state.handover
  const erasure = openErasure(state, now)
  const found: Wanted[] = []
  if (work.help !== undefined)
    found.push({ kind: 'help', code, severity, at: work.help.at, by: work.help.agent })
  const wish = unansweredWish(state)
  if (wish !== undefined) found.push({ kind: 'hold', code, severity, at: wish })
  if (erasure !== undefined) found.push({ kind: 'erasure', code, severity, at: erasure.at, by: erasure.by })
  if (twoPersons && request !== undefined && request.answer === undefined)
    found.push({ kind: 'export', code, severity, at: request.at, by: request.by as AgentId })
  for (const { whom, by, note, at } of work.mentions)
    found.push({ kind: 'mention', code, severity, at, by, of: whom, note })
  return [...found, ...owedIn(state)]
}

/** Who asks does not answer as well; and nobody is shown what is not theirs to answer. */
const isFor = ({ kind, by, of }: Wanted, reader: DeskAgent, may: Answers): boolean => {
  switch (kind) {
    case 'late':
    case 'promise':
    case 'back':
    case 'task':
      return may.work && (of === undefined || of === reader.id)
    case 'mention':
      return of === reader.id
    case 'help':
      return may.supervise && by !== reader.id
    case 'network':
    case 'hold':
      return may.supervise
    case 'erasure':
    case 'export':
      return may.approve && by !== reader.id
    default:
      return never(kind)
  }
}

/** People in danger first, then colleagues, then papers; among them the gravest, then what waits longest. */
const order = (a: Wanted, b: Wanted): number =>
  WANTED.indexOf(a.kind) - WANTED.indexOf(b.kind) ||
  (a.severity === b.severity ? a.at - b.at : moreUrgent(a.severity, b.severity) === a.severity ? -1 : 1)

type Tools = {
  readonly store: Pick<Store, 'views'>
  readonly casebook: Pick<Casebook, 'load'>
  /** Rows as the reader may see them. */
  readonly rows: (
    filter: CaseFilter,
    page: { readonly limit: number },
    reader: DeskAgent | undefined,
  ) => Promise<{ readonly rows: readonly CaseRow[] }>
  readonly isHiddenRow: (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>
  /** Cases that came after a network was dismantled, as far as the reader may see them. */
  readonly alarms: (reader: DeskAgent) => Promise<readonly { readonly row: CaseRow; readonly at: Instant }[]>
  /** How many cases are looked into for the team, and how many for who is named; `MOST` where unsaid. */
  readonly most?: number
}

export const makeWanted = ({ store, casebook, rows, isHiddenRow, alarms, most = MOST }: Tools) => {
  const openFor = async (
    reader: DeskAgent,
    now: Instant,
    twoPersons: boolean,
  ): Promise<readonly Wanted[]> => {
    const [team, own] = await Promise.all([
      store.views.marked([WANTED_MARK], most),
      store.views.marked([mentionMark(reader.id)], most),
    ])
    const rowsOfAll = await store.views.byIds([...new Set([...team, ...own])])
    const found = rowsOfAll.map(async (row) => {
      if (row.status === 'erased' || (await isHiddenRow(reader, row))) return []
      const state = await stateOfRow(casebook, row)
      return typeof state === 'object' ? openIn(state, now, twoPersons) : []
    })
    return (await Promise.all(found)).flat()
  }

  /**
   * What waits for this member of the team, and for nobody else of those who see the same cases but
   * may not answer.
   */
  return async (
    reader: DeskAgent,
    may: Answers,
    { now, twoPersons }: { readonly now: Instant; readonly twoPersons: boolean },
  ): Promise<WantedList> => {
    const inDanger = async (status: 'waiting' | 'agent') =>
      may.work ? rows({ status: [status], severity: ['P1'] }, { limit: MOST_LATE }, reader) : { rows: [] }
    const [open, waiting, held, matched] = await Promise.all([
      openFor(reader, now, twoPersons),
      inDanger('waiting'),
      // Whoever holds it has not answered a danger.
      inDanger('agent'),
      may.supervise ? alarms(reader) : [],
    ])
    const due = [...waiting.rows, ...held.rows].flatMap(({ code, severity, dueAt }) =>
      dueAt === undefined ? [] : [{ kind: 'late' as const, code, severity, at: dueAt }],
    )
    const news = matched.map(({ row: { code, severity }, at }) => ({
      kind: 'network' as const,
      code,
      severity,
      at,
    }))
    const mine = [...open, ...due, ...news].filter((one) => isFor(one, reader, may))
    const wanted = mine.filter(({ at }) => at <= now).toSorted(order)
    const next = mine.map(({ at }) => at).filter((at) => at > now)
    return { wanted, ...(next.length === 0 ? {} : { next: Math.min(...next) as Instant }) }
  }
}
