import type { Language } from '../../core/base/language.ts'

/**
 * For plural rules and numbers. Latin digits everywhere: codes, times and keyboards then agree;
 * Sorani's default would be Arabic-Indic.
 */
export const LOCALES: Readonly<Record<Language, string>> = {
  ar: 'ar-u-nu-latn',
  ckb: 'ckb-u-nu-latn',
  en: 'en-u-nu-latn',
}
