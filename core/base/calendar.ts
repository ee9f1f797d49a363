import type { Instant } from './units.ts'

const DAY = 86_400_000

const two = (n: number): string => String(n).padStart(2, '0')

/**
 * Year, month and day of a day counted from 1970-01-01, by the Gregorian calendar; eras of 400
 * years that begin on 1 March make leap days the last.
 */
const civil = (days: number): { readonly year: number; readonly month: number; readonly day: number } => {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const marched = Math.floor((5 * ofYear + 2) / 153)
  const month = marched < 10 ? marched + 3 : marched - 9
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * marched + 2) / 5) + 1,
  }
}

/**
 * Days since 1970 of a civil date (proleptic Gregorian; H. Hinnant, "chrono-compatible low-level
 * date algorithms").
 */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

/** 2026-11-24, in UTC. */
export const dayOf = (at: Instant): string => {
  const { year, month, day } = civil(Math.floor(at / DAY))
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** 2026-11-24T10:05:00.000Z: ISO 8601 in UTC, for moments from the year 0 to 9999. */
export const isoOf = (at: Instant): string => {
  const ofDay = at - Math.floor(at / DAY) * DAY
  const [hour, minute, second] = [
    Math.floor(ofDay / 3_600_000),
    Math.floor(ofDay / 60_000) % 60,
    Math.floor(ofDay / 1_000) % 60,
  ]
  return `${dayOf(at)}T${two(hour)}:${two(minute)}:${two(second)}.${String(Math.floor(ofDay) % 1_000).padStart(3, '0')}Z`
}

const DAY_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether it is a day as `dayOf` gives it. */
export const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = DAY_TEXT.exec(text)?.slice(1).map(Number) ?? []
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 && !isLeap ? 28 : (LENGTHS[month - 1] ?? 0)
  return day >= 1 && day <= length
}
