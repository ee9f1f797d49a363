/**
 * A count that may be shown. `few`: somebody, but fewer than five, or a number from which such a
 * one could be worked out. In a town of a few thousand "1 case, minor, this week" names a person.
 */
export type Cell = number | 'few'

/** Below this a count is not shown: what national statistics offices commonly use for tables about people. */
export const LEAST = 5

export const cellOf = (count: number): Cell => (count > 0 && count < LEAST ? 'few' : count)

export type Counted = { readonly key: string; readonly cases: Cell }

/**
 * The counts of one table whose sum is known. A single hidden cell could be worked out of the sum,
 * so the next smallest are hidden with it until what is hidden adds up to five at least, in two
 * cells at least. In the order of the keys.
 */
export const hideSmall = (counts: ReadonlyMap<string, number>): readonly Counted[] => {
  const rising = [...counts]
    .filter(([, count]) => count > 0)
    .toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
  const hidden = new Set(rising.filter(([, count]) => count < LEAST).map(([key]) => key))
  let sum = rising.reduce((total, [key, count]) => (hidden.has(key) ? total + count : total), 0)
  for (const [key, count] of rising) {
    if (hidden.size === 0 || (hidden.size > 1 && sum >= LEAST)) break
    if (hidden.has(key)) continue
    hidden.add(key)
    sum += count
  }
  // By key: the order in which cases were read would say which of two hidden ones is the newer.
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => ({ key, cases: hidden.has(key) ? 'few' : count }))
}
