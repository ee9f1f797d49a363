import type { Ms } from '../../base/units.ts'
import type { Cell } from './cells.ts'

/** How large a change is, in steps that words can name. */
export type Size = 'little' | 'quarter' | 'third' | 'half' | 'twice' | 'beyond'

/**
 * What can be said of a number beside that of the month before. `unlike`: one of the two is not
 * shown, or there is none; `running`: the month is not over; `unfinished`: it goes on rising after
 * its month; `unclear`: the difference is no larger than what chance does to such numbers.
 */
export type Change =
  | { readonly kind: 'running' | 'unlike' | 'unfinished' }
  | { readonly kind: 'unclear'; readonly before: number }
  | { readonly kind: 'more' | 'less'; readonly size: Size; readonly before: number }

/** So many standard deviations are no chance. */
const CLEAR = 2

/** From which part of the number before a change has that size; the last that fits. */
const RISES: ReadonlyArray<readonly [from: number, size: Size]> = [
  [0, 'little'],
  [0.18, 'quarter'],
  [0.29, 'third'],
  [0.42, 'half'],
  [0.75, 'twice'],
  [1.3, 'beyond'],
]
const FALLS: ReadonlyArray<readonly [from: number, size: Size]> = [
  [0, 'little'],
  [0.18, 'quarter'],
  [0.29, 'third'],
  [0.42, 'half'],
  [0.6, 'beyond'],
]

const sizeOf = (steps: typeof RISES, part: number): Size =>
  steps.findLast(([from]) => part >= from)?.[1] ?? 'little'

type Counted = { readonly count: Cell; readonly weeks: number }

/** Of counts, by the week: months have four weeks or five. */
export const changeOfCount = (now: Counted, before: Counted): Change => {
  if (now.count === 'few' || before.count === 'few') return { kind: 'unlike' }
  const [a, b] = [now.count / now.weeks, before.count / before.weeks]
  // Counts of independent cases vary by their root (Poisson).
  const chance = Math.sqrt(now.count / now.weeks ** 2 + before.count / before.weeks ** 2)
  if (Math.abs(a - b) <= CLEAR * chance) return { kind: 'unclear', before: before.count }
  if (a < b) return { kind: 'less', size: sizeOf(FALLS, 1 - a / b), before: before.count }
  return { kind: 'more', size: b === 0 ? 'beyond' : sizeOf(RISES, a / b - 1), before: before.count }
}

/** Less than this and it is about as long. */
const LENGTH_STEP = 0.2

/** Of a middle time; chance is not reckoned, for a median does not say how its times are spread. */
export const changeOfLength = (now: Ms | undefined, before: Ms | undefined): Change => {
  if (now === undefined || before === undefined) return { kind: 'unlike' }
  const part = before === 0 ? (now === 0 ? 0 : 1) : now / before - 1
  if (Math.abs(part) < LENGTH_STEP) return { kind: 'unclear', before }
  return part < 0
    ? { kind: 'less', size: sizeOf(FALLS, -part), before }
    : { kind: 'more', size: sizeOf(RISES, part), before }
}

export type Share = { readonly of: Cell; readonly within?: Cell }

/** In whole hundredths; nothing where it is not shown. */
export const percentOf = ({ of, within }: Share): number | undefined =>
  of === 'few' || of === 0 || within === undefined || within === 'few'
    ? undefined
    : Math.round((within / of) * 100)

/** Of a share, against what chance does to shares of so many. `before`: in hundredths. */
export const changeOfShare = (now: Share, earlier: Share): Change => {
  const [a, b] = [percentOf(now), percentOf(earlier)]
  if (a === undefined || b === undefined) return { kind: 'unlike' }
  const [n, m] = [now.of as number, earlier.of as number]
  const pooled = ((now.within as number) + (earlier.within as number)) / (n + m)
  const chance = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m)) * 100
  if (Math.abs(a - b) <= CLEAR * chance) return { kind: 'unclear', before: b }
  return { kind: a < b ? 'less' : 'more', size: 'little', before: b }
}
