import type { Instant } from '../../core/base/units.ts'

/** UTC+3 without summer time; the people who write are there (bots/amin/README.md, Words). */
const TIME_ZONE = 'Asia/Baghdad'

/** Swedish writes dates and times as ISO 8601 does. */
const clock = new Intl.DateTimeFormat('sv-u-nu-latn', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const calendar = new Intl.DateTimeFormat('sv-u-nu-latn-ca-gregory', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** `14:05`, the same in every language. */
export const formatTime = (at: Instant): string => clock.format(at)

/** `2026-11-24`, the same in every language. */
export const formatDate = (at: Instant): string => calendar.format(at)
