import { expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { openSettings } from '../../../../bots/settings.ts'
import { beginTest, lastTest, makeTestMessages } from '../../../../bots/channels/telegram/test-message.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { makeReceiver } from '../../../../core/services/inbound/receive.ts'
import type { Channel, SendOutcome } from '../../../../core/ports/channel.ts'
import { makeInboundSink } from '../../../../core/services/inbound/sink.ts'
import { openStageOn } from '../../../build/stage.ts'

const ACCOUNT = '424242'

/** A chat on Telegram over a stage's parts, and what was said to it outside the outbox. */
const openChat = async (
  outcome: (at: number) => SendOutcome = (at) => ({ status: 'sent', at: at as never }),
) => {
  const { ports, casebook, clock } = await openStageOn(TELEGRAM_CAPABILITIES)
  const settings = await openSettings(ports.store.settings, { official: {} }, ports.log)
  const told: string[] = []
  const send: Channel['send'] = async (_, content) => {
    if (content.kind === 'text') told.push(content.text)
    return outcome(clock.now())
  }
  const tests = makeTestMessages({ ...ports, settings, channel: () => ({ send }) as Channel })
  const receiver = makeReceiver(ports, casebook, tests)
  const sink = makeInboundSink({ ...ports, inbox: ports.store.inbox })
  let message = 0
  const starts = async (payload: string, account = ACCOUNT): Promise<void> => {
    const item: Inbound = {
      v: 1,
      channel: 'telegram',
      account,
      chat: '77',
      message: String((message += 1)),
      edit: 0,
      sentAt: clock.now(),
      from: {},
      body: { kind: 'start', payload: untrusted(payload) },
    }
    await sink.put([item])
    const now = clock.now()
    const [claimed] = await ports.store.inbox.claim(
      { owner: 'test', now, until: now },
      { chats: 1, perChat: 1 },
    )
    for (const row of claimed?.rows ?? []) await receiver.receive(row)
  }
  const cases = async (): Promise<number> =>
    Object.values(await ports.store.views.counts()).reduce((sum, count) => sum + count, 0)
  const begin = (language: 'ar' | 'ckb' | 'en'): Promise<string> =>
    beginTest({ ...ports, settings }, ACCOUNT, { by: 'noor', at: clock.now(), language })
  return { ports, settings, told, starts, cases, begin }
}

test('a test message is answered in the language of who asked, opens no case, and is noted as come', async () => {
  const { ports, settings, told, starts, cases, begin } = await openChat()
  const code = await begin('ckb')
  expect(lastTest({ settings })).toMatchObject({ asked: expect.any(Number) })
  await starts(code)
  expect(told).toEqual([ports.phrases.say('ckb', 'channel-test-answer')])
  expect(lastTest({ settings })).toMatchObject({ came: expect.any(Number), answered: expect.any(Number) })
  expect(await cases()).toBe(0)
  expect((await ports.store.inbox.depth()).waiting).toBe(0)
})

test('an older link is no case either, and says nothing of the newest test', async () => {
  const { settings, told, starts, cases, begin } = await openChat()
  const old = await begin('en')
  await begin('en')
  await starts(old)
  expect(told).toHaveLength(1)
  expect(lastTest({ settings })).not.toHaveProperty('came')
  expect(await cases()).toBe(0)
})

test('a test that came and could not be answered is noted as that', async () => {
  const { settings, starts, begin } = await openChat(() => ({ status: 'refused', why: 'blocked' }))
  await starts(await begin('en'))
  expect(lastTest({ settings })).toMatchObject({ came: expect.any(Number) })
  expect(lastTest({ settings })).not.toHaveProperty('answered')
})

test('whoever makes such a link up, or takes that of another bot, is somebody who writes to us', async () => {
  const made = await openChat()
  const code = await made.begin('en')
  await made.starts(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)
  expect(made.told).toEqual([])
  expect(await made.cases()).toBe(1)
  const other = await openChat()
  await other.starts(await other.begin('en'), '515151')
  expect(other.told).toEqual([])
  expect(await other.cases()).toBe(1)
})
