import { readAges, yearOf } from '../../text/danger/ages.ts'
import type { Instant } from '../../base/units.ts'

/**
 * Only the beginning of a text is searched: people say their age early, and a long paste is
 * somebody else's.
 */
const WINDOW = 1500

/**
 * The age a person gives for themselves, in whatever words and wherever in a sentence: "عمري 17",
 * "اني 22", "تەمەنم شازدەیە", "I'm seventeen and". Nothing where they name none: an age of somebody
 * else is none of theirs. Of two the lower counts, as the rules of danger have it.
 */
export const readAge = (text: string, now?: Instant): number | undefined => {
  const year = now === undefined ? undefined : yearOf(now)
  const ages = readAges(text.slice(0, WINDOW), year).ages.flatMap(({ age, about }) =>
    about === 'self' ? [age] : [],
  )
  return ages.length === 0 ? undefined : Math.min(...ages)
}
