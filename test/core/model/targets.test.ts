import { describe, expect, test } from 'vitest'
import { targets } from '../../../bots/amin/targets.ts'
import { isNight, pageOf, replyDue } from '../../../core/model/targets.ts'
import { evolveWait, type Wait } from '../../../core/model/wait.ts'
import type { Severity } from '../../../core/base/severity.ts'
import { after, hours, instant, minutes, type Instant } from '../../../core/base/units.ts'

/** 2026-01-01T09:00:00Z, noon in Baghdad. */
const NOON = instant(1_767_258_000_000)
const waiting = (severity: Severity, at: Instant = NOON): Wait => ({ marks: [{ at, severity }], paged: 0 })
const minutesAfter = (at: number, from: Instant = NOON): number => (at - from) / minutes(1)

describe('the first words of a person are due', () => {
  test.each([
    ['P1', 5],
    ['P2', 30],
    ['P3', 240],
    ['P4', 1440],
  ] as const)('%s: %d minutes', (severity, due) => {
    expect(minutesAfter(replyDue(targets, waiting(severity)))).toBe(due)
  })

  test('P2 at night has an hour, P1 has not', () => {
    const night = after(NOON, hours(11))
    expect(minutesAfter(replyDue(targets, waiting('P2', night)), night)).toBe(60)
    expect(minutesAfter(replyDue(targets, waiting('P1', night)), night)).toBe(5)
  })

  test('a raise brings it forward, and never puts off what was due before', () => {
    const wait: Wait = {
      marks: [
        { at: NOON, severity: 'P4' },
        { at: after(NOON, hours(1)), severity: 'P2' },
      ],
      paged: 0,
    }
    expect(minutesAfter(replyDue(targets, wait))).toBe(90)
    const late: Wait = {
      marks: [
        { at: NOON, severity: 'P4' },
        { at: after(NOON, hours(23)), severity: 'P3' },
      ],
      paged: 0,
    }
    expect(minutesAfter(replyDue(targets, late))).toBe(1440)
  })
})

test('night is told in Baghdad, over midnight and within a day', () => {
  const at = (hour: number): Instant => after(NOON, hours(hour - 12))
  expect([21, 22, 23, 24, 30, 31, 36].map((hour) => isNight(targets, at(hour)))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
  const early = { ...targets, night: { from: 1, to: 5 } }
  expect([0, 1, 4, 5, 23].map((hour) => isNight(early, at(hour)))).toEqual([false, true, true, false, false])
  expect(isNight({ ...targets, night: { from: 0, to: 0 } }, at(0))).toBe(false)
})

describe('pages', () => {
  const steps = (severity: Severity, count: number): readonly (readonly [number, string])[] =>
    Array.from({ length: count }, (_, step) => {
      const { at, to } = pageOf(targets, waiting(severity), step)
      return [minutesAfter(at), to]
    })

  test('P1: the team, who supervises, the line outside, and that again every ten minutes', () => {
    expect(steps('P1', 6)).toEqual([
      [2, 'team'],
      [5, 'supervisor'],
      [10, 'external'],
      [20, 'external'],
      [30, 'external'],
      [40, 'external'],
    ])
  })

  test('P2 to P4: at growing intervals that end at the longest', () => {
    expect(steps('P2', 8).map(([at]) => at)).toEqual([15, 30, 60, 120, 240, 480, 720, 960])
    expect(steps('P3', 6).map(([at]) => at / 60)).toEqual([2, 4, 8, 16, 32, 56])
    expect(steps('P4', 4).map(([at]) => at / 60)).toEqual([12, 24, 48, 72])
  })

  test('go on for ever, each later than the one before', () => {
    for (const severity of ['P1', 'P2', 'P3', 'P4'] as const) {
      const at = steps(severity, 500).map(([minute]) => minute)
      expect(at.every((minute, i) => i === 0 || minute > at[i - 1]!)).toBe(true)
    }
  })
})

describe('a wait', () => {
  const later = after(NOON, minutes(7))
  const in_ = (severity: Severity, since: Instant | undefined = NOON) => ({ since, severity })

  test('begins when somebody comes into the queue, and ends when they leave it', () => {
    expect(evolveWait({ since: undefined, severity: 'P3' }, in_('P3'), NOON)).toEqual(waiting('P3'))
    expect(
      evolveWait({ ...in_('P3'), wait: waiting('P3') }, { since: undefined, severity: 'P3' }, later),
    ).toBeUndefined()
  })

  test('begins anew where they left and came again', () => {
    const paged: Wait = { ...waiting('P2'), paged: 3 }
    expect(evolveWait({ ...in_('P2'), wait: paged }, in_('P2', later), later)).toEqual(waiting('P2', later))
  })

  test('counts pages, and from nought again where it grows graver', () => {
    const once = evolveWait({ ...in_('P2'), wait: waiting('P2') }, in_('P2'), later, 0)
    expect(once).toEqual({ ...waiting('P2'), paged: 1 })
    expect(evolveWait({ ...in_('P2'), wait: once! }, in_('P1'), later)).toEqual({
      marks: [
        { at: NOON, severity: 'P2' },
        { at: later, severity: 'P1' },
      ],
      paged: 0,
    })
  })

  test('that a person made less urgent is as if it had been so from the beginning', () => {
    const graver: Wait = {
      marks: [
        { at: NOON, severity: 'P2' },
        { at: later, severity: 'P1' },
      ],
      paged: 2,
    }
    expect(evolveWait({ ...in_('P1'), wait: graver }, in_('P3'), later)).toEqual(waiting('P3'))
  })
})
