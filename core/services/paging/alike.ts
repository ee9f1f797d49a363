/** What a waiting case can be compared by. `origin`: see Inbound; `words`: the last of the person. */
export type Likeness<Code extends string = string> = {
  readonly code: Code
  readonly words?: string
  readonly origin?: string
}

/** Fewer words than these are said by everybody. */
const FEWEST = 4
/** Of the words of two texts together this share is in both. */
const SHARE = 0.7

/**
 * A text as a set of words, without what a program changes from one to the next: numbers, names of
 * accounts, links, marks.
 */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\S*(?:@|:\/\/|www\.)\S*/g, ' ')
      .match(/[\p{L}\p{M}]+/gu) ?? [],
  )

const isNear = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size < FEWEST || small.size < large.size * SHARE) return false
  let both = 0
  for (const word of small) if (large.has(word)) both += 1
  return both >= (small.size + large.size - both) * SHARE
}

/**
 * Cases of the same wording, each list with all that are near its first; and those of the same
 * origin. A case stands in at most one list of each. Lists of one are left out.
 */
export const groupsOfAlike = <Code extends string>(
  cases: readonly Likeness<Code>[],
): { readonly words: readonly (readonly Code[])[]; readonly origin: readonly (readonly Code[])[] } => {
  const words: { readonly first: ReadonlySet<string>; readonly codes: Code[] }[] = []
  const origins = new Map<string, Code[]>()
  for (const { code, words: text = '', origin } of cases) {
    if (origin !== undefined) origins.set(origin, [...(origins.get(origin) ?? []), code])
    const own = wordsOf(text)
    if (own.size < FEWEST) continue
    const known = words.find(({ first }) => isNear(first, own))
    if (known === undefined) words.push({ first: own, codes: [code] })
    else known.codes.push(code)
  }
  const several = (codes: readonly Code[]): boolean => codes.length > 1
  return {
    words: words.map(({ codes }) => codes).filter(several),
    origin: [...origins.values()].filter(several),
  }
}
