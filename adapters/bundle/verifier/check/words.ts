import { AR } from './words-ar.ts'
import { CKB } from './words-ckb.ts'
import { EN, type WordKey } from './words-en.ts'

export const TONGUES = ['ar', 'ckb', 'en'] as const
export type Tongue = (typeof TONGUES)[number]

export const WORDS: Readonly<Record<Tongue, Readonly<Record<WordKey, string>>>> = { ar: AR, ckb: CKB, en: EN }

export const TONGUE_NAMES: Readonly<Record<Tongue, string>> = {
  ar: 'العربية',
  ckb: 'کوردیی ناوەندی',
  en: 'English',
}

/**
 * The first language of a reader's list that is one of ours; Kurdish under each name that systems
 * have for it. Arabic where none is.
 */
export const tongueFor = (wanted: readonly string[]): Tongue => {
  for (const tag of wanted) {
    const [language = ''] = tag.toLowerCase().split(/[-_.]/)
    if (language === 'ku' || language === 'ckb') return 'ckb'
    if (language === 'ar' || language === 'en') return language
  }
  return 'ar'
}

/** A piece of a sentence: our words, or a value put into them. */
export type WordsPiece = { readonly text: string; readonly value: boolean }

/**
 * Controls, and marks that turn the direction of text or hide in it: a name out of a bundle must
 * not look like another, nor steer a terminal.
 */
const DECEIVING =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/gu
const LONGEST_VALUE = 300

const shownValue = (value: string): string => {
  const cut = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value
  return cut.replace(DECEIVING, '\ufffd')
}

/** A sentence in pieces, so that values can be set apart from words that run the other way. */
export const piecesOf = (
  tongue: Tongue,
  key: WordKey,
  values: Readonly<Record<string, string>> = {},
): readonly WordsPiece[] =>
  WORDS[tongue][key].split(/(\{[a-z]+\})/).flatMap((part): WordsPiece[] => {
    const name = /^\{([a-z]+)\}$/.exec(part)?.[1]
    if (name === undefined) return part === '' ? [] : [{ text: part, value: false }]
    const value = shownValue(values[name] ?? '')
    return value === '' ? [] : [{ text: value, value: true }]
  })
