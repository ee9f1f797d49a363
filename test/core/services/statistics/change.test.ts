import { expect, test } from 'vitest'
import { hours, minutes } from '../../../../core/base/units.ts'
import {
  changeOfCount,
  changeOfLength,
  changeOfShare,
  percentOf,
} from '../../../../core/services/statistics/change.ts'
import type { Cell } from '../../../../core/services/statistics/cells.ts'

const count = (now: Cell, before: Cell, weeks = 4, weeksBefore = 4) =>
  changeOfCount({ count: now, weeks }, { count: before, weeks: weeksBefore })

test('a difference that chance makes is called no clear change, however large a part it is', () => {
  expect(count(7, 5)).toEqual({ kind: 'unclear', before: 5 })
  expect(count(110, 100)).toEqual({ kind: 'unclear', before: 100 })
  expect(count(0, 0)).toEqual({ kind: 'unclear', before: 0 })
})

test.each([
  [1_100, 1_000, 'more', 'little'],
  [1_250, 1_000, 'more', 'quarter'],
  [1_330, 1_000, 'more', 'third'],
  [1_500, 1_000, 'more', 'half'],
  [2_000, 1_000, 'more', 'twice'],
  [2_500, 1_000, 'more', 'beyond'],
  [900, 1_000, 'less', 'little'],
  [750, 1_000, 'less', 'quarter'],
  [670, 1_000, 'less', 'third'],
  [500, 1_000, 'less', 'half'],
  [300, 1_000, 'less', 'beyond'],
  [40, 0, 'more', 'beyond'],
] as const)('%d after %d is %s, by the step %s', (now, before, kind, size) => {
  expect(count(now, before)).toEqual({ kind, size, before })
})

test('months of four weeks and of five are compared by the week', () => {
  expect(count(1_000, 800, 5, 4)).toEqual({ kind: 'unclear', before: 800 })
  expect(count(1_000, 1_000, 5, 4)).toEqual({ kind: 'less', size: 'quarter', before: 1_000 })
})

test('of a number that is not shown nothing is said, whichever of the two it is', () => {
  expect(count('few', 90)).toEqual({ kind: 'unlike' })
  expect(count(90, 'few')).toEqual({ kind: 'unlike' })
  expect(changeOfLength(undefined, hours(1))).toEqual({ kind: 'unlike' })
  expect(changeOfShare({ of: 20, within: 'few' }, { of: 20, within: 10 })).toEqual({ kind: 'unlike' })
  expect(changeOfShare({ of: 20, within: 10 }, { of: 0 })).toEqual({ kind: 'unlike' })
})

test('a time is about as long until it differs by a fifth', () => {
  expect(changeOfLength(minutes(11), minutes(10)).kind).toBe('unclear')
  expect(changeOfLength(minutes(13), minutes(10))).toEqual({
    kind: 'more',
    size: 'third',
    before: minutes(10),
  })
  expect(changeOfLength(minutes(5), minutes(10))).toEqual({ kind: 'less', size: 'half', before: minutes(10) })
  expect(changeOfLength(minutes(5), minutes(0)).kind).toBe('more')
})

test('a share is in whole hundredths, and compared against what chance does to so many', () => {
  expect(percentOf({ of: 30, within: 20 })).toBe(67)
  expect(percentOf({ of: 30, within: 0 })).toBe(0)
  expect(changeOfShare({ of: 20, within: 15 }, { of: 20, within: 12 })).toEqual({
    kind: 'unclear',
    before: 60,
  })
  expect(changeOfShare({ of: 400, within: 300 }, { of: 400, within: 240 })).toMatchObject({
    kind: 'more',
    before: 60,
  })
  expect(changeOfShare({ of: 400, within: 240 }, { of: 400, within: 300 }).kind).toBe('less')
})
