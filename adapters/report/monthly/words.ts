import type { Language } from '../../../core/base/language.ts'
import type { Instant, Ms } from '../../../core/base/units.ts'
import type { PhraseArgs, Phrases } from '../../../core/ports/phrases.ts'
import type { Cell } from '../../../core/services/statistics/cells.ts'
import type { Month } from '../../../core/services/statistics/month.ts'
import type { Bar, Figure } from './sheet.ts'

/** Words numbers, days and lengths in one language; digits are Latin in all three, as in the case report. */
export type Words = {
  readonly say: (key: string, args?: PhraseArgs) => string
  readonly month: (month: Month) => string
  readonly nameOfMonth: (month: Month) => string
  /** With the year. */
  readonly date: (at: Instant) => string
  readonly day: (at: Instant) => string
  readonly time: (at: Instant) => string
  /** The two largest units. */
  readonly length: (length: Ms) => string
  readonly number: (count: number) => string
  readonly percent: (share: number) => string
  readonly figure: (text: string | undefined) => Figure<string>
  readonly count: (cell: Cell) => Figure<string>
  readonly bar: (cell: Cell, longest: number) => Bar<string>
}

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const

/** Largest first, as many as fit into the seconds; none where there is not one second. */
const partsOf = (seconds: number) => {
  let left = seconds
  return UNITS.map(([unit, size]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return { unit, count }
  })
}

export const makeWords = (phrases: Phrases, language: Language): Words => {
  const say = (key: string, args?: PhraseArgs): string => phrases.say(language, key, args)
  const partsOfDay = (at: Instant) => {
    const [year = '', month = '', day = ''] = phrases.date(at).split('-')
    return { year, month: say(`month-${Number(month)}`), day: String(Number(day)) }
  }
  const nameOfMonth = ({ month }: Month): string => say(`month-${month}`)
  const figure = (text: string | undefined): Figure<string> =>
    text === undefined ? { text: say('monthly-hidden'), hidden: true } : { text, hidden: false }
  const count = (cell: Cell): Figure<string> => figure(cell === 'few' ? undefined : grouped.format(cell))
  return {
    say,
    nameOfMonth,
    month: (month) => say('monthly-month', { month: nameOfMonth(month), year: String(month.year) }),
    date: (at) => say('monthly-date', partsOfDay(at)),
    day: (at) => {
      const { month, day } = partsOfDay(at)
      return say('monthly-day', { month, day })
    },
    time: (at) => phrases.time(at),
    length: (length) => {
      const parts = partsOf(Math.round(length / 1_000))
      const first = parts.findIndex((part) => part.count > 0)
      const shown =
        first === -1
          ? parts.slice(-1)
          : parts.slice(first, first + 2).filter((part, i) => i === 0 || part.count > 0)
      return shown.map((part) => say(`monthly-length-${part.unit}`, { count: part.count })).join(' ')
    },
    number: (n) => grouped.format(n),
    percent: (share) => say('monthly-percent', { share: String(share) }),
    figure,
    count,
    bar: (cell, longest) => ({
      ...count(cell),
      length: cell === 'few' || longest === 0 ? null : cell / longest,
    }),
  }
}
