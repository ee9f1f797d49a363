import { assert, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clockOf,
  isSafeTime,
  isTimes,
  minuteOfClock,
  nextOpening,
  type SafeTimes,
} from '../../../core/model/safe-times.ts'
import { after, hours, instant, minutes, ms, type Instant } from '../../../core/base/units.ts'
import { runs } from '../../property/runs.ts'

const DAY = hours(24)
const times = (from: string, to: string): SafeTimes => ({ from: minuteOfClock(from), to: minuteOfClock(to) })
const EVENING = times('18:00', '22:00')
const NIGHT = times('22:30', '01:15')
/** As written on a clock in Baghdad, with its offset written out. */
const baghdad = (day: string, clock: string): Instant => instant(Date.parse(`${day}T${clock}+03:00`))

describe('a time of every day at which it is safe', () => {
  test.each([
    ['17:59:59.999', false],
    ['18:00:00.000', true],
    ['21:59:59.999', true],
    ['22:00:00.000', false],
    ['00:00:00.000', false],
  ])('in the evening, at %s: %s', (clock, safe) => {
    expect(isSafeTime(EVENING, baghdad('2026-11-27', clock))).toBe(safe)
  })

  test.each([
    ['22:29:59.999', false],
    ['22:30:00.000', true],
    ['23:59:59.999', true],
    ['00:00:00.000', true],
    ['01:14:59.999', true],
    ['01:15:00.000', false],
    ['12:00:00.000', false],
  ])('over midnight, at %s: %s', (clock, safe) => {
    expect(isSafeTime(NIGHT, baghdad('2026-11-27', clock))).toBe(safe)
  })

  test('is every time where nobody set any', () => {
    expect(isSafeTime(undefined, instant(0))).toBe(true)
  })

  test.each([
    ['2026-11-27', '17:59:59.999', '2026-11-27'],
    // What begins now is not the next one.
    ['2026-11-27', '18:00:00.000', '2026-11-28'],
    ['2026-12-31', '23:00:00.000', '2027-01-01'],
    // It was the day before in UTC.
    ['2026-03-01', '00:30:00.000', '2026-03-01'],
  ])('begins next, seen from %s %s, on %s', (day, clock, opens) => {
    expect(nextOpening(EVENING, baghdad(day, clock))).toBe(baghdad(opens, '18:00:00.000'))
  })

  test('is the same on every day of the year: Baghdad changes no clocks', () => {
    const first = baghdad('2026-01-01', '18:00:00.000')
    for (let day = 0; day < 366; day += 1) {
      const opening = after(first, ms(day * DAY))
      expect(isSafeTime(EVENING, opening)).toBe(true)
      expect(isSafeTime(EVENING, after(opening, ms(-1)))).toBe(false)
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Asia/Baghdad',
        hour: '2-digit',
        minute: '2-digit',
      }).format(opening)
      expect(clock).toBe('18:00')
    }
  })
})

const minuteOfDay = integer({ min: 0, max: 1439 })
const anyTimes = record({ from: minuteOfDay, to: minuteOfDay }).filter(isTimes)
const anyTime = integer({ min: 0, max: 4_102_444_800_000 }).map(instant)

describe('whatever the times are', () => {
  test('the next opening is the first moment of its time, later than now and at most a day away', () => {
    assert(
      property(anyTimes, anyTime, (one, now) => {
        const opening = nextOpening(one, now)
        expect(opening).toBeGreaterThan(now)
        expect(opening).toBeLessThanOrEqual(now + DAY)
        expect(isSafeTime(one, opening)).toBe(true)
        expect(isSafeTime(one, after(opening, ms(-1)))).toBe(false)
      }),
      runs(100),
    )
  })

  test('a day has as many safe minutes as lie between them, and the rest is the other half', () => {
    assert(
      property(anyTimes, anyTime, (one, now) => {
        const safe = Array.from({ length: 1440 }, (_, minute) =>
          isSafeTime(one, after(now, minutes(minute))),
        ).filter(Boolean).length
        expect(safe).toBe((one.to - one.from + 1440) % 1440)
        expect(isSafeTime({ from: one.to, to: one.from }, now)).toBe(!isSafeTime(one, now))
      }),
      runs(50),
    )
  })

  test('a clock says a minute of the day and back', () => {
    assert(
      property(
        minuteOfDay,
        (minute) => minuteOfClock(clockOf(minute)) === minute && clockOf(minute).length === 5,
      ),
      runs(100),
    )
  })

  test.each([
    [0, 0],
    [-1, 5],
    [5, 1440],
    [1.5, 5],
    [Number.NaN, 5],
  ])('%d to %d are none', (from, to) => {
    expect(isTimes({ from, to })).toBe(false)
  })
})
