/** Letters that are written for one another on the keyboards of the three languages. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  (
    [
      ['أإآٱ', 'ا'],
      ['ىیێئ', 'ي'],
      ['ؤۆ', 'و'],
      ['ةەھ', 'ه'],
      ['ک', 'ك'],
      ['ڕ', 'ر'],
      ['ڵ', 'ل'],
    ] as const
  ).flatMap(([from, to]) => Array.from(from, (letter) => [letter, to] as const)),
)

const digit = (sign: string): string => String((sign.codePointAt(0) ?? 0) % 16)

/** A name as it is compared: case, vowel marks, digits and letters that look alike made equal. */
export const plain = (text: string): string =>
  Array.from(
    text
      .replaceAll(/[٠-٩۰-۹]/g, digit)
      .normalize('NFKC')
      .toLowerCase()
      // Letters that are one sign in Arabic script would lose their hamza or ring otherwise.
      .replaceAll(/[\u064b-\u065f\u0670\u0640\p{Cf}]/gu, ''),
    (letter) => ALIKE.get(letter) ?? letter,
  ).join('')

const WORD = /[\p{L}\p{N}]+/gu

/** How well one word of a question fits a name: 3 where the name begins so, 0 where it does not. */
const fitOfWord = (word: string, name: string): number => {
  if (name.startsWith(word)) return 3
  const words = name.match(WORD) ?? []
  if (words.some((each) => each.startsWith(word))) return 2
  return word.length > 2 && name.includes(word) ? 1 : 0
}

/**
 * How well `query` fits the best of `names` (a thing's name in several languages): the sum over its
 * words, 0 where one of them is in none of it. Everything fits an empty one.
 */
export const fit = (query: string, names: readonly string[]): number => {
  const words = plain(query).match(WORD) ?? []
  if (words.length === 0) return query.trim() === '' ? 1 : 0
  return Math.max(
    0,
    ...names.map((name) => {
      const fits = words.map((word) => fitOfWord(word, plain(name)))
      return fits.includes(0) ? 0 : fits.reduce((sum, each) => sum + each, 0) / fits.length
    }),
  )
}

/** The beginning of a case's code, where `query` may be one. */
export const codeIn = (query: string): string | undefined => {
  const code = plain(query).replaceAll(/\s/g, '').toUpperCase()
  return /^[0-9A-Z]{2,8}$/.test(code) ? code : undefined
}
