import { beforeEach, expect, test } from 'vitest'
import { makeMemoryClock } from '../../adapters/memory/clock.ts'
import { makeNewcomers, type Newcomers } from '../../bots/newcomers.ts'
import type { CaseId, ChatKey } from '../../core/base/ids.ts'
import { makeConversations } from '../../core/services/limits/conversations.ts'
import type { InboxRow } from '../../core/ports/store/inbox.ts'
import { openStage } from '../build/stage.ts'

let newcomers: Newcomers
let row: (chat: string, more?: object) => { readonly key: ChatKey; readonly row: InboxRow }
let bind: (key: ChatKey) => Promise<unknown>

beforeEach(async () => {
  const { ports } = await openStage()
  const { store, sealer } = ports
  const conversations = makeConversations({ burst: 2, perMinute: 1 }, makeMemoryClock())
  newcomers = makeNewcomers({ conversations, chats: store.chats, sealer })
  row = (chat, more = {}) => {
    const id = `row-${chat}` as InboxRow['id']
    const sealed = sealer.transit.seal(`inbox:${id}`, { channel: 'telegram', ...more })
    return {
      key: chat as ChatKey,
      row: { id, chatKey: chat as ChatKey, receivedAt: 0 as InboxRow['receivedAt'], sealed, attempts: 0 },
    }
  }
  bind = (key) => store.chats.bind(key, `case-${key}` as CaseId)
})

const pauseOf = (chat: string, more?: object): Promise<number> => {
  const { key, row: first } = row(chat, more)
  return newcomers.pause(key, first)
}

test('above the budget the first words of a new chat wait a little, once, and are then answered', async () => {
  expect([await pauseOf('1'), await pauseOf('2')]).toEqual([0, 0])
  const pause = await pauseOf('3')
  expect(pause).toBeGreaterThan(0)
  expect(pause).toBeLessThan(60_000)
  expect(await pauseOf('3')).toBe(0)
})

test('who has a conversation never waits, nor does the web chat, which has a door of its own', async () => {
  for (const chat of ['1', '2', '3', '4', '5', '6']) await pauseOf(chat)
  await bind('7' as ChatKey)
  expect(await pauseOf('7')).toBe(0)
  expect(await pauseOf('8', { channel: 'webchat' })).toBe(0)
  expect(await pauseOf('9')).toBeGreaterThan(0)
})

test('the longer a flood lasts the longer they wait, and never as long as a claim', async () => {
  let last = 0
  for (let i = 0; i < 200; i += 1) {
    const pause = await pauseOf(String(i))
    if (pause === 0) continue
    await pauseOf(String(i))
    expect(pause).toBeGreaterThanOrEqual(last)
    last = pause
  }
  expect(last).toBe(30_000)
})
