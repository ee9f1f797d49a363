import type { Clock } from '../../../../core/ports/clock.ts'
import { after, hours, type Instant } from '../../../../core/base/units.ts'

/**
 * What one member, or one program, may do in an hour. Forty files are one every ninety seconds,
 * without a pause: more than anybody should look at (the console's own hint is six a shift) and
 * enough to prepare a case for court, but a desk is not carried away with it. Two hundred searches
 * are more than three a minute.
 */
const MOST = { reveal: 40, search: 200 } as const
export type Paced = keyof typeof MOST

const SPAN = hours(1)
/** Members and keys of the largest team; the oldest make room. */
const MOST_KNOWN = 10_000

/** Counts in this process alone, and from its start: with several consoles each counts what it did. */
export type Pace = {
  /**
   * Counts one more, or says from when on there may be one. `first`: nobody was told of this member
   * within the hour.
   */
  readonly take: (who: string, what: Paced) => { readonly until?: Instant; readonly first: boolean }
}

export const makePace = (clock: Pick<Clock, 'now'>): Pace => {
  const done = new Map<string, Instant[]>()
  const toldAt = new Map<string, Instant>()
  return {
    take: (who, what) => {
      const now = clock.now()
      const key = `${what} ${who}`
      const recent = (done.get(key) ?? []).filter((at) => now < after(at, SPAN))
      done.delete(key)
      done.set(key, recent)
      if (done.size > MOST_KNOWN) for (const oldest of [...done.keys()].slice(0, 1)) done.delete(oldest)
      const [oldest] = recent
      if (recent.length < MOST[what] || oldest === undefined) {
        recent.push(now)
        return { first: false }
      }
      const told = toldAt.get(who)
      const first = told === undefined || now >= after(told, SPAN)
      if (first) toldAt.set(who, now)
      return { until: after(oldest, SPAN), first }
    },
  }
}
