/** One letter for the many that people write for it (domain.md 3). For matching only: never shown, never stored. */
const FOLDED: ReadonlyMap<string, string> = new Map(
  (
    [
      ['أإآٱ', 'ا'],
      ['ىیێئ', 'ي'],
      ['ؤۆۇ', 'و'],
      ['ةەھ', 'ه'],
      ['کگ', 'ك'],
      ['چ', 'ج'],
      ['پ', 'ب'],
      ['ڤ', 'ف'],
      ['ژ', 'ز'],
      ['ڕ', 'ر'],
      ['ڵ', 'ل'],
      ["ء'’‘`´", ''],
    ] as const
  ).flatMap(([from, to]) => Array.from(from, (letter) => [letter, to] as const)),
)

/** Combining marks (Arabic vowel signs, accents), invisible marks of direction and joining, tatweel. */
const UNSEEN = /[\p{M}\p{Cf}\u0640]/gu
const VARIANTS = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'g')

/** Arabic-Indic and Persian digits as Latin ones; every other character stays, and so does the length. */
export const latinDigits = (text: string): string => text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))

/** One character as it is compared, by the same tables as `fold`: none, one or (ligatures) several; what is no letter or digit stays as it is. */
export const foldLetter = (character: string): string =>
  latinDigits(character.normalize('NFKD').replace(UNSEEN, ''))
    .toLowerCase()
    .replace(VARIANTS, (letter) => FOLDED.get(letter) ?? letter)

/**
 * Text as it is compared: compatibility forms, marks, letter variants, digits, case, lengthened letters and punctuation made equal;
 * words parted by one space. Linear in the length; callers bound what they pass.
 */
export const fold = (text: string): string =>
  latinDigits(
    text
      .replace(/ه\u200C/g, 'ە')
      .normalize('NFKD')
      .replace(UNSEEN, ''),
  )
    .toLowerCase()
    .replace(VARIANTS, (letter) => FOLDED.get(letter) ?? letter)
    .replace(/([اويه])\1+/g, '$1')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
