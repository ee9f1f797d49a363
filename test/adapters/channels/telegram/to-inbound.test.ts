import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFileRef } from '../../../../adapters/channels/telegram/file-ref.ts'
import { toInbound, UPDATE_KINDS } from '../../../../adapters/channels/telegram/to-inbound.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import { instant } from '../../../../core/base/units.ts'
import { startFakeTelegram, type FakeTelegram } from '../../../fakes/telegram/index.ts'
import type { Person } from '../../../fakes/telegram/people.ts'

const context = { account: '42', receivedAt: instant(1_800_000_000_000) }
const bytes = Buffer.from('the very bytes')

let fake: FakeTelegram
let person: Person

/** The newest update that the fake queued, mapped. */
const mapped = () => {
  const updates = fake.queue.take(0, 100)
  const newest = JSON.parse(updates.at(-1)!) as { update_id: number }
  fake.queue.clear()
  return toInbound(newest, context)
}
const item = (): Inbound => {
  const result = mapped()
  if (result.status !== 'item') throw new Error(`ignored: ${result.why}`)
  return result.item
}

beforeAll(async () => {
  fake = await startFakeTelegram()
  fake.queue.allow(UPDATE_KINDS)
  person = fake.person({ firstName: 'Sara', lastName: 'K', username: 'sara_k', language: 'ar' })
})
afterAll(async () => {
  expect(fake.violations).toEqual([])
  await fake.stop()
})

describe('messages', () => {
  test('a text keeps its words, its number, its date and who wrote it', () => {
    const message = person.says('مرحبا')
    expect(item()).toEqual({
      v: 1,
      channel: 'telegram',
      account: '42',
      chat: String(person.id),
      message: String(message.message_id),
      edit: 0,
      sentAt: message.date * 1000,
      from: { name: 'Sara K', handle: 'sara_k', language: 'ar' },
      body: { kind: 'text', text: 'مرحبا' },
    })
  })

  test('a reply keeps the whole message, for it quotes', () => {
    const first = person.says('one')
    person.says('two', { replyTo: first })
    expect(JSON.parse(item().raw!)).toMatchObject({ text: 'two', reply_to_message: { text: 'one' } })
  })

  test('a photo is its largest size, recompressed', () => {
    const message = person.sendsPhoto(bytes, { caption: 'look' })
    const { body } = item()
    expect(body).toMatchObject({
      kind: 'media',
      caption: 'look',
      media: {
        kind: 'photo',
        capture: 'recompressed',
        size: bytes.length,
        facts: { width: 1280, height: 960 },
      },
    })
    const ref = body.kind === 'media' ? readFileRef(body.media.ref) : undefined
    expect(ref).toEqual({
      file_id: message.photo![1]!.file_id,
      file_unique_id: message.photo![1]!.file_unique_id,
      size: bytes.length,
    })
  })

  test('a photo whose sizes come in another order is still its largest', () => {
    const photo = [
      { file_id: 'big', file_unique_id: 'b', width: 1000, height: 800 },
      { file_id: 'small', file_unique_id: 's', width: 90, height: 60 },
    ]
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: 1, type: 'private', first_name: 'x' }, photo },
    }
    expect(toInbound(update, context)).toMatchObject({
      item: { body: { media: { ref: expect.stringContaining('"big"') as string } } },
    })
  })

  test('a document keeps its bytes as sent, with name and type as claimed', () => {
    person.sendsDocument(bytes, { fileName: '../../evil.png', mime: 'image/png' })
    expect(item().body).toMatchObject({
      kind: 'media',
      media: {
        kind: 'document',
        capture: 'as_sent',
        fileName: '../../evil.png',
        mime: 'image/png',
        size: bytes.length,
      },
    })
  })

  test.each([
    ['voice', 'as_sent', () => person.sendsVoice(bytes)],
    ['audio', 'as_sent', () => person.sendsAudio(bytes)],
    ['video', 'recompressed', () => person.sendsVideo(bytes)],
    ['video_note', 'recompressed', () => person.sendsVideoNote(bytes)],
    ['animation', 'recompressed', () => person.sendsAnimation(bytes)],
  ] as const)('%s is %s and can be fetched', (kind, capture, send) => {
    send()
    const { body } = item()
    expect(body).toMatchObject({ kind: 'media', media: { kind, capture } })
    expect(body.kind === 'media' && fake.files.get(readFileRef(body.media.ref)!.file_id)?.bytes).toEqual(
      bytes,
    )
  })

  test('the parts of an album name their album', () => {
    const { album } = person.sendsAlbum([bytes, bytes, bytes])
    const items = fake.queue.take(0, 100).map((json) => toInbound(JSON.parse(json), context))
    fake.queue.clear()
    expect(items).toHaveLength(3)
    for (const each of items) expect(each).toMatchObject({ item: { body: { kind: 'media', album } } })
  })

  test('a contact and a place are what they are, with the whole message beside them', () => {
    person.sendsContact('Suspect', '+9647700000000')
    expect(item()).toMatchObject({
      body: { kind: 'contact', name: 'Suspect', phone: '+9647700000000' },
      raw: expect.any(String) as string,
    })
    person.sendsLocation(36.19, 44.01)
    expect(item().body).toEqual({ kind: 'location', latitude: 36.19, longitude: 44.01 })
    person.sendsVenue('Café', 36.1, 44.2)
    expect(item()).toMatchObject({
      body: { kind: 'location', latitude: 36.1, name: 'Café' },
      raw: expect.stringContaining('Café') as string,
    })
  })

  test('a contact card names its account and says when it is the sender’s own, and a place that moves says so', () => {
    const base = {
      message_id: 5,
      date: 1_767_225_600,
      chat: { id: 9, type: 'private' },
      from: { id: 9, first_name: 'Z' },
    }
    const bodyOf = (more: object) => {
      const mapped = toInbound({ update_id: 1, message: { ...base, ...more } }, context)
      return mapped.status === 'item' ? mapped.item.body : undefined
    }
    const vcard = 'BEGIN:VCARD\nFN:H\nPHOTO;ENCODING=b:AAAA\nEND:VCARD'
    expect(
      bodyOf({ contact: { phone_number: '+9647700000000', first_name: 'H', user_id: 555, vcard } }),
    ).toEqual({
      kind: 'contact',
      name: 'H',
      phone: '+9647700000000',
      account: '555',
      card: vcard,
    })
    expect(
      bodyOf({ contact: { phone_number: '+9647700000001', first_name: 'Z', user_id: 9 } }),
    ).toMatchObject({ own: true })
    expect(bodyOf({ location: { latitude: 33, longitude: 44, live_period: 900 } })).toEqual({
      kind: 'location',
      latitude: 33,
      longitude: 44,
      live: true,
    })
  })

  test.each([
    ['sticker', () => person.sendsSticker()],
    ['story', () => person.sharesStory()],
    ['poll', () => person.sendsPoll('q')],
    ['dice', () => person.throwsDie()],
  ])('a %s is named and kept whole', (what, send) => {
    send()
    const { body, raw } = item()
    expect(body).toEqual({ kind: 'unsupported', what })
    expect(JSON.parse(raw!)).toHaveProperty(what)
  })

  test('what the app notes about the chat itself is nothing that anybody said', () => {
    person.setsAutoDelete(86_400)
    expect(mapped()).toEqual({ status: 'ignored', why: 'housekeeping' })
  })
})

describe('commands', () => {
  test.each([
    ['/start', { kind: 'start' }],
    ['/start aB3-_x', { kind: 'start', payload: 'aB3-_x' }],
    ['/START@amin_test_bot', { kind: 'start' }],
    ['/exit', { kind: 'command', command: 'exit' }],
    ['/Exit now, he is here', { kind: 'command', command: 'exit' }],
    [' /help ', { kind: 'command', command: 'help' }],
    ['/human@amin_test_bot', { kind: 'command', command: 'human' }],
    ['/help me, he will kill me', { kind: 'text', text: '/help me, he will kill me' }],
    ['/start please help', { kind: 'text', text: '/start please help' }],
    ['/unknown', { kind: 'text', text: '/unknown' }],
    ['exit', { kind: 'text', text: 'exit' }],
    ['/خروج', { kind: 'text', text: '/خروج' }],
  ])('%s', (text, body) => {
    person.says(text)
    expect(item().body).toEqual(body)
  })

  test('the words behind an exit are kept beside it', () => {
    person.says('/exit he is here')
    expect(item().raw).toContain('he is here')
  })

  test('a forwarded command is what somebody else once wrote', () => {
    person.forwards({ kind: 'user', name: 'Suspect' }, '/exit')
    expect(item().body).toEqual({ kind: 'text', text: '/exit' })
  })

  test('a command in an edit is not obeyed again', () => {
    const message = person.says('hello')
    person.edits(message, '/exit')
    expect(item()).toMatchObject({ body: { kind: 'text', text: '/exit' } })
  })
})

describe('edits', () => {
  test('an edit has the number of its message and the time of the edit', () => {
    const message = person.says('before')
    fake.clock.advance(61_000)
    const edited = person.edits(message, 'after')
    expect(item()).toMatchObject({
      message: String(message.message_id),
      edit: edited.edit_date,
      sentAt: message.date * 1000,
      body: { kind: 'text', text: 'after' },
    })
    expect(edited.edit_date).toBeGreaterThan(message.date)
  })

  test('a caption that changed is an edit of the picture', () => {
    const message = person.sendsPhoto(bytes)
    person.editsCaption(message, 'new words')
    expect(item()).toMatchObject({
      body: { kind: 'media', caption: 'new words' },
      edit: expect.any(Number) as number,
    })
  })
})

describe('forwards', () => {
  test.each([
    [
      { kind: 'user', name: 'Suspect', username: 'bad', id: 9 },
      { type: 'user', sender_user: { id: 9, username: 'bad' } },
    ],
    [
      { kind: 'hidden', name: 'Hidden Name' },
      { type: 'hidden_user', sender_user_name: 'Hidden Name' },
    ],
    [
      { kind: 'chat', title: 'Group' },
      { type: 'chat', sender_chat: { title: 'Group' } },
    ],
    [
      { kind: 'channel', title: 'Channel', username: 'leaks', post: 12 },
      { type: 'channel', message_id: 12, chat: { username: 'leaks' } },
    ],
  ] as const)('the origin is kept whole: %j', (origin, expected) => {
    const message = person.forwards(origin, 'pay or I post it', { secondsAgo: 7200 })
    const inbound = item()
    expect(inbound.from.handle).toBe('sara_k')
    expect(JSON.parse(inbound.forward!)).toMatchObject({ ...expected, date: message.date - 7200 })
    expect(JSON.parse(inbound.raw!)).toMatchObject({ text: 'pay or I post it' })
  })

  test('a forwarded picture is media with an origin', () => {
    person.forwardsPhoto({ kind: 'hidden', name: 'N' }, bytes)
    expect(item()).toMatchObject({
      body: { kind: 'media' },
      forward: expect.stringContaining('hidden_user') as string,
    })
  })
})

describe('presses and membership', () => {
  test('a press is its token, under the id by which it is answered', async () => {
    person.starts()
    await fetch(`${fake.apiRoot}/bot${fake.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: person.id,
        text: 'q',
        reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: '3:yes' }]] },
      }),
    })
    const press = person.presses('Yes')
    expect(item()).toMatchObject({
      chat: String(person.id),
      message: `cb:${press}`,
      edit: 0,
      sentAt: context.receivedAt,
      body: { kind: 'press', token: '3:yes' },
    })
  })

  test('a press on a message that is too old to be shown still counts', () => {
    const update = {
      update_id: 1,
      callback_query: {
        id: '7',
        from: { id: 5, is_bot: false, first_name: 'x' },
        chat_instance: 'c',
        data: '1:a',
      },
    }
    expect(toInbound(update, context)).toMatchObject({
      item: { chat: '5', body: { kind: 'press', token: '1:a' } },
    })
  })

  test('blocking and unblocking are told apart', () => {
    person.blocks()
    const blocked = item()
    person.unblocks()
    const unblocked = item()
    expect([blocked.body, unblocked.body]).toEqual([{ kind: 'blocked' }, { kind: 'unblocked' }])
    expect(blocked.message).not.toBe(unblocked.message)
  })
})

describe('what is not for us', () => {
  const group = { id: -5, type: 'supergroup', title: 'G' }
  test.each([
    ['a message in a group', { message: { message_id: 1, date: 1, chat: group, text: 'x' } }, 'not_private'],
    [
      'an edit in a group',
      { edited_message: { message_id: 1, date: 1, edit_date: 2, chat: group, text: 'x' } },
      'not_private',
    ],
    [
      'a press in a group',
      { callback_query: { id: '1', from: { id: 1 }, data: 'a', message: { chat: group } } },
      'not_private',
    ],
    [
      'being added to a group',
      { my_chat_member: { chat: group, date: 1, new_chat_member: { status: 'member' } } },
      'not_private',
    ],
    ['another kind', { inline_query: {} }, 'not_for_us'],
    ['a message of no chat', { message: { message_id: 1, text: 'x' } }, 'malformed'],
    [
      'a chat id that is no number',
      { message: { message_id: 1, date: 1, chat: { id: '1; DROP', type: 'private' } } },
      'malformed',
    ],
    [
      'a private message of another bot',
      {
        message: {
          message_id: 1,
          date: 1,
          chat: { id: 7, type: 'private' },
          from: { id: 7, is_bot: true, first_name: 'B' },
          text: 'hi',
        },
      },
      'a_bot',
    ],
  ])('%s is passed over', (_, update, why) => {
    expect(toInbound({ update_id: 1, ...update }, context)).toMatchObject({ status: 'ignored', why })
  })

  test.each([undefined, null, 7, 'x', [], {}, { message: null }, { message: [] }, { callback_query: 'x' }])(
    '%j is no update',
    (update) => {
      expect(toInbound(update, context).status).toBe('ignored')
    },
  )

  test('a message that cannot be understood but has a chat is kept whole', () => {
    const message = { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, photo: 'not sizes', text: 7 }
    expect(toInbound({ update_id: 1, message }, context)).toMatchObject({
      item: { body: { kind: 'unsupported', what: 'photo' }, raw: JSON.stringify(message) },
    })
  })

  test('a kind is only named as the platform would name it', () => {
    const message = { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, 'Sara +964 770': {} }
    expect(toInbound({ message }, context)).toMatchObject({
      item: { body: { kind: 'unsupported', what: 'unknown' } },
    })
  })

  test('dates and numbers beyond reason fall back to when it came', () => {
    const message = {
      message_id: 1,
      date: 1e15,
      chat: { id: 1, type: 'private' },
      location: { latitude: Infinity, longitude: 1 },
    }
    expect(toInbound({ message }, context)).toMatchObject({
      item: { sentAt: context.receivedAt, body: { kind: 'unsupported', what: 'location' } },
    })
  })

  test('messages without a number of their own do not fall together', () => {
    const message = (n: number) => ({
      message: {
        message_id: 0,
        ephemeral_message_id: n,
        date: 1,
        chat: { id: 1, type: 'private' },
        text: 'x',
      },
    })
    const ids = [1, 2]
      .map((n) => toInbound(message(n), context))
      .map((each) => each.status === 'item' && each.item.message)
    expect(new Set(ids).size).toBe(2)
  })

  test('nesting too deep to be written again is survived', () => {
    let deep: unknown = 'x'
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]
    const update = { message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, game: deep } }
    const result = toInbound(update, context)
    expect(result.status === 'item' && result.item.body).toEqual({ kind: 'unsupported', what: 'game' })
  })

  test('a text of a million characters is kept', () => {
    const text = 'ب'.repeat(1_000_000)
    const update = { message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text } }
    expect(toInbound(update, context)).toMatchObject({ item: { body: { kind: 'text', text } } })
  })
})

describe('laws', () => {
  const message = fc.record(
    {
      message_id: fc.oneof(fc.integer(), fc.anything()),
      date: fc.oneof(fc.integer(), fc.anything()),
      edit_date: fc.anything(),
      chat: fc.oneof(
        fc.record({ id: fc.integer(), type: fc.constantFrom('private', 'group', 7) }),
        fc.anything(),
      ),
      from: fc.anything(),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      photo: fc.oneof(
        fc.array(fc.record({ file_id: fc.string(), file_unique_id: fc.string(), width: fc.anything() })),
        fc.anything(),
      ),
      document: fc.anything(),
      forward_origin: fc.anything(),
      location: fc.anything(),
      contact: fc.anything(),
    },
    { requiredKeys: [] },
  )
  const update = fc.oneof(
    fc.anything(),
    fc.record(
      {
        update_id: fc.anything(),
        message,
        edited_message: message,
        callback_query: fc.anything(),
        my_chat_member: fc.anything(),
      },
      { requiredKeys: [] },
    ),
  )

  test('no JSON at all makes the mapping throw, and what it gives can be sealed', () => {
    fc.assert(
      fc.property(update, (value) => {
        const json: unknown = JSON.parse(JSON.stringify(value) ?? 'null')
        const result = toInbound(json, context)
        if (result.status !== 'item') return
        const { chat, message: id, edit, sentAt } = result.item
        expect(chat).toMatch(/^-?\d+$/)
        expect(id.length).toBeGreaterThan(0)
        expect(Number.isSafeInteger(edit) && Number.isSafeInteger(sentAt)).toBe(true)
        expect(JSON.parse(JSON.stringify(result.item))).toEqual(result.item)
      }),
      { numRuns: 3000 },
    )
  })

  test('the same update comes to the same natural key, whenever it comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 31 }), (text, date) => {
        const of = { message: { message_id: 5, date, chat: { id: 1, type: 'private' }, text } }
        expect(toInbound(of, context)).toEqual(toInbound(of, { ...context, receivedAt: instant(1) }))
      }),
    )
  })
})

describe('marks under a message', () => {
  test('keep their emoji and the message that they are under, each under a number of its own', () => {
    const message = person.says('hi')
    person.reacts(message, '👍')
    const first = item()
    expect(first).toMatchObject({
      chat: String(person.id),
      edit: 0,
      from: { handle: 'sara_k' },
      body: { kind: 'reaction', emoji: '👍', of: String(message.message_id) },
    })
    person.reacts(message, '😢')
    const second = item()
    expect(second.body).toMatchObject({ emoji: '😢' })
    expect(second.message).not.toBe(first.message)
  })

  test('that are taken back say so', () => {
    const message = person.says('hi')
    person.reacts(message, '👍')
    person.reacts(message)
    expect(item().body).toEqual({ kind: 'reaction', emoji: '', of: String(message.message_id) })
  })

  test('that are no emoji are named, and are not taken for one that was taken back', () => {
    const message = person.says('hi')
    fake.queue.pushRaw({
      message_reaction: {
        chat: { id: person.id, type: 'private' },
        message_id: message.message_id,
        date: message.date,
        old_reaction: [],
        new_reaction: [{ type: 'custom_emoji', custom_emoji_id: '5' }],
      },
    })
    expect(item().body).toMatchObject({ kind: 'reaction', emoji: 'custom_emoji' })
  })

  test('of a group are passed over', () => {
    fake.queue.pushRaw({
      message_reaction: {
        chat: { id: -5, type: 'group' },
        message_id: 1,
        date: 1,
        old_reaction: [],
        new_reaction: [],
      },
    })
    expect(mapped()).toEqual({ status: 'ignored', why: 'not_private' })
  })
})
