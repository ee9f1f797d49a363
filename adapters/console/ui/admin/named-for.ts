import { LANGUAGES, type Language } from '../language/bundles.ts'

/** In the reader's language, or in the first that somebody wrote. */
export const namedFor = (
  names: Readonly<Partial<Record<Language, string | undefined>>>,
  language: Language,
): string | undefined =>
  [language, ...LANGUAGES].map((each) => names[each]).find((name) => name !== undefined)
