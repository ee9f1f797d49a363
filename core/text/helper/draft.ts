import { fold, latinDigits } from '../fold.ts'
import { placedWords } from './quote.ts'

/** Longest draft that fills a composer, in UTF-16 units. */
const LONGEST = 1_200

/**
 * What a draft must not bring to a person: numbers to call, addresses, accounts, and what only the
 * team may promise.
 */
const REACHES =
  /https?:|www\.|@|\[(?!NAME_)[A-Z]+_\d+\]|\d(?:[\s().\-–_/]{0,2}\d){4,}|\b[a-z0-9-]+\.(?:com|net|org|me|iq)\b/iu

const AUTHORITY = new Set(
  [
    'police court arrest arrested arresting jail prison prosecutor prosecute lawyer judge guarantee guaranteed promise',
    'شرطة الشرطة شرطه محكمة المحكمة اعتقال القبض سجن السجن محامي قاضي القاضي مدعي الادعاء نضمن اضمن نعد اعد وعد اوعدك نوعدك',
    'پۆلیس پۆلیسی دادگا دادگای دەستگیر زیندان زیندانی پارێزەر دادوەر دەستەبەر بەڵێن بەڵێنت',
  ].flatMap((words) => words.split(' ').map(fold)),
)

const isKept = (sentence: string): boolean =>
  !REACHES.test(latinDigits(sentence)) &&
  !placedWords(sentence).some(
    ({ word }) => AUTHORITY.has(word) || AUTHORITY.has(word.replace(/^[وفبل]/u, '')),
  )

/**
 * A draft without the sentences that name a number, a link or an account, or promise what only
 * people may: nothing where nothing is left.
 */
export const cleanDraft = (draft: string): string | undefined => {
  // A full stop within an address or a number ends no sentence.
  const sentences = draft.slice(0, LONGEST).split(/(?<=[.!?؟。])\s+|\n+/u)
  const kept = sentences.filter(isKept).join(' ').trim()
  return kept === '' ? undefined : kept
}

/** Every number that a text names, as digits. */
const numbersIn = (text: string): readonly string[] => latinDigits(text).match(/\d+/g) ?? []

/**
 * Whether a sentence names no number that the message it rests on does not name: sums, days and
 * hours are never a model's own.
 */
export const namesNoOther = (sentence: string, message: string): boolean => {
  const known = new Set(numbersIn(message))
  return numbersIn(sentence).every((number) => known.has(number))
}
