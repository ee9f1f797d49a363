import type { Targets } from '../../model/targets.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { after, hours, type Instant } from '../../base/units.ts'
import { cellOf, hideSmall, type Cell, type Counted, type IsUnseen } from './cells.ts'
import type { Figures, Money } from '../../policy/figures.ts'
import {
  durationsOf,
  repliesBy,
  repliesOf,
  type Durations,
  type Length,
  type SeverityReplies,
} from './replies.ts'

/** A case as it is counted: nothing in it says whose it is. */
export type CountedCase = Pick<
  CaseRow,
  'severity' | 'team' | 'copies' | 'assignee' | 'channel' | 'language' | 'status' | 'openedAt'
> & {
  readonly figures: Figures
}

/** Half open: from the first instant on, up to the second and without it. */
export type Span = { readonly from: Instant; readonly to: Instant }

export const DIMENSIONS = [
  'week',
  'severity',
  'team',
  'channel',
  'language',
  'governorate',
  'material',
  'demand',
  'paid',
  'outcome',
  'status',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

export type Sum = Money & { readonly cases: number }

export type Statistics = Span & {
  readonly cases: Cell
  /**
   * A case may stand under several options of `material` and `demand`; who told nothing stands
   * under none.
   */
  readonly by: Readonly<Record<Dimension, readonly Counted[]>>
  readonly firstReply: Durations
  readonly firstReplyBy: readonly SeverityReplies[]
  readonly resolution: Durations
  /** What was demanded, in each money that at least five people named. */
  readonly money: readonly Sum[]
  /** What was paid, likewise. Of those who paid, not all told how much. */
  readonly moneyPaid: readonly Sum[]
  /** Of reports that were never sent: the question that was asked last. */
  readonly stopped: readonly Counted[]
}

export const WEEK = hours(24 * 7)
/** 1970-01-05 was a Monday; weeks begin in UTC, so that an export says the same wherever it is made. */
const FIRST_MONDAY = hours(24 * 4)

export const weekOf = (at: Instant): Instant =>
  (Math.floor((at - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY) as Instant

const keysOf = (dimension: Dimension, { figures, ...row }: CountedCase): readonly string[] => {
  switch (dimension) {
    case 'week':
      return [String(weekOf(row.openedAt))]
    case 'severity':
    case 'team':
    case 'channel':
    case 'language':
    case 'status':
      return [row[dimension]]
    case 'material':
    case 'demand':
      return figures[dimension] ?? []
    case 'governorate':
    case 'paid':
    case 'outcome': {
      const key = figures[dimension]
      return key === undefined ? [] : [key]
    }
  }
}

const countBy = (
  cases: readonly CountedCase[],
  keys: (one: CountedCase) => readonly string[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const one of cases) for (const key of keys(one)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The table of what these cases have, under the rule of small numbers. */
const tableOf = (
  cases: readonly CountedCase[],
  keys: (one: CountedCase) => readonly string[],
  isUnseen: IsUnseen<CountedCase>,
): readonly Counted[] => hideSmall(countBy(cases, keys), countBy(cases.filter(isUnseen), keys))

/** Sums of each money that at least five people named. */
export const moneyOf = <Case extends { readonly figures: Pick<Figures, 'demanded' | 'paidSum'> }>(
  of: 'demanded' | 'paidSum',
  cases: readonly Case[],
  isUnseen: IsUnseen<Case>,
): readonly Sum[] => {
  const sums = new Map<string, { hundredths: number; cases: number; unseen: number }>()
  for (const one of cases) {
    const told = one.figures[of]
    if (told === undefined) continue
    const { hundredths, currency } = told
    const sum = sums.get(currency) ?? { hundredths: 0, cases: 0, unseen: 0 }
    sums.set(currency, {
      hundredths: sum.hundredths + hundredths,
      cases: sum.cases + 1,
      unseen: sum.unseen + (isUnseen(one) ? 1 : 0),
    })
  }
  return [...sums]
    .filter(([, { cases: named, unseen }]) => cellOf(named, unseen) !== 'few')
    .map(([currency, { hundredths, cases: named }]) => ({ currency, hundredths, cases: named }))
}

/**
 * Counts the cases that were opened within the span. Whole weeks: spans that differ by one day
 * would tell of that day.
 */
export const tally = (
  targets: Targets,
  span: Span,
  all: readonly CountedCase[],
  isUnseen: IsUnseen<CountedCase> = () => false,
): Statistics => {
  const from = weekOf(span.from)
  const to = after(weekOf((span.to - 1) as Instant), WEEK)
  const cases = all.filter(({ openedAt }) => openedAt >= from && openedAt < to)
  const by = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, tableOf(cases, (one) => keysOf(dimension, one), isUnseen)]),
  ) as Statistics['by']
  const hidden = new Set(by.severity.filter((line) => line.cases === 'few').map(({ key }) => key))
  const closed = cases.flatMap((one): readonly Length[] => {
    const { openedAt, figures } = one
    return figures.closedAt === undefined
      ? []
      : [{ took: figures.closedAt - openedAt, unseen: isUnseen(one) }]
  })
  const unsent = cases.filter(({ figures }) => figures.submitted !== true)
  return {
    from,
    to,
    cases: cellOf(cases.length, cases.filter(isUnseen).length),
    by,
    firstReply: durationsOf(repliesOf(targets, cases, isUnseen)),
    firstReplyBy: repliesBy(targets, cases, hidden, isUnseen),
    resolution: durationsOf(closed),
    money: moneyOf('demanded', cases, isUnseen),
    moneyPaid: moneyOf('paidSum', cases, isUnseen),
    stopped: tableOf(unsent, ({ figures: { step } }) => (step === undefined ? [] : [step]), isUnseen),
  }
}

/** How many of all these stand where now, whenever they were opened. */
export const tallyStates = (
  all: readonly CountedCase[],
  isUnseen: IsUnseen<CountedCase>,
): readonly Counted[] => tableOf(all, (one) => keysOf('status', one), isUnseen)
