import { generateMessageIDV2, generateWAMessage, proto } from '@whiskeysockets/baileys'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRefusal } from '../../../../adapters/channels/whatsapp/acknowledgement.ts'
import { makeFromOutbound } from '../../../../adapters/channels/whatsapp/from-outbound.ts'
import { makeMapping } from '../../../../adapters/channels/whatsapp/compose-mapping.ts'
import type { Outgoing } from '../../../../adapters/channels/whatsapp/mapping.ts'
import { LID, makeTable, PN, rowOf } from './rows.ts'

const reach = (timer: number) => ({
  reach: (chat: string) => (chat === 'known' ? { jid: LID, timer } : undefined),
})
const say = makeFromOutbound(reach(0))

/** Links that the library would have fetched. */
const lookedUp: string[] = []

/** What the library makes of it, as the other side reads it. */
const sent = async ({ jid, parts }: Outgoing): Promise<readonly proto.IMessage[]> => {
  const messages = []
  for (const { content, options } of parts) {
    const made = await generateWAMessage(jid, content, {
      userJid: PN,
      upload: () => Promise.reject(new Error('nothing is uploaded')),
      getUrlInfo: async (link) => {
        lookedUp.push(link)
        return undefined
      },
      ...options,
    })
    messages.push(proto.Message.decode(proto.Message.encode(made.message!).finish()))
  }
  return messages
}

describe('words', () => {
  test('go to the address of the contact, as they are', async () => {
    const outgoing = say('known', { kind: 'text', text: '1. نعم\n2. لا' })
    expect(outgoing?.jid).toBe(LID)
    expect(await sent(outgoing!)).toMatchObject([{ extendedTextMessage: { text: '1. نعم\n2. لا' } }])
  })

  test('with a link in them bring no preview, and nobody looks at the link', async () => {
    const [message] = await sent(say('known', { kind: 'text', text: 'see https://help.example/now' })!)
    expect(message?.extendedTextMessage?.text).toBe('see https://help.example/now')
    expect(Object.keys(message?.extendedTextMessage ?? {})).not.toContain('matchedText')
    expect(lookedUp).toEqual([])
  })

  test('disappear when the person set their chat so', async () => {
    const [message] = await sent(makeFromOutbound(reach(604_800))('known', { kind: 'text', text: 'hi' })!)
    expect(message?.extendedTextMessage?.contextInfo?.expiration).toBe(604_800)
    const [staying] = await sent(say('known', { kind: 'text', text: 'hi' })!)
    expect(staying?.extendedTextMessage?.contextInfo?.expiration ?? 0).toBe(0)
  })

  test('that are long go in pieces of which none is too long and no word is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), { maxLength: 60 }),
        (words) => {
          const text = words.join(' ')
          const parts =
            say('known', { kind: 'text', text })?.parts.map(({ content }) =>
              'text' in content ? content.text : '',
            ) ?? []
          expect(parts.every((part) => part.length <= 4_096 && part !== '')).toBe(true)
          const bare = (of: string): string => of.replace(/\s/g, '')
          expect(bare(parts.join(''))).toBe(bare(text))
        },
      ),
      { numRuns: 100 },
    )
    expect(say('known', { kind: 'text', text: '👍'.repeat(5_000) })?.parts).toHaveLength(3)
  })

  test('to nobody we know, or none at all, are not sent', () => {
    expect(say('stranger', { kind: 'text', text: 'hi' })).toBeUndefined()
    expect(say('known', { kind: 'text', text: ' \n' })).toBeUndefined()
  })
})

describe('other things', () => {
  test("our own messages are taken back, newest first, and nobody else's", async () => {
    const ours = [1, 2, 3].map(() => generateMessageIDV2('1@s.whatsapp.net'))
    const messages = [
      '3A0123456789ABCDEF01',
      ours[0]!,
      `${ours[1]},${ours[2]}`,
      'unreadable:3EB0',
      'ABCDEF',
      ours[0]!,
    ]
    const outgoing = say('known', { kind: 'wipe', messages })!
    const made = await sent(outgoing)
    expect(made.map(({ protocolMessage }) => protocolMessage?.key?.id)).toEqual([ours[2], ours[1], ours[0]])
    expect(made[0]?.protocolMessage).toMatchObject({
      type: proto.Message.ProtocolMessage.Type.REVOKE,
      key: { remoteJid: LID, fromMe: true },
    })
  })

  test('no more than a hundred at once', () => {
    const messages = Array.from({ length: 150 }, () => generateMessageIDV2())
    const parts = say('known', { kind: 'wipe', messages })?.parts
    expect(parts).toHaveLength(100)
    expect(parts?.[0]).toMatchObject({ content: { delete: { id: messages[149] } } })
  })

  test('typing and the answer to a press are no messages', () => {
    expect(say('known', { kind: 'typing' })).toEqual({ jid: LID, parts: [] })
    expect(say('known', { kind: 'pressed', press: 'x' })).toEqual({ jid: LID, parts: [] })
  })
})

test('the whole mapping answers a person where they wrote from last, with their timer', () => {
  const { toInbound, fromOutbound, mapped } = makeMapping({ contacts: makeTable(), isOurs: () => false })
  const [first] = toInbound(
    rowOf(
      { extendedTextMessage: { text: 'hi', contextInfo: { expiration: 86_400 } } },
      { facts: { chat: LID } },
    ),
  )
  expect(fromOutbound(first!.chat, { kind: 'text', text: 'hello' })).toMatchObject({
    jid: LID,
    parts: [{ options: { ephemeralExpiration: 86_400 } }],
  })
  mapped({ lid: LID, pn: PN })
  const [second] = toInbound(rowOf({ conversation: 'again' }, { row: 2, facts: { chat: PN } }))
  expect(second!.chat).toBe(first!.chat)
  expect(fromOutbound(first!.chat, { kind: 'text', text: 'hello' })?.jid).toBe(PN)
})

test.each([
  ['463', { outcome: { status: 'refused', why: 'invalid' }, restricted: true }],
  ['404', { outcome: { status: 'refused', why: 'gone' } }],
  ['429', { outcome: { status: 'later', wait: 60_000, everyone: true } }],
  ['500', { outcome: { status: 'later' } }],
  ['503', { outcome: { status: 'later' } }],
  ['400', { outcome: { status: 'refused', why: 'invalid' } }],
  ['', { outcome: { status: 'refused', why: 'invalid' } }],
])('an answer with error %s is what it means', (code, outcome) => {
  expect(readRefusal(code)).toEqual(outcome)
})
