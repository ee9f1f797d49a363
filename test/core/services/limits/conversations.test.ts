import { expect, test } from 'vitest'
import { makeMemoryClock } from '../../../../adapters/memory/clock.ts'
import {
  HIGHEST_LEVEL,
  makeConversations,
  USUAL_CONVERSATIONS,
} from '../../../../core/services/limits/conversations.ts'
import { minutes } from '../../../../core/base/units.ts'

const filled = (count: number) => {
  const clock = makeMemoryClock()
  const conversations = makeConversations(USUAL_CONVERSATIONS, clock)
  for (let i = 0; i < count; i += 1) conversations.begin()
  return { clock, conversations }
}

test('nobody pays while there is room, and each burst more costs a level more, up to the highest', () => {
  const { burst } = USUAL_CONVERSATIONS
  for (const [begun, level] of [
    [0, 0],
    [burst - 1, 0],
    [burst, 1],
    [2 * burst, 2],
    [4 * burst + 1, 4],
    [1_000 * burst, HIGHEST_LEVEL],
  ] as const)
    expect(filled(begun).conversations.level()).toBe(level)
})

test('a flood that ended is forgotten within half an hour, however large it was', () => {
  const { clock, conversations } = filled(10_000)
  clock.advance(minutes(29))
  expect(conversations.level()).toBe(1)
  clock.advance(minutes(2))
  expect(conversations.level()).toBe(0)
})

test('who begins at the usual pace for hours is never slowed', () => {
  const { clock, conversations } = filled(0)
  for (let i = 0; i < 600; i += 1) {
    conversations.begin()
    clock.advance(minutes(1 / USUAL_CONVERSATIONS.perMinute))
    expect(conversations.level()).toBe(0)
  }
})
