import type { CrisisHit } from '../../base/danger.ts'
import type { Instant } from '../../base/units.ts'
import { readTime } from '../../text/time.ts'

const HOUR = 3_600_000
/** A time that is further off says nothing about hours. */
const DAY = 24

/**
 * Hits of a time limit that names a clock ("before ten tonight") or a day with the hours that are
 * left until then, as rules that know no clock cannot say. What the sentence leaves open stays
 * open.
 */
export const withHoursLeft = (
  hits: readonly CrisisHit[],
  text: string,
  now: Instant,
): readonly CrisisHit[] => {
  /** Several rules are met by one sentence, which is read once. */
  const read = new Map<string, number>()
  const hoursIn = (sentence: string): number => {
    const known = read.get(sentence)
    if (known !== undefined) return known
    const at = readTime(sentence, now)
    const hours = at === undefined ? 0 : (at - now) / HOUR
    read.set(sentence, hours)
    return hours
  }
  return hits.map((hit) => {
    if (hit.label !== 'deadline' || hit.detail?.hours !== undefined) return hit
    const hours = hoursIn(text.slice(hit.start, hit.end))
    return hours > 0 && hours <= DAY ? { ...hit, detail: { ...hit.detail, hours } } : hit
  })
}
