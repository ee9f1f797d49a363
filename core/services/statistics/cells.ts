/**
 * A count that may be shown. `few`: somebody, but fewer than five, or a number from which such a
 * one could be worked out. In a town of a few thousand "1 case, minor, this week" names a person.
 */
export type Cell = number | 'few'

/** Below this a count is not shown: what national statistics offices commonly use for tables about people. */
export const LEAST = 5

/**
 * Whether a case is out of sight of who looks, who can count the others in lists: of what they are
 * shown, the part that they do not see must not be small either. Of who sees none, or all: none.
 */
export type IsUnseen<Of> = (one: Of) => boolean

const isSmall = (count: number): boolean => count > 0 && count < LEAST

/**
 * `unseen`: how many of these are out of sight of who looks, where they can count the others
 * themselves; then that part is what must not be small. Nothing: they see none, or all.
 */
export const cellOf = (count: number, unseen = 0): Cell => (isSmall(count) || isSmall(unseen) ? 'few' : count)

export type Counted = { readonly key: string; readonly cases: Cell }

/**
 * The counts of one table whose sum is known. A single hidden cell could be worked out of the sum,
 * so the next smallest are hidden with it until what is hidden adds up to five at least, in two
 * cells at least, and so does what is `unseen` in them. In the order of the keys.
 */
export const hideSmall = (
  counts: ReadonlyMap<string, number>,
  unseen: ReadonlyMap<string, number> = new Map(),
): readonly Counted[] => {
  const rising = [...counts]
    .filter(([, count]) => count > 0)
    .toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
  const unseenOf = (key: string): number => unseen.get(key) ?? 0
  const hidden = new Set(
    rising.filter(([key, count]) => cellOf(count, unseenOf(key)) === 'few').map(([key]) => key),
  )
  const sumOf = (count: (key: string) => number): number =>
    [...hidden].reduce((total, key) => total + count(key), 0)
  const isSafe = (): boolean =>
    hidden.size > 1 && sumOf((key) => counts.get(key) ?? 0) >= LEAST && !isSmall(sumOf(unseenOf))
  for (const [key] of rising) {
    if (hidden.size === 0 || isSafe()) break
    hidden.add(key)
  }
  // By key: the order in which cases were read would say which of two hidden ones is the newer.
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => ({ key, cases: hidden.has(key) ? 'few' : count }))
}
