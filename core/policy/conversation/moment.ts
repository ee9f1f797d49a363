import { isolateRuns } from '../../base/bidi.ts'
import type { Language } from '../../base/language.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Instant } from '../../base/units.ts'

/**
 * A day and a time as people of a language say them, the month by its name: written in numbers, a
 * day reads as a month in one country and from its other end in a text that runs from the right.
 */
export const momentIn = (phrases: Phrases, language: Language, at: Instant): string => {
  const [year = '', month, day] = phrases.date(at).split('-')
  return isolateRuns(
    phrases.say(language, 'moment', {
      year,
      month: Number(month),
      day: String(Number(day)),
      time: phrases.time(at),
    }),
  )
}
