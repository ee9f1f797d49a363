import { targets } from '../../bots/amin/targets.ts'
import type { Language } from '../../core/base/language.ts'
import { hours, instant, minutes, type Instant, type Ms } from '../../core/base/units.ts'
import type { Severity } from '../../core/base/severity.ts'
import { spanOf, weeksIn, monthBefore, type Month } from '../../core/services/statistics/month.ts'
import { writeMonthly, type Figures } from '../../core/services/statistics/monthly.ts'
import type { MonthlyInput } from '../../core/services/statistics/monthly-desk.ts'
import { tally, WEEK, type CountedCase, type Span } from '../../core/services/statistics/tally.ts'
import { openTexts } from '../../bots/texts.ts'
import { optionKey } from '../../core/model/keys.ts'

export const OCTOBER: Month = { year: 2026, month: 10 }
const phrases = openTexts()

const NO_NETWORKS: Figures['networks'] = { networks: [], cases: [], money: [], moneyPaid: [] }

/** Noon in Baghdad of a day of a month's week, from 0. */
const noonIn = (month: Month, week: number, day = 2): Instant =>
  (spanOf(month).from + week * WEEK + hours(24 * day + 9)) as Instant

type Made = Omit<Partial<CountedCase>, 'figures'> & { readonly figures?: Partial<CountedCase['figures']> }

/** `count` cases, one after the other over the weeks of the month. */
export const casesIn = (month: Month, count: number, more: Made = {}): readonly CountedCase[] =>
  Array.from({ length: count }, (_, i) => ({
    severity: 'P3',
    team: 'financial',
    copies: [],
    channel: 'telegram',
    language: 'ar',
    status: 'waiting',
    openedAt: noonIn(month, i % weeksIn(spanOf(month))),
    ...more,
    figures: { ...more.figures },
  }))

/** Asked for at noon and answered after `took`. */
export const answered = (month: Month, count: number, severity: Severity, took: Ms, more: Made = {}) => {
  const askedAt = noonIn(month, 0)
  return casesIn(month, count, {
    severity,
    ...more,
    figures: { askedAt, repliedAt: (askedAt + took) as Instant, ...more.figures },
  })
}

const iqd = (hundredths: number) => ({ hundredths, currency: 'IQD' })
const usd = (hundredths: number) => ({ hundredths, currency: 'USD' })

/** A month in which much was reported, and in every table something that must stay hidden. */
export const busyMonth = (month: Month): readonly CountedCase[] => [
  ...answered(month, 12, 'P1', minutes(3), {
    status: 'closed',
    figures: { outcome: 'resolved', governorate: 'baghdad' },
  }),
  ...answered(month, 6, 'P1', minutes(11), {
    status: 'closed',
    channel: 'whatsapp',
    figures: { outcome: 'referred', governorate: 'basra' },
  }),
  ...answered(month, 30, 'P2', minutes(21), {
    status: 'closed',
    figures: { outcome: 'resolved', governorate: 'baghdad', demanded: iqd(1_500_000_00) },
  }),
  ...answered(month, 9, 'P2', hours(3), {
    channel: 'whatsapp',
    figures: { governorate: 'sulaymaniyah', demanded: usd(500_00), paidSum: usd(120_00) },
  }),
  ...answered(month, 40, 'P3', hours(2), { channel: 'webchat', figures: { governorate: 'erbil' } }),
  ...answered(month, 8, 'P3', hours(9), {
    status: 'closed',
    figures: { outcome: 'withdrawn', governorate: 'nineveh' },
  }),
  ...answered(month, 3, 'P3', hours(1), {
    status: 'closed',
    channel: 'phone',
    figures: { outcome: 'not_a_case', governorate: 'halabja' },
  }),
  ...casesIn(month, 15, { severity: 'P4', figures: { governorate: 'dhi-qar' } }),
  ...casesIn(month, 6, { severity: 'P4', status: 'bot', figures: { governorate: 'salah-al-din' } }),
]

export const figuresIn = (span: Span, cases: readonly CountedCase[], networks = NO_NETWORKS): Figures => ({
  ...tally(targets, span, cases),
  networks,
})

/** The input of a sheet over these cases, made some days after the month. */
export const aMonthly = (
  language: Language,
  cases: readonly CountedCase[],
  more: Partial<Omit<MonthlyInput, 'report'>> & {
    readonly month?: Month
    readonly madeAt?: Instant
    readonly networks?: Figures['networks']
  } = {},
): MonthlyInput => {
  const {
    month = OCTOBER,
    networks = NO_NETWORKS,
    madeAt = instant(Date.parse('2026-11-05T12:05:00Z')),
    ...rest
  } = more
  const now = figuresIn(spanOf(month), cases, networks)
  const earlier = figuresIn(spanOf(monthBefore(month)), cases, networks)
  return {
    report: writeMonthly(month, { now, earlier }, { targets, madeAt }),
    language,
    organisation: {
      ar: 'مركز الأمان الرقمي',
      ckb: 'ناوەندی ئاسایشی دیجیتاڵی',
      en: 'Centre for Digital Safety',
    },
    software: 'Amin 0.1.0',
    practice: false,
    governorate: (key) => phrases.say(language, optionKey('governorate', key)),
    ...rest,
  }
}
