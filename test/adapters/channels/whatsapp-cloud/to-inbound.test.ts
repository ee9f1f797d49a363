import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readMediaRef } from '../../../../adapters/channels/whatsapp-cloud/media-ref.ts'
import { readWebhook } from '../../../../adapters/channels/whatsapp-cloud/to-inbound.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import { instant } from '../../../../core/base/units.ts'
import type { Person } from '../../../fakes/whatsapp-cloud/person.ts'
import { makeRig, type Rig } from './rig.ts'

let rig: Rig
let person: Person
beforeEach(async () => {
  rig = await makeRig()
  person = rig.fake.person({ name: 'Nadia' })
})
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

/** The item that this doing of the person made, once it is kept. */
const arrives = async (act: () => string): Promise<Inbound> => {
  const message = act()
  await rig.until(() => rig.sink.items.some((item) => item.message === message), 'the item')
  const found = rig.sink.items.find((item) => item.message === message)
  if (found === undefined) throw new Error('no item')
  return found
}

test('a text is said by its sender, in the chat of their id, at the time of the platform', async () => {
  const item = await arrives(() => person.says('سلام'))
  expect(item).toEqual({
    v: 1,
    channel: 'whatsapp',
    account: rig.fake.phoneId,
    chat: person.user,
    message: item.message,
    edit: 0,
    sentAt: (person.state.wroteAt ?? 0) as Inbound['sentAt'],
    from: { name: 'Nadia', handle: `+${person.phone}` },
    body: { kind: 'text', text: 'سلام' },
  })
})

test('who hides their number is known by id and username', async () => {
  const hidden = rig.fake.person({ username: 'nadia.k', name: 'N' })
  const item = await arrives(() => hidden.says('hello'))
  expect(item.chat).toBe(hidden.user)
  expect(item.from).toEqual({ name: 'N', handle: 'nadia.k' })
})

test.each([
  ['/exit', { kind: 'command', command: 'exit' }],
  ['/exit now please', { kind: 'command', command: 'exit' }],
  [' /HELP ', { kind: 'command', command: 'help' }],
  ['/start', { kind: 'start' }],
  ['/help me', { kind: 'text', text: '/help me' }],
  ['/unknown', { kind: 'text', text: '/unknown' }],
])('%j is %j', async (typed, body) => {
  expect((await arrives(() => person.says(typed))).body).toEqual(body)
})

test('a forwarded command is something that somebody else once wrote', async () => {
  const item = await arrives(() => person.says('/exit', { forwarded: true }))
  expect(item.body).toEqual({ kind: 'text', text: '/exit' })
  expect(JSON.parse(item.forward ?? '')).toEqual({ forwarded: true, frequently_forwarded: false })
  expect(JSON.parse((await arrives(() => person.says('x', { often: true }))).forward ?? '')).toMatchObject({
    frequently_forwarded: true,
  })
})

test('a quote is kept with the message that it belongs to', async () => {
  const first = await arrives(() => person.says('one'))
  expect(first.raw).toBeUndefined()
  const item = await arrives(() => person.says('two', { quoting: first.message }))
  expect(JSON.parse(item.raw ?? '')).toMatchObject({ context: { id: first.message } })
  expect(item.forward).toBeUndefined()
})

test('what an advertisement told about the person is dropped', async () => {
  const plain = await arrives(() => person.says('hi', { ad: true }))
  expect(JSON.stringify(plain)).not.toContain('ctwa_clid')
  const kept = await arrives(() => person.says('hi', { ad: true, forwarded: true }))
  expect(kept.raw).toBeDefined()
  expect(JSON.stringify(kept)).not.toMatch(/referral|ctwa_clid|source_url/)
})

describe('files', () => {
  const bytes = Buffer.from('some bytes')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  test.each([
    ['sendsPhoto', 'photo', 'recompressed', 'image/jpeg'],
    ['sendsVideo', 'video', 'recompressed', 'video/mp4'],
    ['sendsVoice', 'voice', 'as_sent', 'audio/ogg; codecs=opus'],
    ['sendsAudio', 'audio', 'as_sent', 'audio/mpeg'],
    ['sendsDocument', 'document', 'as_sent', 'application/pdf'],
  ] as const)('%s brings a %s, %s', async (verb, kind, capture, mime) => {
    const { body } = await arrives(() => person[verb](bytes, { caption: 'look', fileName: 'he said.pdf' }))
    if (body.kind !== 'media') throw new Error('no media')
    expect(body).toMatchObject({ caption: 'look', media: { kind, capture, mime, facts: { sha256 } } })
    expect(body.media.fileName).toBe(kind === 'document' ? 'he said.pdf' : undefined)
    const ref = readMediaRef(body.media.ref)
    expect(ref).toEqual({ id: ref?.id, sha256 })
    expect(rig.fake.media.get(ref?.id ?? '')?.bytes).toBe(bytes)
  })
  test('a hash is understood in hexadecimal and base64, and may be missing', async () => {
    for (const hash of ['hex', 'base64'] as const) {
      const { body } = await arrives(() => person.sendsPhoto(bytes, { hash }))
      expect(body.kind === 'media' && readMediaRef(body.media.ref)?.sha256).toBe(sha256)
    }
    const { body } = await arrives(() => person.sendsPhoto(bytes, { hash: 'none' }))
    expect(body.kind === 'media' && readMediaRef(body.media.ref)).not.toHaveProperty('sha256')
  })
  test('a sticker is said to be one, and nothing of it is fetched', async () => {
    const item = await arrives(() => person.sendsSticker())
    expect(item.body).toEqual({ kind: 'unsupported', what: 'sticker' })
    expect(item.raw).toContain('image/webp')
    expect(rig.fake.count('media')).toBe(0)
  })
})

test('a location and contact cards are read, several cards one by one', async () => {
  const place = await arrives(() => person.sendsLocation(36.19, 44.01, 'Home'))
  expect(place.body).toEqual({ kind: 'location', latitude: 36.19, longitude: 44.01, name: 'Home' })
  expect(place.raw).toContain('Home')
  const first = await arrives(() =>
    person.sendsContacts(
      { name: { formatted_name: 'A B' }, phones: [{ phone: '+964 770 111' }, { phone: '2' }] },
      { name: { formatted_name: 'C' } },
    ),
  )
  expect(first.body).toEqual({ kind: 'contact', name: 'A B', phone: '+964 770 111, 2' })
  const second = rig.sink.items.find(({ message }) => message === `${first.message}#2`)
  expect(second?.body).toEqual({ kind: 'contact', name: 'C' })
})

test('buttons and rows come back as our own tokens, whatever stands on them', async () => {
  await arrives(() => person.says('hi'))
  const buttons = [
    { label: 'Yes', token: '3:consent:yes' },
    { label: 'No', token: '3:consent:no' },
  ]
  await rig.cloud.channel.send(person.user, { kind: 'text', text: 'Well?', buttons })
  const press = await arrives(() => person.presses('Yes'))
  expect(press.body).toEqual({ kind: 'press', token: '3:consent:yes' })
  expect(press.raw).toBeUndefined()
  const rows = Array.from({ length: 5 }, (_, n) => ({ label: `Choice ${n}`, token: `4:which:o${n}` }))
  await rig.cloud.channel.send(person.user, { kind: 'text', text: 'Which?', buttons: rows })
  expect((await arrives(() => person.presses('Choice 3'))).body).toEqual({
    kind: 'press',
    token: '4:which:o3',
  })
})

test('the button of a template says what stands on it', async () => {
  const item = await arrives(() =>
    person.sends({ type: 'button', button: { payload: 'anything', text: 'Continue' } }),
  )
  expect(item.body).toEqual({ kind: 'text', text: 'Continue' })
})

test('half a character becomes one that can be stored', async () => {
  const { body, from } = await arrives(() => rig.fake.person({ name: 'N\ud800' }).says('x\udc00y'))
  expect(body).toEqual({ kind: 'text', text: 'x\ufffdy' })
  expect(from.name).toBe('N\ufffd')
})

test('a chat that is opened without a word starts the conversation', async () => {
  expect((await arrives(() => person.sends({ type: 'request_welcome' }))).body).toEqual({ kind: 'start' })
})

test.each([
  [() => person.sendsUnsupported('poll_creation'), 'poll_creation'],
  [() => person.sendsUnsupported('unknown', 131_060), 'unavailable'],
  [() => person.sends({ type: 'order', order: {} }), 'order'],
  [() => person.sends({ type: 'Not a kind', whatever: 1 }), 'unknown'],
  [() => person.sends({ type: 'image', image: { id: '../etc' } }), 'image'],
  [() => person.sends({ type: 'text' }), 'text'],
  [
    () => person.sends({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: {} } }),
    'nfm_reply',
  ],
  [() => person.sends({ type: 'contacts', contacts: 'no list' }), 'contacts'],
  [() => person.sends({ type: '__proto__' }), 'unknown'],
] as const)('what cannot be read is kept whole and called by its kind (%#)', async (act, what) => {
  const item = await arrives(act)
  expect(item.body).toEqual({ kind: 'unsupported', what })
  expect(item.raw).toBeDefined()
})

test('an edit and a deletion are revisions of the message that they change', async () => {
  const { message } = await arrives(() => person.says('he wants 500'))
  person.edits(message, 'he wants 600')
  person.revokes(message)
  await rig.until(() => rig.sink.items.length === 3)
  const [, edited, deleted] = rig.sink.items
  expect(edited).toMatchObject({ message, body: { kind: 'text', text: 'he wants 600' } })
  expect(edited?.edit).toBeGreaterThan(0)
  expect(deleted).toMatchObject({ message, body: { kind: 'unsupported', what: 'deleted' } })
  expect(deleted?.edit).toBeGreaterThan(0)
  expect(deleted?.edit).not.toBe(edited?.edit)
  expect(Number.isSafeInteger(deleted?.edit)).toBe(true)
})

test.each([['🆘'], ['']])(
  'a reaction is kept under an id of its own, with the message that it is under: "%s"',
  async (emoji) => {
    const reaction = await arrives(() => person.reacts('wamid.ours', emoji))
    expect(reaction).toMatchObject({ edit: 0, body: { kind: 'reaction', emoji, of: 'wamid.ours' } })
    expect(reaction.message).not.toBe('wamid.ours')
  },
)

test('groups, other numbers and other kinds of news are passed over, and what stands beside them is kept', async () => {
  rig.fake.hook.hold()
  person.sends({ type: 'text', text: { body: 'in a group' }, group_id: 'abc' })
  rig.fake.hook.push({ field: 'message_template_status_update', value: { event: 'APPROVED' } })
  rig.fake.hook.push({
    field: 'messages',
    value: { metadata: { phone_number_id: '999' }, messages: [{ id: 'x', from: '9647700', type: 'text' }] },
  })
  rig.fake.hook.push({
    field: 'messages',
    value: { metadata: { phone_number_id: rig.fake.phoneId }, messages: [null, 3, { id: 'y' }] },
  })
  rig.fake.hook.push({ field: 'smb_message_echoes', value: { message_echoes: [{}] } })
  person.says('for us')
  rig.fake.hook.release(undefined, 6)
  await rig.until(() => rig.sink.items.length === 1)
  expect(rig.sink.items[0]?.body).toEqual({ kind: 'text', text: 'for us' })
  expect(rig.fake.hook.calls).toHaveLength(1)
})

test('dates that are none are taken as now', () => {
  const at = (timestamp: unknown) =>
    readWebhook(
      {
        entry: [
          {
            changes: [
              {
                field: 'messages',
                value: {
                  metadata: { phone_number_id: '12345' },
                  messages: [{ id: 'm', from: '9647700000', type: 'text', text: { body: 'x' }, timestamp }],
                },
              },
            ],
          },
        ],
      },
      { account: '12345', receivedAt: instant(7_000) },
    )[0]
  for (const nonsense of [undefined, '', '-1', '99999999999', {}, 'soon', '1.5'])
    expect(at(nonsense)).toMatchObject({ item: { sentAt: 7_000 } })
  expect(at('1700000000')).toMatchObject({ item: { sentAt: 1_700_000_000_000 } })
})

describe('calls', () => {
  const ring = (call: object, more: object = {}) =>
    readWebhook(
      {
        entry: [
          {
            changes: [
              {
                field: 'calls',
                value: {
                  metadata: { phone_number_id: '1' },
                  contacts: [{ wa_id: '9647701234567', profile: { name: 'Nadia' } }],
                  calls: [call],
                  ...more,
                },
              },
            ],
          },
        ],
      },
      { account: '1', receivedAt: instant(2_000_000_000_000) },
    )
  const CALL = {
    id: 'wacid.1',
    from: '9647701234567',
    to: '15550000000',
    direction: 'USER_INITIATED',
    timestamp: '1999999999',
  }

  test('of theirs are a call of that person, under one name whatever step of it is told', () => {
    for (const event of ['connect', 'terminate'])
      expect(ring({ ...CALL, event })).toEqual([
        {
          kind: 'item',
          from: { phone: '9647701234567' },
          item: expect.objectContaining({
            message: 'call:wacid.1',
            edit: 0,
            sentAt: 1_999_999_999_000,
            body: { kind: 'call' },
          }),
        },
      ])
  })

  test('of ours, and of nobody, are none; nor are those to another number', () => {
    expect(ring({ ...CALL, direction: 'BUSINESS_INITIATED' })).toEqual([{ kind: 'ignored', why: 'not_ours' }])
    expect(ring({ ...CALL, from: undefined }, { contacts: [] })).toEqual([
      { kind: 'ignored', why: 'malformed' },
    ])
    expect(ring(CALL, { metadata: { phone_number_id: '2' } })).toEqual([{ kind: 'ignored', why: 'not_ours' }])
  })
})
