import type { Language } from '../language.ts'

/** Letters of Sorani that Arabic does not use, Iraqi dialect and its گ چ پ included (domain.md 2.6). */
const SORANI = /[ێۆڕڵڤە]|ه\u200C/
/** Kurds write the yeh and kaf of Persian, Arabs their own; what also has letters of Arabic alone was written with a borrowed keyboard. */
const PERSIAN_LETTERS = /[یک]/
const ARABS_ALONE = /[يكةىأإآؤضصطظثذ]/
const ARABIC = /[\u0620-\u064A\u066E-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]/
const LATIN = /[a-z]/i
/** Latin words that everybody writes. */
const EVERYBODYS =
  /\b(?:ok|okay|hi|bye|salam|slaw|hala|halaw|hlaw|marhaba|mar7aba|shukran|supas|sms|whatsapp|telegram|instagram|facebook)\b/gi
/** Arabic in Latin letters: digits stand for letters that Latin lacks ("3indi", "sa3a", "7ayati"). */
const ARABIZI = /[a-z][379][a-z]|\b[379][a-z]{3,}/i
/** Words that are frequent in Arabic and in Sorani in Latin letters and mean nothing in English; two of one kind tell. */
const LATIN_ARABIC =
  /\b(?:ani|wallah?|wahid|yreed|yrid|areed|arid|ared|shlon|shaku|maku|mako|aku|huwa|hiya|bil|lil|min|mn|bas|hassa|hasa|lazim|akhoo?y\w*|akhuy\w*|abooy\w*|abuy\w*|ahli|ukhti|ummi|sowari|suwari|flus|floos|ygul|ygool|ykul|khayfa|khalas|itha|idha|rah|kulshi|wiyah?)\b/gi
const LATIN_SORANI =
  /\b(?:kasek\w*|slaw|chi|bkam|chon|xom|agar|namawet?|damawet?|wena\w*|blaw\w*|para\w*|akat\w*|dakat\w*|bawk\w*|brak\w*|tamanm|sala|nazanm|nizanm|supas|haya|daway|sbay\w*|ale|dale|zor|yarmati\w*|la|ba)\b/gi
const TELLING = 2

const kinds = (text: string, words: RegExp): number => new Set(text.toLowerCase().match(words) ?? []).size

/** A few words are enough to know the script; a book would only cost time. */
const WINDOW = 1000

/** The language of a message by its letters; nothing where it has none (digits, emoji, links in a row). */
export const detectLanguage = (text: string): Language | undefined => {
  const head = text
    .slice(0, WINDOW)
    .replace(/\bhttps?:\S+|\S*[@/]\S*/gi, ' ')
    .replace(EVERYBODYS, ' ')
  if (SORANI.test(head) || (PERSIAN_LETTERS.test(head) && !ARABS_ALONE.test(head))) return 'ckb'
  if (ARABIC.test(head)) return 'ar'
  if (!LATIN.test(head)) return undefined
  const sorani = kinds(head, LATIN_SORANI)
  const arabic = kinds(head, LATIN_ARABIC)
  if (sorani >= TELLING && sorani > arabic) return 'ckb'
  return ARABIZI.test(head) || arabic >= TELLING ? 'ar' : 'en'
}

/** Whether a message has words at all. */
export const hasWords = (text: string): boolean => detectLanguage(text) !== undefined
