import { isRightToLeft } from '../../../core/base/bidi.ts'
import { hours, type Instant } from '../../../core/base/units.ts'
import type { Phrases } from '../../../core/ports/phrases.ts'
import type { Counted } from '../../../core/services/statistics/cells.ts'
import type { MonthlyInput } from '../../../core/services/statistics/monthly-desk.ts'
import type { MonthlyReport } from '../../../core/services/statistics/monthly.ts'
import { NETWORK_STATES } from '../../../core/services/statistics/networks.ts'
import { familyKey } from '../words.ts'
import type { Bars, Figure, MonthlyDocument, Sheet, Table } from './sheet.ts'
import { writeShort } from './short.ts'
import { makeWords, type Words } from './words.ts'

const DAY = hours(24)
const LIMITS = ['few', 'reach', 'weeks', 'answered', 'told', 'moves'] as const

const longestOf = (cells: readonly (number | 'few')[]): number =>
  Math.max(0, ...cells.map((cell) => (cell === 'few' ? 0 : cell)))

const writeBars = (
  w: Words,
  title: string,
  lines: readonly Counted[],
  nameOf: (key: string) => string,
): Bars<string> => {
  const longest = longestOf(lines.map(({ cases }) => cases))
  return {
    title: w.say(title),
    rows: lines.map(({ key, cases }) => ({ name: nameOf(key), bar: w.bar(cases, longest) })),
    none: w.say('monthly-none'),
  }
}

const writeWeeks = (w: Words, { byWeek }: MonthlyReport): Bars<string> => {
  const longest = longestOf(byWeek.map(({ cases }) => cases))
  return {
    title: w.say('monthly-weeks'),
    rows: byWeek.map(({ week, cases }) => ({ name: w.day(week), bar: w.bar(cases, longest) })),
    none: w.say('monthly-none'),
  }
}

const writeUrgency = (w: Words, report: MonthlyReport): NonNullable<Sheet<string>['urgency']> => {
  const longest = longestOf(report.severities.map(({ cases }) => cases))
  const dash: Figure<string> = { text: w.say('monthly-dash'), hidden: false }
  return {
    title: w.say('monthly-urgency'),
    head: ['name', 'cases', 'soon', 'half'].map((column) => w.say(`monthly-urgency-${column}`)),
    rows: report.severities.map(({ key, cases, target, answered, soon, median }) => ({
      name: w.say(familyKey('severity', key)),
      target:
        target.replyAtNight === undefined
          ? w.say('monthly-target', { length: w.length(target.reply) })
          : w.say('monthly-target-night', {
              length: w.length(target.reply),
              night: w.length(target.replyAtNight),
            }),
      cases: w.bar(cases, longest),
      soon: {
        ...(answered === 0 ? dash : w.figure(soon === undefined ? undefined : w.percent(soon))),
        length: soon === undefined ? null : soon / 100,
      },
      half: answered === 0 ? dash : w.figure(median === undefined ? undefined : w.length(median)),
    })),
    note:
      report.longest === undefined ? null : w.say('monthly-longest', { length: w.length(report.longest) }),
  }
}

/** A row for each money, what was demanded beside what was paid. */
const writeMoney = (w: Words, { money, moneyPaid }: MonthlyReport): Table<string> => {
  const currencies = [...new Set([...money, ...moneyPaid].map(({ currency }) => currency))].toSorted()
  const sumIn = (sums: MonthlyReport['money'], currency: string): Figure<string> => {
    const sum = sums.find((one) => one.currency === currency)
    // Fewer than five who named it, or nobody: which of the two is not known.
    if (sum === undefined) return { text: w.say('monthly-dash'), hidden: true }
    const text = `${w.number(sum.hundredths / 100)} ${w.say('monthly-money-cases', { count: sum.cases })}`
    return { text, hidden: false }
  }
  return {
    title: w.say('monthly-money'),
    head: ['currency', 'demanded', 'paid'].map((column) => w.say(`monthly-money-${column}`)),
    rows: currencies.map((currency) => [
      { text: currency, hidden: false },
      sumIn(money, currency),
      sumIn(moneyPaid, currency),
    ]),
    none: w.say('monthly-money-none'),
    note: w.say('monthly-money-note'),
  }
}

const writeNetworks = (w: Words, { networks: { networks, cases }, madeAt }: MonthlyReport): Table<string> => {
  const cellOf = (lines: readonly Counted[], key: string): Figure<string> =>
    w.count(lines.find((line) => line.key === key)?.cases ?? 0)
  return {
    title: w.say('monthly-networks', { date: w.date(madeAt) }),
    head: ['state', 'count', 'cases'].map((column) => w.say(`monthly-networks-${column}`)),
    rows:
      networks.length === 0
        ? []
        : NETWORK_STATES.map((state) => [
            { text: w.say(`monthly-network-${state}`), hidden: false },
            cellOf(networks, state),
            cellOf(cases, state),
          ]),
    none: w.say('monthly-networks-none'),
    note: null,
  }
}

/** The sheet in one language, worded to the last sign; pure. */
export const writeMonthlyDocument = (
  phrases: Phrases,
  { report, language, organisation, software, practice, governorate }: MonthlyInput,
): MonthlyDocument => {
  const w = makeWords(phrases, language)
  const { madeAt, from, to, weeks, running, headlines } = report
  const lastDay = (to - DAY) as Instant
  const empty = headlines.cases.now === 0
  const title = w.say('monthly-title')
  const month = w.month(report.month)
  const owner = organisation?.[language] ?? w.say('monthly-nobody')
  return {
    lang: language,
    rtl: isRightToLeft(title),
    // Marks of direction have no place in what a file is called.
    title: [title, month, owner].join(' · ').replaceAll(/[\u2066-\u2069]/g, ''),
    author: 'Amin',
    seconds: Math.floor(madeAt / 1_000),
    sheet: {
      organisation: owner,
      title,
      month,
      span: w.say('monthly-span', { from: w.date(from), to: w.date(lastDay), weeks }),
      made: w.say('monthly-made', { date: w.date(madeAt), time: w.time(madeAt), software }),
      notices: [
        ...(practice ? [w.say('monthly-practice')] : []),
        ...(running ? [w.say('monthly-running', { to: w.date(lastDay) })] : []),
        ...(empty ? [w.say('monthly-empty')] : []),
      ],
      short: empty ? null : writeShort(w, report),
      urgency: empty ? null : writeUrgency(w, report),
      weeks: empty ? null : writeWeeks(w, report),
      bars: empty
        ? []
        : [
            writeBars(w, 'monthly-channels', report.channels, (key) => w.say(`monthly-channel-${key}`)),
            writeBars(w, 'monthly-governorates', report.governorates, governorate),
            writeBars(w, 'monthly-outcomes', report.outcomes, (key) => w.say(familyKey('outcome', key))),
          ],
      money: empty ? null : writeMoney(w, report),
      networks: writeNetworks(w, report),
      limits: {
        title: w.say('monthly-limits'),
        points: LIMITS.map((limit) => w.say(`monthly-limit-${limit}`)),
      },
    },
  }
}
