import type { Language } from '../base/language.ts'
import type { Instant } from '../base/units.ts'

/** A key of the locales; `bots/amin/locales` has every key in every language (checked by a test). */
export type PhraseKey = string
export type PhraseArgs = Readonly<Record<string, string | number>>

/** The texts a person reads, by language. */
export type Phrases = {
  /**
   * Throws `text_missing` for an unknown key or argument: a test keeps the locales complete, so
   * this is a broken promise.
   */
  readonly say: (language: Language, key: PhraseKey, args?: PhraseArgs) => string
  /** Hours and minutes in Baghdad, 24 h, Latin digits: the same in every language. */
  readonly time: (at: Instant) => string
  /** The day in Baghdad as 2026-11-24. */
  readonly date: (at: Instant) => string
}
