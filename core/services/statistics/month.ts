import { dayOf, daysFromCivil } from '../../base/calendar.ts'
import { after, hours, instant, type Instant } from '../../base/units.ts'
import { WEEK, weekOf, type Span } from './tally.ts'

/** A month of the calendar. */
export type Month = { readonly year: number; readonly month: number }

/** As it is written, `2026-10`: of this century. */
export const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/
const DAY = hours(24)
const HALF_A_WEEK = hours(24 * 3)

/** As `2026-10`; nothing where that is no month of this century. */
export const readMonth = (text: string): Month | undefined => {
  const [, year, month] = MONTH.exec(text) ?? []
  return year === undefined ? undefined : { year: Number(year), month: Number(month) }
}

export const writeMonth = ({ year, month }: Month): string => `${year}-${String(month).padStart(2, '0')}`

const monthLater = ({ year, month }: Month, by: number): Month => {
  const count = year * 12 + month - 1 + by
  return { year: Math.floor(count / 12), month: (count % 12) + 1 }
}

export const monthBefore = (month: Month): Month => monthLater(month, -1)

const beginOf = ({ year, month }: Month): Instant =>
  weekOf(after(instant(daysFromCivil(year, month, 1) * DAY), HALF_A_WEEK))

/**
 * The whole weeks of which most days lie in the month: each week is in one month, and what a month
 * counts can be compared with what the weeks of the page count without telling of a day.
 */
export const spanOf = (month: Month): Span => ({ from: beginOf(month), to: beginOf(monthLater(month, 1)) })

export const weeksIn = ({ from, to }: Span): number => Math.round((to - from) / WEEK)

/** Those of which a week has begun, the newest first. */
export const monthsUntil = (now: Instant, count: number): readonly Month[] => {
  const [year = 0, month = 0] = dayOf(now).split('-').map(Number)
  const here = { year, month }
  // The last days of a month may lie in the first week of the next.
  const next = monthLater(here, 1)
  const newest = [next, here, monthBefore(here)].find((one) => beginOf(one) <= now) ?? here
  return Array.from({ length: count }, (_, back) => monthLater(newest, -back))
}
