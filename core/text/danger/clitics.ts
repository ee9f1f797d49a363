const ARABIC = /^[\u0621-\u064a]/
const ONE = new Set('بلكش')
/** Signs of tense, which only a verb can carry: a letter of person follows. */
const TENSE = new Set('سدح')
const PERSON = new Set('يتنا')
const LONGER: ReadonlyArray<readonly [particle: string, left: number]> = [
  ['ال', 2],
  ['لل', 2],
  ['بال', 2],
  ['كال', 2],
  ['فال', 2],
  ['عال', 2],
  ['هال', 2],
  ['هل', 3],
  ['دا', 3],
  ['رح', 3],
  ['ها', 3],
  ['راح', 3],
  ['ماراح', 3],
]
const LONGER_BY_LETTER = Map.groupBy(LONGER, ([particle]) => particle[0] ?? '')
/** Short words that "and" is glued to all the same. */
const AND_SHORT = new Set(['وما', 'ولا', 'ومو', 'ولم', 'ولن', 'ومن', 'ورح', 'ولو'])
/** So many letters must be left of a word when a particle of one letter is taken off. */
const LEFT = 3

/** «کچەکەم»: a daughter, and not "like a weapon", whose Arabic particle it begins with. */
const DAUGHTER = /^و?كجهك/

const after = (word: string, from: number, out: number[]): void => {
  const first = word[from] ?? ''
  const marks = ONE.has(first) || (TENSE.has(first) && PERSON.has(word[from + 1] ?? ''))
  if (marks && word.length - from - 1 >= LEFT) out.push(from + 1)
  for (const [particle, left] of LONGER_BY_LETTER.get(first) ?? [])
    if (word.startsWith(particle, from) && word.length - from - particle.length >= left)
      out.push(from + particle.length)
}

/**
 * Where a folded word may really begin: Arabic glues conjunctions, prepositions, the article and
 * the signs of tense to its front.
 */
export const wordStarts = (word: string): readonly number[] => {
  if (word.length < 4 || !ARABIC.test(word)) return AND_SHORT.has(word) ? [0, 1] : [0]
  if (DAUGHTER.test(word)) return word.startsWith('و') ? [0, 1] : [0]
  const out = [0]
  after(word, 0, out)
  const conjunction = word[0] === 'و' || word[0] === 'ف'
  if (conjunction && word.length > LEFT) {
    out.push(1)
    after(word, 1, out)
  }
  return out
}
