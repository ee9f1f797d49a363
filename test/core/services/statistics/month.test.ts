import { expect, test } from 'vitest'
import { hours, instant } from '../../../../core/base/units.ts'
import {
  monthBefore,
  monthsUntil,
  readMonth,
  spanOf,
  weeksIn,
  writeMonth,
} from '../../../../core/services/statistics/month.ts'
import { weekOf } from '../../../../core/services/statistics/tally.ts'

const DAY = hours(24)
const at = (iso: string) => instant(Date.parse(iso))
/** Twenty years of months, among them one in which each day of the week comes first. */
const months = monthsUntil(at('2039-12-31T00:00:00Z'), 240)

test('every week is in one month alone, the one in which most of its days lie', () => {
  for (const month of months) {
    const span = spanOf(month)
    expect(spanOf(monthBefore(month)).to).toBe(span.from)
    expect(weekOf(span.from)).toBe(span.from)
    expect([4, 5]).toContain(weeksIn(span))
    for (let week: number = span.from; week < span.to; week += 7 * DAY) {
      const days = Array.from({ length: 7 }, (_, i) => new Date(week + i * DAY).toISOString().slice(0, 7))
      expect(days.filter((day) => day === writeMonth(month)).length).toBeGreaterThan(3)
    }
  }
})

test('October 2026 is five weeks, from 28 September to 1 November', () => {
  const span = spanOf({ year: 2026, month: 10 })
  expect([span.from, span.to]).toEqual([at('2026-09-28T00:00:00Z'), at('2026-11-02T00:00:00Z')])
  expect(weeksIn(span)).toBe(5)
})

test('a month is read as it is written, and what is none is not', () => {
  expect(readMonth('2026-01')).toEqual({ year: 2026, month: 1 })
  expect(writeMonth({ year: 2026, month: 1 })).toBe('2026-01')
  expect(monthBefore({ year: 2026, month: 1 })).toEqual({ year: 2025, month: 12 })
  for (const none of ['2026-13', '2026-00', '2026-1', '1999-10', '2026-10-01', ' 2026-10', '2026/10', ''])
    expect(readMonth(none), none).toBeUndefined()
})

test('those are offered of which a week has begun: on the last Monday of a month the next is among them', () => {
  const newest = (iso: string) => monthsUntil(at(iso), 2).map(writeMonth)
  expect(newest('2026-11-01T23:59:59Z')).toEqual(['2026-10', '2026-09'])
  expect(newest('2026-11-02T00:00:00Z')).toEqual(['2026-11', '2026-10'])
  expect(newest('2026-11-30T00:00:00Z')).toEqual(['2026-12', '2026-11'])
  expect(newest('2026-01-01T09:00:00Z')).toEqual(['2026-01', '2025-12'])
})
