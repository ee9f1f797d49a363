/** The languages Amin speaks. `ckb` is Sorani; never `ku`, which platforms take for Kurmanji in Latin letters. */
export const LANGUAGES = ['ar', 'ckb', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Arabic where nothing is known: most people who write are in Iraq (bots/amin/README.md, Words). */
export const DEFAULT_LANGUAGE: Language = 'ar'

/** A platform's two-letter hint (IETF tag) as one of ours, or nothing where it says nothing we speak. */
export const languageFromTag = (tag: string | undefined): Language | undefined => {
  const primary = tag?.toLowerCase().split(/[-_]/, 1)[0]
  if (primary === 'ku' || primary === 'ckb') return 'ckb'
  return LANGUAGES.find((language) => language === primary)
}
