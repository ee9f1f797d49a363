import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Evidence } from '../../../adapters/console/contract/index.ts'
import type { MessagePage } from '../../../adapters/console/contract/messages.ts'
import { readQuote, shortenQuote } from '../../../adapters/console/server/cases/quote.ts'
import type { EvidenceId } from '../../../core/base/ids.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { aCase, openWorld, type World } from './world.ts'

describe('what a message answers', () => {
  test.each([
    [
      'Telegram, the person’s own',
      { message_id: 9, reply_to_message: { message_id: 7, text: 'he wants money', from: { is_bot: false } } },
      { message: '7', text: 'he wants money' },
    ],
    [
      'Telegram, ours',
      { reply_to_message: { message_id: 7, text: 'Are you safe?', from: { is_bot: true } } },
      { message: '7', text: 'Are you safe?', ours: true },
    ],
    [
      'Telegram, a marked part',
      { quote: { text: 'money' }, reply_to_message: { message_id: 7, text: 'he wants money' } },
      { message: '7', text: 'money' },
    ],
    [
      'WhatsApp',
      {
        message: {
          extendedTextMessage: {
            text: 'no',
            contextInfo: { stanzaId: 'ABC', quotedMessage: { conversation: 'pay' } },
          },
        },
      },
      { message: 'ABC', text: 'pay' },
    ],
    ['WhatsApp, business', { type: 'text', context: { from: '1', id: 'wamid.X' } }, { message: 'wamid.X' }],
    ['nothing', { text: 'hello' }, undefined],
    ['an empty answer', { reply_to_message: {} }, undefined],
  ])('on %s', (_, whole, found) => {
    expect(readQuote(JSON.stringify(whole))).toEqual(found)
  })

  test('whatever a platform sends, reading it ends and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (json) => void readQuote(json)))
    const deep = (n: number): string => `{"message":${'{"a":'.repeat(n)}{"stanzaId":"X"}${'}'.repeat(n)}}`
    expect(readQuote(deep(3))).toEqual({ message: 'X' })
    expect(readQuote(deep(2_000))).toBeUndefined()
  })

  test('is shortened between signs', () => {
    expect(Array.from(shortenQuote('🙂'.repeat(500)))).toHaveLength(140)
    expect(shortenQuote('a\n\n  b')).toBe('a b')
  })

  test('is shortened between words, so that no handle is quoted by half', () => {
    expect(shortenQuote(`${'ابتزاز '.repeat(19)}@dark.user_1 on telegram`)).toMatch(/ابتزاز…$/)
  })
})

describe('in the conversation', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  const messages = async (code: string) =>
    (
      await world.get(`/api/v1/cases/${code}/messages`, {
        cookie: (await world.member(`reader-of-${code.toLowerCase()}`)).cookie,
      })
    ).json<MessagePage>().messages

  test('a mark stands with the message that it is under, and so does the word that it was taken back', async () => {
    const item = await aCase(world)
    await item.receive({ kind: 'text', text: untrusted('he wants 500 dollars') }, { message: '7' })
    await item.receive({ kind: 'reaction', emoji: '😢', of: '7' }, { message: 'reaction:1' })
    await item.receive({ kind: 'reaction', emoji: '', of: '7' }, { message: 'reaction:2' })
    await item.receive({ kind: 'reaction', emoji: '👍', of: 'unknown' }, { message: 'reaction:3' })
    const [, first, mark, back, other] = await messages(item.code)
    const quote = { id: first?.id, text: 'he wants 500 dollars' }
    expect(mark).toMatchObject({ from: 'event', event: 'reaction', detail: '😢', quote })
    expect(back).toMatchObject({ from: 'event', event: 'reaction-removed', quote })
    expect(other).toMatchObject({ event: 'reaction', detail: '👍' })
    expect(other?.quote).toBeUndefined()
  })

  test('an answer names the message it answers, in the words that are known of it', async () => {
    const item = await aCase(world)
    await item.receive({ kind: 'text', text: untrusted('he wants 500 dollars') }, { message: '7' })
    await item.receive(
      { kind: 'text', text: untrusted('this one') },
      {
        message: '8',
        raw: untrusted(JSON.stringify({ reply_to_message: { message_id: 7, text: 'something else' } })),
      },
    )
    await item.receive(
      { kind: 'text', text: untrusted('and this') },
      {
        message: '9',
        raw: untrusted(
          JSON.stringify({ reply_to_message: { message_id: 700, text: 'ours', from: { is_bot: true } } }),
        ),
      },
    )
    const [, first, answer, other] = await messages(item.code)
    expect(answer?.quote).toEqual({ id: first?.id, text: 'he wants 500 dollars' })
    expect(other?.quote).toEqual({ text: 'ours', ours: true })
  })

  test('what was deleted on the phone stays as it was said last, with a mark', async () => {
    const item = await aCase(world)
    await item.receive({ kind: 'text', text: untrusted('his name is Ali') }, { message: '7' })
    await item.receive({ kind: 'text', text: untrusted('his name is Omar') }, { message: '7', edit: 1 })
    await item.receive({ kind: 'unsupported', what: 'deleted' }, { message: '7', edit: 2 })
    const said = (await messages(item.code)).find(({ from }) => from === 'person')
    expect(said).toMatchObject({ text: 'his name is Ali', deletedAt: expect.any(String) })
    expect(said?.edits?.map(({ text }) => text)).toEqual(['his name is Omar'])
  })

  test('a file that was deleted on the phone after it was sealed bears that mark in the list of evidence', async () => {
    const item = await aCase(world)
    const media = { kind: 'photo', capture: 'as_sent', ref: 'file-1' } as const
    const inbound = await item.receive({ kind: 'media', media }, { message: '8' })
    const evidence = world.ports.random.id() as EvidenceId
    const offered = { evidence, inbound, kind: 'photo', capture: 'as_sent', forwarded: false } as const
    await item.append({ type: 'evidence_announced', ...offered, sentAt: world.clock.now() })
    const { cookie } = await world.member('noor')
    const list = async (): Promise<readonly Evidence[]> =>
      (await world.get(`/api/v1/cases/${item.code}/evidence`, { cookie })).json<{
        evidence: Evidence[]
      }>().evidence
    expect((await list())[0]).not.toHaveProperty('deletedAt')
    await item.receive({ kind: 'unsupported', what: 'deleted' }, { message: '8', edit: 2 })
    expect((await list())[0]).toMatchObject({ id: evidence, deletedAt: expect.any(String) as string })
  })
})
