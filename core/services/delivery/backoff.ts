import { minutes, ms, seconds, type Ms } from '../../base/units.ts'

/**
 * Wait before the next attempt: 1 s doubling to 5 min. Platforms ask for their own waits; this is
 * for when they say nothing.
 */
export const backoff = (attempt: number): Ms =>
  ms(Math.min(minutes(5), seconds(1) * 2 ** Math.min(attempt - 1, 20)))
