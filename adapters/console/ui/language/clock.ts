import type { Language } from './bundles.ts'

/** Chromium has no dates in Sorani and would fall back to the browser's own language. */
const SORANI_MONTHS = [
  'کانوونی دووەم',
  'شوبات',
  'ئازار',
  'نیسان',
  'ئایار',
  'حوزەیران',
  'تەممووز',
  'ئاب',
  'ئەیلوول',
  'تشرینی یەکەم',
  'تشرینی دووەم',
  'کانوونی یەکەم',
]
const SORANI_DAYS = ['یەکشەممە', 'دووشەممە', 'سێشەممە', 'چوارشەممە', 'پێنجشەممە', 'هەینی', 'شەممە']

/** Iraqi month names, Latin digits, 24 hours. */
const LOCALES = { ar: 'ar-IQ-u-nu-latn', en: 'en-GB' } as const

export type Clock = {
  /** `14:05` */
  readonly time: (at: Date) => string
  /** `Tuesday 24 November` */
  readonly day: (at: Date) => string
  /** `24 November 2026, 14:05:09` */
  readonly whole: (at: Date) => string
  /** `November 2026` */
  readonly month: (at: Date) => string
}

const pad = (n: number): string => String(n).padStart(2, '0')
/** `14:05`, in the browser's own time zone. */
export const timeOf = (at: Date): string => `${pad(at.getHours())}:${pad(at.getMinutes())}`

const soraniClock: Clock = {
  time: timeOf,
  day: (at) => `${SORANI_DAYS[at.getDay()] ?? ''}، ${at.getDate()}ی ${SORANI_MONTHS[at.getMonth()] ?? ''}`,
  whole: (at) =>
    `${at.getDate()}ی ${SORANI_MONTHS[at.getMonth()] ?? ''}ی ${at.getFullYear()}، ${timeOf(at)}:${pad(at.getSeconds())}`,
  month: (at) => `${SORANI_MONTHS[at.getMonth()] ?? ''}ی ${at.getFullYear()}`,
}

/** Dates and times in the browser's own time zone. */
export const makeClock = (language: Language): Clock => {
  if (language === 'ckb') return soraniClock
  const day = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', day: 'numeric', month: 'long' })
  const date = new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric' })
  const month = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric' })
  const comma = language === 'ar' ? '، ' : ', '
  return {
    time: timeOf,
    day: (at) => day.format(at),
    month: (at) => month.format(at),
    whole: (at) => `${date.format(at)}${comma}${timeOf(at)}:${pad(at.getSeconds())}`,
  }
}

export type Span = { readonly unit: 'now' | 'minutes' | 'hours' | 'days'; readonly count: number }

/** How long ago, in the largest whole unit; the future counts as now (clocks differ). */
export const spanSince = (at: Date, now: Date): Span => {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return { unit: 'now', count: 0 }
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
}
