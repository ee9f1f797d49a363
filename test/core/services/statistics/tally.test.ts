import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { targets } from '../../../../bots/amin/targets.ts'
import { cellOf, hideSmall, LEAST } from '../../../../core/services/statistics/cells.ts'
import { DIMENSIONS, tally, weekOf, type CountedCase } from '../../../../core/services/statistics/tally.ts'
import { hours, instant, type Instant } from '../../../../core/base/units.ts'
import { runs } from '../../../property/runs.ts'

const MONDAY = instant(Date.parse('2026-11-16T00:00:00Z'))
const at = (hoursLater: number): Instant => (MONDAY + hours(hoursLater)) as Instant
const SPAN = { from: MONDAY, to: at(24 * 7) }

const one = (more: Partial<CountedCase> = {}): CountedCase => ({
  severity: 'P3',
  team: 'financial',
  copies: [],
  channel: 'telegram',
  language: 'ar',
  status: 'waiting',
  openedAt: at(10),
  figures: {},
  ...more,
})
const many = (count: number, more: Partial<CountedCase> = {}): readonly CountedCase[] =>
  Array.from({ length: count }, () => one(more))
const asked = (cases: readonly CountedCase[]) => tally(targets, SPAN, cases)

describe('a count of people', () => {
  test('of one to four is not shown; none and five are', () => {
    expect([0, 1, 4, 5, 90].map((count) => cellOf(count))).toEqual([0, 'few', 'few', 5, 90])
  })

  test('that is hidden cannot be worked out of the sum of its table', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.nat({ max: 40 }), { maxKeys: 12 }),
        (table) => {
          const counts = new Map(Object.entries(table))
          const shown = hideSmall(counts)
          const hidden = shown.filter(({ cases }) => cases === 'few').map(({ key }) => counts.get(key) ?? 0)
          const rest = [...counts.values()].filter((count) => count > 0).length
          for (const { key, cases } of shown) if (cases !== 'few') expect(cases).toBe(counts.get(key))
          // One hidden cell, or a hidden sum below five, is the sum less what is shown.
          if (hidden.length > 0 && hidden.length < rest) {
            expect(hidden.length).toBeGreaterThan(1)
            expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(LEAST)
          }
        },
      ),
      runs(100),
    )
  })

  test('of which one to four are out of sight is not shown to who can count the others', () => {
    expect([0, 1, 4, 5].map((unseen) => cellOf(20, unseen))).toEqual([20, 'few', 'few', 20])
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1, maxLength: 3 }),
          fc.record({ seen: fc.nat({ max: 30 }), unseen: fc.nat({ max: 9 }) }),
          { maxKeys: 9 },
        ),
        (table) => {
          const counts = new Map(Object.entries(table).map(([key, { seen, unseen }]) => [key, seen + unseen]))
          const unseen = new Map(Object.entries(table).map(([key, of]) => [key, of.unseen]))
          const shown = hideSmall(counts, unseen)
          for (const { key, cases } of shown) {
            if (cases === 'few') continue
            expect(cases).toBe(counts.get(key))
            expect(cellOf(unseen.get(key) ?? 0)).not.toBe('few')
          }
          // What is hidden is the sum less what is shown, and of that they know what they see.
          const hidden = shown.filter(({ cases }) => cases === 'few')
          const all = [...unseen.values()].reduce((sum, count) => sum + count, 0)
          const left = hidden.reduce((sum, { key }) => sum + (unseen.get(key) ?? 0), 0)
          if (cellOf(all) !== 'few') expect(cellOf(left)).not.toBe('few')
        },
      ),
      runs(100),
    )
  })

  test('counts whole weeks, whatever was asked for: two spans that differ by a day tell nothing of that day', () => {
    const cases = [...many(6), ...many(1, { openedAt: at(30) })]
    const day = tally(targets, { from: at(24), to: at(48) }, cases)
    expect(day.cases).toBe(7)
    expect([day.from, day.to]).toEqual([SPAN.from, SPAN.to])
    expect(weekOf(at(24 * 7 - 1))).toBe(MONDAY)
    expect(weekOf(at(24 * 7))).toBe(at(24 * 7))
  })

  test('leaves out what was opened before the span or after it', () => {
    expect(
      asked([...many(5), ...many(9, { openedAt: at(-1) }), ...many(9, { openedAt: at(24 * 7) })]).cases,
    ).toBe(5)
  })
})

describe('the tables', () => {
  test('say of each dimension how many there are, in the order of the keys, whatever came first', () => {
    const { by } = asked([
      ...many(6, { figures: { material: ['private', 'chats'], governorate: 'basra', paid: 'no' } }),
      ...many(5, {
        severity: 'P1',
        channel: 'webchat',
        status: 'closed',
        figures: { material: ['private'], outcome: 'resolved' },
      }),
    ])
    expect(by.severity).toEqual([
      { key: 'P1', cases: 5 },
      { key: 'P3', cases: 6 },
    ])
    expect(by.material).toEqual([
      { key: 'chats', cases: 6 },
      { key: 'private', cases: 11 },
    ])
    expect(by.governorate).toEqual([{ key: 'basra', cases: 6 }])
    expect(by.outcome).toEqual([{ key: 'resolved', cases: 5 }])
    expect(by.week).toEqual([{ key: String(MONDAY), cases: 11 }])
    expect(Object.keys(by)).toEqual([...DIMENSIONS])
  })

  test('name no money that fewer than five people named', () => {
    const { money } = asked([
      ...many(5, { figures: { demanded: { hundredths: 100_000_00, currency: 'IQD' } } }),
      ...many(4, { figures: { demanded: { hundredths: 500_00, currency: 'USD' } } }),
    ])
    expect(money).toEqual([{ currency: 'IQD', hundredths: 500_000_00, cases: 5 }])
  })

  test('add up what was paid beside what was demanded, and hide what fewer than five told', () => {
    const { money, moneyPaid } = asked([
      ...many(5, { figures: { paid: 'again', paidSum: { hundredths: 200_00, currency: 'USD' } } }),
      ...many(4, { figures: { paid: 'yes', paidSum: { hundredths: 100_000_00, currency: 'IQD' } } }),
      ...many(9, { figures: { demanded: { hundredths: 500_00, currency: 'USD' } } }),
    ])
    expect(moneyPaid).toEqual([{ currency: 'USD', hundredths: 1_000_00, cases: 5 }])
    expect(money).toEqual([{ currency: 'USD', hundredths: 4_500_00, cases: 9 }])
  })

  test('say where people stop, of reports that were never sent', () => {
    const { stopped } = asked([
      ...many(7, { figures: { step: 'age' } }),
      ...many(9, { figures: { step: 'review', submitted: true } }),
    ])
    expect(stopped).toEqual([{ key: 'age', cases: 7 }])
  })
})

test('who is of a team learns no table, length or sum of which one to four are of another team', () => {
  const money = { demanded: { hundredths: 500_00, currency: 'USD' } }
  const times = { askedAt: at(9), repliedAt: at(10), closedAt: at(11) }
  const cases = [
    ...many(12, { figures: { governorate: 'basra', ...money, ...times } }),
    ...many(2, { team: 'minors', figures: { governorate: 'basra', ...money, ...times } }),
    ...many(9, { team: 'minors', figures: { governorate: 'erbil' } }),
  ]
  const {
    by,
    firstReply,
    firstReplyBy,
    resolution,
    money: sums,
  } = tally(targets, SPAN, cases, ({ team }) => team === 'minors')
  expect(by.governorate).toEqual([
    { key: 'basra', cases: 'few' },
    { key: 'erbil', cases: 'few' },
  ])
  expect(by.team).toEqual([
    { key: 'financial', cases: 12 },
    { key: 'minors', cases: 11 },
  ])
  expect([firstReply.of, firstReply.within, resolution.of]).toEqual(['few', 'few', 'few'])
  expect(firstReplyBy).toEqual([{ key: 'P3', of: 'few' }])
  expect(sums).toEqual([])
  expect(asked(cases).money).toEqual([{ currency: 'USD', hundredths: 7_000_00, cases: 14 }])
})

describe('times', () => {
  const replied = (after: number, severity: CountedCase['severity'] = 'P3') =>
    one({ severity, figures: { askedAt: at(9), repliedAt: at(9 + after), closedAt: at(10 + after) } })

  test('are measured from the call for a person to their first words, against the target of the severity', () => {
    const soon = targets.P3.reply / hours(1) / 2
    const { firstReply } = asked([
      ...Array.from({ length: 6 }, () => replied(soon)),
      ...Array.from({ length: 5 }, () => replied(40 * soon)),
    ])
    expect(firstReply).toEqual({ of: 11, median: hours(soon), p90: hours(40 * soon), within: 6 })
  })

  test('of fewer than five are not shown, and neither is a share that tells of fewer than five', () => {
    expect(asked([replied(1), replied(2)]).firstReply).toEqual({ of: 'few' })
    expect(asked(Array.from({ length: 6 }, (_, i) => replied(i === 0 ? 1000 : 0))).firstReply.within).toBe(
      'few',
    )
  })

  test('of a case run from its opening to its closing', () => {
    expect(asked(Array.from({ length: 5 }, () => replied(4))).resolution).toEqual({
      of: 5,
      median: hours(4),
      p90: hours(4),
    })
  })
})
