import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backoff } from '../../../../core/services/delivery/backoff.ts'
import { makePace } from '../../../../core/services/delivery/pace.ts'
import type { ChatKey } from '../../../../core/base/ids.ts'
import { instant, ms, seconds } from '../../../../core/base/units.ts'
import { runs } from '../../../property/runs.ts'

const chat = 'a' as ChatKey

describe('the pace of a chat', () => {
  test('lets a short burst through at once, then one message a second', () => {
    const pace = makePace({ burst: 3, refill: seconds(1) })
    const at = instant(1_000)
    expect([1, 2, 3].map(() => pace.take(chat, at))).toEqual([at, at, at])
    expect(pace.take(chat, at)).toBe(2_000)
    expect(pace.take(chat, instant(2_000))).toBe(2_000)
    expect(pace.take(chat, instant(2_000))).toBe(3_000)
  })

  test('is each chat its own', () => {
    const pace = makePace({ burst: 1, refill: seconds(1) })
    expect(pace.take(chat, instant(0))).toBe(0)
    expect(pace.take('b' as ChatKey, instant(0))).toBe(0)
  })

  test('never lets more through than burst plus what was refilled, also where the clock steps back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2_000, max: 3_000 }), { maxLength: 200 }), (steps) => {
        const pace = makePace({ burst: 5, refill: ms(1_000) })
        let now = 10_000
        let forward = 0
        let passed = 0
        for (const step of steps) {
          now += step
          forward += Math.max(0, step)
          if (pace.take(chat, instant(now)) === now) passed += 1
        }
        expect(passed).toBeLessThanOrEqual(5 + Math.ceil(forward / 1_000))
      }),
      runs(100),
    )
  })
})

test('the wait between attempts doubles and is never longer than five minutes', () => {
  expect([1, 2, 3, 4].map(backoff)).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(backoff(300)).toBe(300_000)
})
