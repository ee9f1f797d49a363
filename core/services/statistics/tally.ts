import { isNight, type Targets } from '../../model/targets.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { after, hours, type Instant, type Ms } from '../../base/units.ts'
import { cellOf, hideSmall, LEAST, type Cell, type Counted } from './cells.ts'
import type { Figures, Money } from '../../policy/figures.ts'

/** A case as it is counted: nothing in it says whose it is. */
export type CountedCase = Pick<
  CaseRow,
  'severity' | 'team' | 'channel' | 'language' | 'status' | 'openedAt'
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

/**
 * Of those that got so far; nothing where fewer than five did. `within`: as soon as the target of
 * their severity asks.
 */
export type Durations = { readonly of: Cell; readonly median?: Ms; readonly p90?: Ms; readonly within?: Cell }

export type Statistics = Span & {
  readonly cases: Cell
  /**
   * A case may stand under several options of `material` and `demand`; who told nothing stands
   * under none.
   */
  readonly by: Readonly<Record<Dimension, readonly Counted[]>>
  readonly firstReply: Durations
  readonly resolution: Durations
  /** What was demanded, in each money that at least five people named. */
  readonly money: readonly Sum[]
  /** What was paid, likewise. Of those who paid, not all told how much. */
  readonly moneyPaid: readonly Sum[]
  /** Of reports that were never sent: the question that was asked last. */
  readonly stopped: readonly Counted[]
}

const WEEK = hours(24 * 7)
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

/** The value below which `share` of all lie, the nearest there is. */
const quantile = (sorted: readonly number[], share: number): Ms =>
  (sorted[Math.ceil(sorted.length * share) - 1] ?? 0) as Ms

const durationsOf = (lengths: readonly { readonly took: number; readonly within?: boolean }[]): Durations => {
  const of = cellOf(lengths.length)
  if (lengths.length < LEAST) return { of }
  const sorted = lengths.map(({ took }) => took).toSorted((a, b) => a - b)
  const within = lengths.filter((one) => one.within === true).length
  const measured = lengths.some((one) => one.within !== undefined)
  // The others, late ones, must not be worked out either.
  const shown: Cell = cellOf(within) === 'few' || cellOf(lengths.length - within) === 'few' ? 'few' : within
  return {
    of,
    median: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
    ...(measured ? { within: shown } : {}),
  }
}

const targetAt = (targets: Targets, { severity }: CountedCase, at: Instant): Instant => {
  const { reply, replyAtNight } = targets[severity]
  return after(at, isNight(targets, at) ? (replyAtNight ?? reply) : reply)
}

const repliesOf = (targets: Targets, cases: readonly CountedCase[]) =>
  cases.flatMap((one) => {
    const { askedAt, repliedAt } = one.figures
    if (askedAt === undefined || repliedAt === undefined || repliedAt < askedAt) return []
    return [{ took: repliedAt - askedAt, within: repliedAt <= targetAt(targets, one, askedAt) }]
  })

/** Sums of each money that at least five people named. */
export const moneyOf = (
  of: 'demanded' | 'paidSum',
  cases: readonly { readonly figures: Pick<Figures, 'demanded' | 'paidSum'> }[],
): readonly Sum[] => {
  const sums = new Map<string, { hundredths: number; cases: number }>()
  for (const { figures } of cases) {
    const told = figures[of]
    if (told === undefined) continue
    const { hundredths, currency } = told
    const sum = sums.get(currency) ?? { hundredths: 0, cases: 0 }
    sums.set(currency, { hundredths: sum.hundredths + hundredths, cases: sum.cases + 1 })
  }
  return [...sums].filter(([, sum]) => sum.cases >= LEAST).map(([currency, sum]) => ({ currency, ...sum }))
}

/**
 * Counts the cases that were opened within the span. Whole weeks: spans that differ by one day
 * would tell of that day.
 */
export const tally = (targets: Targets, span: Span, all: readonly CountedCase[]): Statistics => {
  const from = weekOf(span.from)
  const to = after(weekOf((span.to - 1) as Instant), WEEK)
  const cases = all.filter(({ openedAt }) => openedAt >= from && openedAt < to)
  const by = DIMENSIONS.map(
    (dimension) => [dimension, hideSmall(countBy(cases, (one) => keysOf(dimension, one)))] as const,
  )
  const closed = cases.flatMap(({ openedAt, figures: { closedAt } }) =>
    closedAt === undefined ? [] : [{ took: closedAt - openedAt }],
  )
  const unsent = cases.filter(({ figures }) => figures.submitted !== true)
  return {
    from,
    to,
    cases: cellOf(cases.length),
    by: Object.fromEntries(by) as Statistics['by'],
    firstReply: durationsOf(repliesOf(targets, cases)),
    resolution: durationsOf(closed),
    money: moneyOf('demanded', cases),
    moneyPaid: moneyOf('paidSum', cases),
    stopped: hideSmall(countBy(unsent, ({ figures: { step } }) => (step === undefined ? [] : [step]))),
  }
}
