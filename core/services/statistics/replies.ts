import type { Severity } from '../../base/severity.ts'
import { after, type Instant, type Ms } from '../../base/units.ts'
import { isNight, type Targets } from '../../model/targets.ts'
import type { Figures } from '../../policy/figures.ts'
import { cellOf, LEAST, type Cell, type IsUnseen } from './cells.ts'

/**
 * Of those that got so far; nothing where fewer than five did. `within`: as soon as the target of
 * their severity asks.
 */
export type Durations = { readonly of: Cell; readonly median?: Ms; readonly p90?: Ms; readonly within?: Cell }

/** `unseen`: of a case that is out of sight of who looks. */
export type Length = { readonly took: number; readonly within?: boolean; readonly unseen: boolean }
type Answered = { readonly severity: Severity; readonly figures: Figures }

/** The value below which `share` of all lie, the nearest there is. */
const quantile = (sorted: readonly number[], share: number): Ms =>
  (sorted[Math.ceil(sorted.length * share) - 1] ?? 0) as Ms

const cellOfLengths = (lengths: readonly Length[]): Cell =>
  cellOf(lengths.length, lengths.filter(({ unseen }) => unseen).length)

export const durationsOf = (lengths: readonly Length[]): Durations => {
  const of = cellOfLengths(lengths)
  if (lengths.length < LEAST) return { of }
  const sorted = lengths.map(({ took }) => took).toSorted((a, b) => a - b)
  const within = cellOfLengths(lengths.filter((one) => one.within === true))
  const late = cellOfLengths(lengths.filter((one) => one.within !== true))
  const measured = lengths.some((one) => one.within !== undefined)
  // The others, late ones, must not be worked out either.
  const shown: Cell = late === 'few' ? 'few' : within
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
export const repliesOf = <Case extends Answered>(
  targets: Targets,
  cases: readonly Case[],
  isUnseen: IsUnseen<Case> = () => false,
): readonly Required<Length>[] =>
  cases.flatMap((one) => {
    const { askedAt, repliedAt } = one.figures
    if (askedAt === undefined || repliedAt === undefined || repliedAt < askedAt) return []
    const within = repliedAt <= targetAt(targets, one.severity, askedAt)
    return [{ took: repliedAt - askedAt, within, unseen: isUnseen(one) }]
  })

export type SeverityReplies = Durations & { readonly key: Severity }

type Row = { readonly key: Severity; readonly lengths: readonly Required<Length>[] }

/** Who was answered at all, who in time and who late: each of these must not be small. */
const isShowable = (lengths: readonly Required<Length>[]): boolean =>
  [lengths, lengths.filter(({ within }) => within), lengths.filter(({ within }) => !within)].every(
    (some) => cellOfLengths(some) !== 'few',
  )

/**
 * First replies of each severity. Their sums are known (of all cases how many were answered, and
 * how many in time), so a row that is hidden takes the next smallest with it until neither who was
 * answered, nor who in time, nor who late can be worked out of what is left. `hidden`: severities
 * whose number of cases is not shown, which a shown row would bound.
 */
export const repliesBy = <Case extends Answered>(
  targets: Targets,
  cases: readonly Case[],
  hidden: ReadonlySet<string>,
  isUnseen: IsUnseen<Case> = () => false,
): readonly SeverityReplies[] => {
  const keys = [...new Set(cases.map(({ severity }) => severity))].toSorted()
  const rows = keys.map((key): Row => {
    const own = cases.filter(({ severity }) => severity === key)
    return { key, lengths: repliesOf(targets, own, isUnseen) }
  })
  const isSafe = (group: readonly Row[]): boolean => {
    const all = group.flatMap(({ lengths }) => lengths)
    return group.length > 1 && all.length >= LEAST && isShowable(all)
  }
  const group = rows.filter(({ key, lengths }) => hidden.has(key) || !isShowable(lengths))
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
