import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

export const LANGUAGES = ['ar', 'ckb', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The languages by their own names: shown to choose from, never translated. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  ckb: 'کوردیی ناوەندی',
  en: 'English',
}

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'en' ? 'ltr' : 'rtl')

// Chromium knows Sorani plurals but no Sorani numbers; Latin digits everywhere, as agents copy
// numbers into other programs.
const LOCALES: Readonly<Record<Language, string[]>> = {
  ar: ['ar-IQ-u-nu-latn'],
  ckb: ['ckb-u-nu-latn', 'en-u-nu-latn'],
  en: ['en-GB'],
}

type Args = Readonly<Record<string, FluentVariable>>
/** The text of a key; the key itself where the text is missing, which a test rules out. */
export type Translate = (key: string, args?: Args) => string

export const makeTranslate = (language: Language, source: string): Translate => {
  const bundle = new FluentBundle(LOCALES[language])
  bundle.addResource(new FluentResource(source))
  return (key, args) => {
    const pattern = bundle.getMessage(key)?.value
    return pattern ? bundle.formatPattern(pattern, args ?? null, []) : key
  }
}
