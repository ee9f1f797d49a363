/**
 * A run of letters without gaps is tried from so many on, and a piece of it must be so long to make
 * it believable.
 */
const GLUED = 7
const BELIEVABLE = 4
const SHORTEST_PIECE = 2

type Piece = { readonly from: number; readonly after: number; readonly pieces: number }

/**
 * The fewest known words that a run of letters is, written without gaps, as places in it; nothing
 * where it is none or one. `endsFrom` gives the ends of known words that begin at a place.
 */
export const partWord = (
  endsFrom: (word: string, from: number) => readonly number[],
  word: string,
): ReadonlyArray<readonly [from: number, to: number]> | undefined => {
  if (word.length < GLUED) return undefined
  /** The last piece of the best way to cover everything up to each place. */
  const best: (Piece | undefined)[] = []
  for (let at = 0; at < word.length; at += 1) {
    const before = at === 0 ? 0 : best[at]?.pieces
    if (before === undefined) continue
    // Where a word ends in the letter that the next begins with, folding left only one of the two.
    for (const from of at > 1 ? [at, at - 1] : [at])
      for (const to of endsFrom(word, from)) {
        if (to <= at || to - from < SHORTEST_PIECE || (best[to]?.pieces ?? Infinity) <= before + 1) continue
        best[to] = { from, after: at, pieces: before + 1 }
      }
  }
  const out: (readonly [number, number])[] = []
  for (let at = word.length; at > 0;) {
    const piece = best[at]
    if (piece === undefined) return undefined
    out.unshift([piece.from, at])
    at = piece.after
  }
  return out.length > 1 && out.some(([from, to]) => to - from >= BELIEVABLE) ? out : undefined
}
