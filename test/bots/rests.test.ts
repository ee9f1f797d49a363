import { expect, test } from 'vitest'
import { makeMemoryClock } from '../../adapters/memory/clock.ts'
import { makeRests } from '../../bots/rests.ts'
import type { ChatKey } from '../../core/base/ids.ts'
import { minutes, seconds } from '../../core/base/units.ts'

const CHAT = 'chat' as ChatKey

/** How many seconds the chat rests after one more failure; then it is worked on again. */
const rest = (clock: ReturnType<typeof makeMemoryClock>, rests: ReturnType<typeof makeRests>): number => {
  rests.begin(CHAT)
  let waited = 0
  while (rests.over().length === 0) {
    clock.advance(seconds(1))
    waited += 1
  }
  rests.wake(CHAT)
  expect(rests.all()).toEqual([])
  return waited
}

test('a chat that fails again and again rests longer each time, up to ten seconds, and a second again once all was well', () => {
  const clock = makeMemoryClock()
  const rests = makeRests(clock)
  expect(Array.from({ length: 6 }, () => rest(clock, rests))).toEqual([1, 2, 4, 8, 10, 10])
  rests.forget(CHAT)
  expect(rest(clock, rests)).toBe(1)
})

test('how often a chat failed is remembered for ten minutes, for another process may have gone on with it', () => {
  const clock = makeMemoryClock()
  const rests = makeRests(clock)
  expect([rest(clock, rests), rest(clock, rests)]).toEqual([1, 2])
  clock.advance(minutes(10))
  rests.over()
  expect(rest(clock, rests)).toBe(4)
  clock.advance(minutes(11))
  rests.over()
  expect(rest(clock, rests)).toBe(1)
})
