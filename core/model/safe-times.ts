import { BAGHDAD } from './targets.ts'
import type { JobKind } from '../ports/store/jobs.ts'
import { after, hours, instant, minutes, type Instant } from '../base/units.ts'
import type { AccessState } from './access.ts'

/**
 * One time of every day at which it is safe to write to the person: minutes since midnight in
 * Baghdad, `from` included, `to` not, each below 1440 and never the same. Over midnight where `to`
 * is the smaller one.
 */
export type SafeTimes = { readonly from: number; readonly to: number }

const DAY = hours(24)
const DAY_MINUTES = 24 * 60

export const isTimes = ({ from, to }: SafeTimes): boolean =>
  [from, to].every((time) => Number.isInteger(time) && time >= 0 && time < DAY_MINUTES) && from !== to

/** Baghdad keeps one offset all year, so every day has every minute once. */
const minuteOf = (at: Instant): number => Math.floor((at + BAGHDAD) / minutes(1)) % DAY_MINUTES

/** Whether it is safe at `at`; always where nobody set any times. */
export const isSafeTime = (times: SafeTimes | undefined, at: Instant): boolean => {
  if (times === undefined) return true
  const { from, to } = times
  const minute = minuteOf(at)
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}

/** When the time begins next, after `now`: tomorrow where it begins at `now` itself. */
export const nextOpening = ({ from }: SafeTimes, now: Instant): Instant => {
  const midnight = now - ((now + BAGHDAD) % DAY)
  const today = after(instant(midnight), minutes(from))
  return today > now ? today : after(today, DAY)
}

/** What a job of kind `opening` is for: what waits since this entry, or by the times that it set. */
export type OpeningJob = { readonly entry: number }

/**
 * The timer of what began to wait in entry `seq`. None is ever called off: one that comes after the
 * times were changed, or after everything went out, finds another entry in the state, or none.
 */
export const openingJobs = (
  { safeTimes, opening }: AccessState,
  seq: number,
  now: Instant,
): readonly { readonly kind: JobKind; readonly dueAt: Instant; readonly payload: OpeningJob }[] =>
  safeTimes === undefined || opening !== seq
    ? []
    : [{ kind: 'opening', dueAt: nextOpening(safeTimes, now), payload: { entry: seq } }]

const two = (n: number): string => String(n).padStart(2, '0')

/** `HH:MM` of a minute of the day. */
export const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
/** The minute of the day that `HH:MM` names. */
export const minuteOfClock = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
