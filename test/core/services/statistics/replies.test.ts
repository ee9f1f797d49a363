import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { targets } from '../../../../bots/amin/targets.ts'
import { hideSmall, LEAST } from '../../../../core/services/statistics/cells.ts'
import { repliesBy, repliesOf } from '../../../../core/services/statistics/replies.ts'
import { SEVERITIES, type Severity } from '../../../../core/base/severity.ts'
import { hours, instant, minutes, type Instant, type Ms } from '../../../../core/base/units.ts'
import { runs } from '../../../property/runs.ts'

/** Noon in Baghdad: no target of the night. */
const NOON = instant(Date.parse('2026-11-16T09:00:00Z'))

const replied = (severity: Severity, took: Ms) => ({
  severity,
  figures: { askedAt: NOON, repliedAt: (NOON + took) as Instant },
})
const many = (count: number, severity: Severity, took: Ms) =>
  Array.from({ length: count }, () => replied(severity, took))
const soon = (severity: Severity): Ms => (targets[severity].reply / 2) as Ms
const late = (severity: Severity): Ms => (targets[severity].reply * 2) as Ms
const none: ReadonlySet<string> = new Set()

test('of each urgency it is said how many a person answered, how soon, and how many as soon as its target asks', () => {
  const cases = [
    ...many(9, 'P1', minutes(2)),
    ...many(6, 'P1', minutes(20)),
    ...many(7, 'P3', hours(1)),
    { severity: 'P3', figures: {} } as const,
  ]
  expect(repliesBy(targets, cases, none)).toEqual([
    { key: 'P1', of: 15, median: minutes(2), p90: minutes(20), within: 9 },
    { key: 'P3', of: 7, median: hours(1), p90: hours(1), within: 7 },
  ])
})

test('an urgency with one to four late ones is hidden, and the next smallest with it, for the sums are known', () => {
  const cases = [
    ...many(20, 'P1', soon('P1')),
    ...many(2, 'P1', late('P1')),
    ...many(9, 'P2', soon('P2')),
    ...many(6, 'P2', late('P2')),
    ...many(30, 'P3', soon('P3')),
  ]
  expect(repliesBy(targets, cases, none).map(({ key, of }) => [key, of])).toEqual([
    ['P1', 'few'],
    ['P2', 'few'],
    ['P3', 30],
  ])
})

test('an urgency whose number of cases is not shown tells nothing of its answers, and the next smallest hides them with it', () => {
  const cases = [...many(12, 'P1', soon('P1')), ...many(9, 'P2', soon('P2')), ...many(8, 'P3', soon('P3'))]
  expect(repliesBy(targets, cases, new Set(['P2'])).map(({ of }) => of)).toEqual([12, 'few', 'few'])
})

test('no number from one to four can be worked out of what is shown and the sums', () => {
  const count = fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 40 }))
  const table = fc.array(fc.record({ soon: count, late: count, open: count }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(table, (rows) => {
      const cases = rows.flatMap((row, i) => {
        const severity = SEVERITIES[i] ?? 'P4'
        return [
          ...many(row.soon, severity, soon(severity)),
          ...many(row.late, severity, late(severity)),
          ...Array.from({ length: row.open }, () => ({ severity, figures: {} })),
        ]
      })
      const all = new Map(SEVERITIES.map((key, i) => [key, rows[i]!.soon + rows[i]!.late + rows[i]!.open]))
      const few = new Set(hideSmall(all).flatMap(({ key, cases: n }) => (n === 'few' ? [key] : [])))
      const shown = repliesBy(targets, cases, few)
      const known = shown.filter(({ of }) => of !== 'few')
      for (const { key, of, within = 0 } of known) {
        const row = rows[SEVERITIES.indexOf(key)]!
        expect([of, within]).toEqual([row.soon + row.late, row.soon])
        for (const n of [row.soon, row.late]) expect(n === 0 || n >= LEAST).toBe(true)
        expect(few.has(key)).toBe(false)
      }
      // What is left over, of the sums that are told with the whole.
      const hidden = shown.filter(({ of }) => of === 'few')
      if (known.length === 0 || hidden.length === 0) return
      expect(hidden.length).toBeGreaterThan(1)
      const left = repliesOf(
        targets,
        cases.filter(({ severity }) => hidden.some(({ key }) => key === severity)),
      )
      const inTime = left.filter(({ within }) => within).length
      for (const n of [inTime, left.length - inTime]) expect(n === 0 || n >= LEAST).toBe(true)
    }),
    runs(100),
  )
})
