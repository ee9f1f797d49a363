import { isFailure } from '../../../../core/base/failure.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Phrases, PhraseKey } from '../../../../core/ports/phrases.ts'

/** A text of the locales, or its key: an old case may name what today's flow no longer has. */
export const sayOrKey = (
  phrases: Phrases,
  language: Language,
  key: PhraseKey,
  otherwise: string = key,
): string => {
  try {
    return phrases.say(language, key)
  } catch (error) {
    if (isFailure(error, 'text_missing')) return otherwise
    throw error
  }
}
