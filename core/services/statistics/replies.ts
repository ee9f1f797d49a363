import type { Severity } from '../../base/severity.ts'
import { after, type Instant, type Ms } from '../../base/units.ts'
import { isNight, type Targets } from '../../model/targets.ts'
import type { Figures } from '../../policy/figures.ts'
import { cellOf, LEAST, type Cell } from './cells.ts'

/**
 * Of those that got so far; nothing where fewer than five did. `within`: as soon as the target of
 * their severity asks.
 */
export type Durations = { readonly of: Cell; readonly median?: Ms; readonly p90?: Ms; readonly within?: Cell }

type Length = { readonly took: number; readonly within?: boolean }
type Answered = { readonly severity: Severity; readonly figures: Figures }

/** The value below which `share` of all lie, the nearest there is. */
const quantile = (sorted: readonly number[], share: number): Ms =>
  (sorted[Math.ceil(sorted.length * share) - 1] ?? 0) as Ms

export const durationsOf = (lengths: readonly Length[]): Durations => {
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

const targetAt = (targets: Targets, severity: Severity, at: Instant): Instant => {
  const { reply, replyAtNight } = targets[severity]
  return after(at, isNight(targets, at) ? (replyAtNight ?? reply) : reply)
}

/** From the call for a person to their first words, of who got any. */
export const repliesOf = (targets: Targets, cases: readonly Answered[]): readonly Required<Length>[] =>
  cases.flatMap(({ severity, figures: { askedAt, repliedAt } }) => {
    if (askedAt === undefined || repliedAt === undefined || repliedAt < askedAt) return []
    return [{ took: repliedAt - askedAt, within: repliedAt <= targetAt(targets, severity, askedAt) }]
  })

export type SeverityReplies = Durations & { readonly key: Severity }

type Row = { readonly key: Severity; readonly lengths: readonly Required<Length>[]; readonly late: number }

const isShowable = (count: number): boolean => cellOf(count) !== 'few'
const sumOf = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)

/**
 * First replies of each severity. Their sums are known (of all cases how many were answered, and
 * how many in time), so a row that is hidden takes the next smallest with it until neither who was
 * answered, nor who in time, nor who late can be worked out of what is left. `hidden`: severities
 * whose number of cases is not shown, which a shown row would bound.
 */
export const repliesBy = (
  targets: Targets,
  cases: readonly Answered[],
  hidden: ReadonlySet<string>,
): readonly SeverityReplies[] => {
  const keys = [...new Set(cases.map(({ severity }) => severity))].toSorted()
  const rows = keys.map((key): Row => {
    const lengths = repliesOf(
      targets,
      cases.filter(({ severity }) => severity === key),
    )
    return { key, lengths, late: lengths.filter(({ within }) => !within).length }
  })
  const soonOf = ({ lengths, late }: Row): number => lengths.length - late
  const isSafe = (group: readonly Row[]): boolean =>
    group.length > 1 &&
    sumOf(group, ({ lengths }) => lengths.length) >= LEAST &&
    isShowable(sumOf(group, soonOf)) &&
    isShowable(sumOf(group, ({ late }) => late))
  const group = rows.filter(
    (row) =>
      hidden.has(row.key) || ![row.lengths.length, soonOf(row), row.late].every((count) => isShowable(count)),
  )
  const others = rows
    .filter((row) => !group.includes(row))
    .toSorted((a, b) => a.lengths.length - b.lengths.length || (a.key < b.key ? -1 : 1))
  for (const row of others) {
    if (group.length === 0 || isSafe(group)) break
    group.push(row)
  }
  return rows.map((row) =>
    group.includes(row) ? { key: row.key, of: 'few' } : { key: row.key, ...durationsOf(row.lengths) },
  )
}
