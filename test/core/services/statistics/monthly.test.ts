import { expect, test } from 'vitest'
import { targets } from '../../../../bots/amin/targets.ts'
import { hours, instant, minutes } from '../../../../core/base/units.ts'
import { spanOf } from '../../../../core/services/statistics/month.ts'
import { tally } from '../../../../core/services/statistics/tally.ts'
import { aMonthly, busyMonth, casesIn, OCTOBER } from '../../../build/monthly.ts'

const SEPTEMBER = { year: 2026, month: 9 }
const reportOf = (...[cases, more]: [Parameters<typeof aMonthly>[1], Parameters<typeof aMonthly>[2]?]) =>
  aMonthly('en', cases, more).report

test('the numbers are those that the page counts in the same weeks, hidden where it hides them', () => {
  const cases = [...busyMonth(OCTOBER), ...casesIn(SEPTEMBER, 30)]
  const page = tally(targets, spanOf(OCTOBER), cases)
  const { headlines, governorates, channels, outcomes, money, moneyPaid, severities } = reportOf(cases)
  const byKey = (lines: readonly { readonly key: string }[]) =>
    lines.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  expect(headlines.cases.now).toBe(page.cases)
  expect(headlines.reply.now).toBe(page.firstReply.median)
  expect(byKey(governorates)).toEqual(page.by.governorate)
  expect(byKey(channels)).toEqual(page.by.channel)
  expect(byKey(outcomes)).toEqual(page.by.outcome)
  expect([money, moneyPaid]).toEqual([page.money, page.moneyPaid])
  expect(severities.map(({ key, cases: n }) => ({ key, cases: n }))).toEqual(page.by.severity)
  expect(governorates.filter(({ cases: n }) => n === 'few').map(({ key }) => key)).toEqual([
    'basra',
    'halabja',
  ])
})

test('the most stand first; what is hidden comes last by its name, so that its place tells nothing', () => {
  const in_ = (count: number, governorate: string) => casesIn(OCTOBER, count, { figures: { governorate } })
  const { governorates } = reportOf([
    ...in_(3, 'wasit'),
    ...in_(1, 'basra'),
    ...in_(6, 'erbil'),
    ...in_(9, 'najaf'),
  ])
  expect(governorates).toEqual([
    { key: 'najaf', cases: 9 },
    { key: 'basra', cases: 'few' },
    { key: 'erbil', cases: 'few' },
    { key: 'wasit', cases: 'few' },
  ])
})

test('each week of the month is there, those without a case with none', () => {
  const { byWeek } = reportOf(casesIn(OCTOBER, 7).map((one) => ({ ...one, openedAt: spanOf(OCTOBER).from })))
  expect(byWeek.map(({ cases }) => cases)).toEqual([7, 0, 0, 0, 0])
})

test('while the month runs nothing is compared, and weeks to come are not there', () => {
  const madeAt = instant(spanOf(OCTOBER).from + hours(24 * 8))
  const { running, byWeek, headlines } = reportOf([...casesIn(OCTOBER, 9), ...casesIn(SEPTEMBER, 90)], {
    madeAt,
  })
  expect([running, byWeek.length]).toEqual([true, 2])
  expect(Object.values(headlines).map(({ change }) => change.kind)).toEqual(Array(5).fill('running'))
})

test('beside each figure stands that of the month before; what was closed is not compared, for it goes on rising', () => {
  const { headlines, weeks, weeksBefore } = reportOf([...busyMonth(OCTOBER), ...casesIn(SEPTEMBER, 20)])
  expect([weeks, weeksBefore]).toEqual([5, 4])
  expect(headlines.cases).toEqual({ now: 129, change: { kind: 'more', size: 'beyond', before: 20 } })
  expect(headlines.urgent.change).toEqual({ kind: 'more', size: 'beyond', before: 0 })
  expect(headlines.reply.change).toEqual({ kind: 'unlike' })
  expect(headlines.closed).toEqual({ now: 59, change: { kind: 'unfinished' } })
})

test('a figure that is not shown stands as nothing, and nothing is said of its change', () => {
  const { headlines } = reportOf([...casesIn(OCTOBER, 3), ...casesIn(SEPTEMBER, 50)])
  expect(headlines.cases).toEqual({ now: undefined, change: { kind: 'unlike' } })
})

test('each urgency has its target beside how many were answered within it', () => {
  const { severities, longest } = reportOf(busyMonth(OCTOBER))
  expect(severities[1]).toEqual({
    key: 'P2',
    cases: 39,
    target: { reply: minutes(30), replyAtNight: minutes(60) },
    answered: 39,
    soon: 77,
    median: minutes(21),
  })
  expect(severities[3]).toEqual({ key: 'P4', cases: 21, target: { reply: hours(24) }, answered: 0 })
  expect(longest).toBe(hours(3))
})
