/**
 * Arabic in Latin letters ("yiktilni", "yktlny") has as many spellings as writers; its consonants
 * have one. Both scripts are brought to them: x kh, G gh, $ sh, z for the four that Latin writes
 * th/dh/z, k for the ones written q/g/k, j for j/ch (folding made چ a ج).
 */
const OF_ARABIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ب: 'b',
    ت: 't',
    ث: 'z',
    ج: 'j',
    ح: 'h',
    خ: 'x',
    د: 'd',
    ذ: 'z',
    ر: 'r',
    ز: 'z',
    س: 's',
    ش: '$',
    ص: 's',
    ض: 'z',
    ط: 't',
    غ: 'G',
    ف: 'f',
    ق: 'k',
    ك: 'k',
    ل: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
  }),
)
const PAIRS: ReadonlyMap<string, string> = new Map(
  Object.entries({ th: 'z', dh: 'z', kh: 'x', gh: 'G', sh: '$', ch: 'j' }),
)
const OF_LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({ 7: 'h', 5: 'x', 9: 'k', 8: 'G', 6: 't', 4: 'z', q: 'k', g: 'k', c: 'k', p: 'b', v: 'f' }),
)
const SILENT = new Set('aeiouwy23')

/**
 * The last h of "7ayah" and of a word that ends in ة is hardly heard and often not written; the
 * deeper ح is.
 */
const withoutLastH = (word: string): string =>
  word.length > 3 && /[hه]$/.test(word) ? word.slice(0, -1) : word

const once = (consonants: string): string => {
  let out = ''
  for (const letter of consonants) if (!out.endsWith(letter)) out += letter
  return out
}

/** The consonants of a folded Latin word. */
export const skeletonOfLatin = (written: string): string => {
  const word = withoutLastH(written)
  let out = ''
  for (let at = 0; at < word.length; at += 1) {
    const pair = PAIRS.get(word.slice(at, at + 2))
    if (pair !== undefined) {
      out += pair
      at += 1
      continue
    }
    const letter = word[at] ?? ''
    if (!SILENT.has(letter)) out += OF_LATIN.get(letter) ?? letter
  }
  return once(out)
}

/** The consonants of a folded Arabic word, comparable with those of its Latin spellings. */
export const skeletonOfArabic = (word: string): string =>
  once(Array.from(withoutLastH(word), (letter) => OF_ARABIC.get(letter) ?? '').join(''))

/**
 * Particles that Arabizi glues to the front ("lbetna", "bilbet"): the places where the word may
 * begin instead.
 */
export const skeletonStarts = (skeleton: string): readonly number[] => {
  if (skeleton.startsWith('bl')) return [0, 1, 2]
  return skeleton.startsWith('b') || skeleton.startsWith('l') ? [0, 1] : [0]
}
