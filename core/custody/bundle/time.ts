import type { Phrases } from '../../ports/phrases.ts'
import type { Instant } from '../../base/units.ts'
import type { Stamp } from './report-input.ts'
import { isoOf } from '../../base/calendar.ts'

/** Where the phrases port tells local times. */
export const ZONE = 'Asia/Baghdad (UTC+03:00)'

export const stampOf = (phrases: Phrases, at: Instant): Stamp => ({
  at,
  utc: isoOf(at),
  local: `${phrases.date(at)} ${phrases.time(at)}`,
})
