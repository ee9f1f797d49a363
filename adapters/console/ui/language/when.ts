import type { Translate } from './bundles.ts'
import type { Clock } from './clock.ts'

/** A moment to come, as people agree on it: the day and the minute. */
export const whenOf = (t: Translate, clock: Clock, at: string): string => {
  const date = new Date(at)
  return `${clock.day(date)}${t('list-comma')}${clock.time(date)}`
}
