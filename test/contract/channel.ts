import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OutboxId, ObjectId, Sha256Hex } from '../../core/base/ids.ts'
import type { Inbound } from '../../core/base/message.ts'
import { SENT_KINDS, type SentKind } from '../../core/base/sent-file.ts'
import { bytes } from '../../core/base/units.ts'
import type { Channel, OutboundContent, SendOutcome } from '../../core/ports/channel.ts'

/** What a person sees of ours: words, or a file as its bytes. */
export type Seen = { readonly text: string } | { readonly kind: SentKind; readonly bytes: Uint8Array }

/** A channel against its platform's stand-in, with one person who has a chat with us. */
export type ChannelRig = {
  readonly channel: Channel
  readonly chat: () => string
  /** What reached the inbox, each once, in order; without the start of the chat. */
  readonly items: () => readonly Inbound[]
  readonly says: (text: string) => unknown
  /** The platform tells what it told last once more. */
  readonly repeats: () => unknown
  /** The person sends something of a kind that the channel does not know; missing where nothing of that kind can come. */
  readonly sendsUnknown?: () => unknown
  readonly seen: () => readonly Seen[] | Promise<readonly Seen[]>
  /** How the next call to the platform ends; missing where there is none. */
  readonly fails?: (how: 'slowed' | 'broken') => void
  /** Nothing is said in this chat any more; missing where a chat has no such end. */
  readonly shuts?: () => unknown
  readonly stop: () => Promise<void>
}

const FILES: Readonly<Record<SentKind, { readonly mime: string; readonly name: string }>> = {
  photo: { mime: 'image/jpeg', name: 'picture.jpg' },
  document: { mime: 'application/pdf', name: 'advice.pdf' },
  voice: { mime: 'audio/ogg', name: 'voice.ogg' },
}

const holds = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 60_000, interval: 10 })

/** What every channel has to do, whatever platform it stands on. */
export const describeChannel = (name: string, open: () => Promise<ChannelRig>): void => {
  describe(`the channel ${name}`, () => {
    let rig: ChannelRig
    let row = 0
    beforeEach(async () => {
      rig = await open()
    })
    afterEach(() => rig.stop())

    const send = (
      content: OutboundContent,
      of: number = (row += 1),
      file?: Uint8Array,
    ): Promise<SendOutcome> =>
      rig.channel.send(rig.chat(), content, undefined, {
        row: `row-${of}` as OutboxId,
        ...(content.kind === 'file' ? { bytes: async () => file } : {}),
      })
    const words = (): readonly string[] =>
      rig.items().flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))
    const fileOf = (kind: SentKind, size: number): OutboundContent => ({
      kind: 'file',
      file: { kind, ...FILES[kind], size: bytes(size), object: 'O' as ObjectId, sha256: 'S' as Sha256Hex },
    })

    test('takes what people write once and in order, under keys of its own, also where the platform repeats itself', async () => {
      for (const text of ['one', 'two', 'three']) {
        await rig.says(text)
        await holds(() => expect(words()).toContain(text))
      }
      await rig.repeats()
      await rig.says('four')
      await holds(() => expect(words()).toEqual(['one', 'two', 'three', 'four']))
      const keys = rig
        .items()
        .map((item) => [item.channel, item.account, item.chat, item.message, item.edit].join())
      expect(new Set(keys).size).toBe(keys.length)
      expect(rig.items().every((item) => item.channel === rig.channel.name)).toBe(true)
    })

    test('says words as they are, in the order in which they were said', async () => {
      for (const text of ['سلام *x*', 'second'])
        expect(await send({ kind: 'text', text })).toMatchObject({ status: 'sent' })
      await holds(async () => expect(await rig.seen()).toEqual([{ text: 'سلام *x*' }, { text: 'second' }]))
    })

    test('sends a row that is tried again once, where it says that it does', async () => {
      await send({ kind: 'text', text: 'once' }, 7)
      if (rig.channel.capabilities.sendsOnce !== true) return
      expect(await send({ kind: 'text', text: 'once' }, 7)).toMatchObject({ status: 'sent' })
      expect(await rig.seen()).toEqual([{ text: 'once' }])
    })

    test.each(SENT_KINDS)('sends a %s as its bytes, once each, where it says that it does', async (kind) => {
      const content = randomBytes(70_001)
      const most = rig.channel.capabilities.sends[kind]
      expect(most).toBeGreaterThan(content.length)
      expect(await send(fileOf(kind, content.length), 9, content)).toMatchObject({ status: 'sent' })
      if (rig.channel.capabilities.sendsOnce === true) await send(fileOf(kind, content.length), 9, content)
      await holds(async () => expect((await rig.seen()).length).toBe(1))
      const [seen] = await rig.seen()
      expect(
        seen !== undefined && 'kind' in seen ? [seen.kind, Buffer.from(seen.bytes).equals(content)] : seen,
      ).toEqual([kind, true])
    })

    test('says nothing for a file whose bytes are gone', async () => {
      if (rig.fails === undefined) return
      expect(await send(fileOf('photo', 5), 11)).toEqual({ status: 'refused', why: 'invalid' })
      expect(await rig.seen()).toEqual([])
    })

    test('keeps what it does not know, and says what it was', async () => {
      if (rig.sendsUnknown === undefined) return
      await rig.sendsUnknown()
      await holds(() => expect(rig.items().map(({ body }) => body.kind)).toContain('unsupported'))
    })

    test.each(['slowed', 'broken'] as const)(
      'loses nothing where the platform is %s: words and files go out later',
      async (how) => {
        if (rig.fails === undefined) return
        const content = randomBytes(900)
        for (const [of, said] of [
          { kind: 'text', text: 'late' } as const,
          fileOf('photo', content.length),
        ].entries()) {
          rig.fails(how)
          const { status } = await send(said, 20 + of, content)
          // A platform without keys of its own may have said it: then a person decides.
          expect(
            how === 'slowed' || rig.channel.capabilities.sendsOnce === true
              ? ['later']
              : ['later', 'unclear'],
          ).toContain(status)
        }
      },
    )

    test('refuses what is said into a chat that is over', async () => {
      if (rig.shuts === undefined) return
      await rig.shuts()
      expect(await send({ kind: 'text', text: 'x' })).toMatchObject({ status: 'refused' })
      expect(await send(fileOf('photo', 4), 31, randomBytes(4))).toMatchObject({ status: 'refused' })
    })

    test('takes back what it says that it can, and says of nothing else that it did', async () => {
      const sent = await send({ kind: 'text', text: 'gone soon' })
      const messages = sent.status === 'sent' && sent.message !== undefined ? [sent.message] : []
      const wiped = await send({ kind: 'wipe', messages })
      expect(wiped.status).toBe(rig.channel.capabilities.takesBack === 'nothing' ? 'refused' : 'sent')
    })
  })
}
