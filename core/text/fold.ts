/**
 * One letter for the many that people write for it (bots/amin/README.md, Danger). For matching
 * only: never shown, never stored.
 */
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
export const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))

/** One character as it is compared, by the same tables as `fold`: none, one or (ligatures) several; what is no letter or digit stays as it is. */
export const foldLetter = (character: string): string =>
  latinDigits(character.normalize('NFKD').replace(UNSEEN, ''))
    .toLowerCase()
    .replace(VARIANTS, (letter) => FOLDED.get(letter) ?? letter)

/** Of these one is as good as many; of other letters two may be meant and three are not. */
const LENGTHENED = new Set('اويه')
const LETTER = /^\p{L}$/u
const NUMBER = /^\p{N}$/u

type Sign = { readonly sign: string; readonly kind: 'letter' | 'number' | 'gap' }

/** By code point: what a character is compared as. Characters of no person, so nothing that somebody wrote stays here. */
const SIGNS = new Map<number, readonly Sign[]>()

const signsOf = (code: number): readonly Sign[] => {
  const known = SIGNS.get(code)
  if (known !== undefined) return known
  const signs = Array.from(foldLetter(String.fromCodePoint(code)), (sign): Sign => {
    if (LETTER.test(sign)) return { sign, kind: 'letter' }
    return { sign, kind: NUMBER.test(sign) ? 'number' : 'gap' }
  })
  SIGNS.set(code, signs)
  return signs
}

/**
 * Text as it is compared: compatibility forms, marks, letter variants, digits, case, lengthened letters and punctuation made equal;
 * words parted by one space. Linear in the length; callers bound what they pass. One pass, for each message is folded several times.
 */
export const fold = (text: string): string => {
  const source = text.includes('\u200C') ? text.replace(/ه\u200C/g, 'ە') : text
  let out = ''
  let last = ''
  let run = 0
  let gap = false
  for (let at = 0; at < source.length;) {
    const code = source.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    for (const { sign, kind } of signsOf(code)) {
      if (kind === 'gap') {
        gap = out !== ''
        last = ''
        continue
      }
      run = sign === last && kind === 'letter' ? run + 1 : 1
      last = sign
      if (run > 1 && (LENGTHENED.has(sign) || run > 3)) continue
      if (run === 3) out = out.slice(0, -sign.length)
      else {
        out += gap ? ` ${sign}` : sign
        gap = false
      }
    }
  }
  return out
}
