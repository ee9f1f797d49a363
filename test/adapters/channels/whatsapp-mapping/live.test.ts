import '../../../../adapters/channels/whatsapp/harden.ts'
import { proto, type MediaType } from '@whiskeysockets/baileys'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMapping } from '../../../../adapters/channels/whatsapp/compose-mapping.ts'
import { openMedia, type Media } from '../../../../adapters/channels/whatsapp/download.ts'
import { localHosts } from '../../../../adapters/channels/whatsapp/media-host.ts'
import type { Reupload } from '../../../../adapters/channels/whatsapp/protocol.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import { makePerson, type Person } from '../../../fakes/whatsapp/person.ts'
import { startRig, type Rig } from '../whatsapp/rig.ts'
import { makeTable } from './rows.ts'

let rig: Rig
let media: Media
let sara: Person
beforeAll(async () => {
  rig = await startRig()
  rig.map(makeMapping({ contacts: makeTable(), isOurs: () => false }))
  rig.open()
  await rig.is('unpaired')
  await rig.pair()
  media = openMedia({ hosts: localHosts(rig.fake.media.host, rig.fake.media.certificate) })
  sara = rig.fake.person('Sara')
})
afterAll(async () => {
  media.close()
  rig.end()
  await rig.fake.stop()
  rig.remove()
})

/** What arrives next, through encryption, journal and mapping. */
const next = async (send: () => Promise<unknown> | void): Promise<Inbound> => {
  const before = rig.items.length
  await send()
  await rig.until(() => rig.items.length > before, 'an item')
  return rig.items[before]!
}
const bytesOf = async ({ body }: Inbound): Promise<Buffer> => {
  const download = await media.download(
    body.kind === 'media' ? body.media.ref : '',
    (request) => rig.reupload(request) as Promise<Reupload>,
  )
  if (download.status !== 'open') throw new Error(download.status)
  const chunks: Uint8Array[] = []
  for await (const chunk of download.bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const plain = randomBytes(70_001)

test.each<[MediaType, (fields: object) => proto.IMessage, string]>([
  ['image', (imageMessage) => ({ imageMessage }), 'photo'],
  ['video', (videoMessage) => ({ videoMessage }), 'video'],
  ['ptt', (audioMessage) => ({ audioMessage: { ...audioMessage, ptt: true } }), 'voice'],
  [
    'document',
    (documentMessage) => ({ documentWithCaptionMessage: { message: { documentMessage } } }),
    'document',
  ],
])('a person sends a file (%s), and it is fetched as it was sent', async (type, message, kind) => {
  const fields = await rig.fake.media.upload(plain, type)
  const item = await next(() => rig.fake.says(sara, message(fields), { type: 'media' }))
  expect(item.body).toMatchObject({ kind: 'media', media: { kind, size: plain.length } })
  expect(await bytesOf(item)).toEqual(plain)
})

test('a file that the host no longer has is asked from the phone, and fetched from its new place', async () => {
  const fields = await rig.fake.media.upload(plain, 'image')
  rig.fake.onMediaRetry(() => ({
    directPath: rig.fake.media.move(fields.directPath),
    mediaKey: fields.mediaKey,
  }))
  const item = await next(() => rig.fake.says(sara, { imageMessage: fields }, { type: 'media' }))
  rig.fake.media.fault(fields.directPath, { kind: 'status', status: 410 })
  expect(await bytesOf(item)).toEqual(plain)
})

test('a file that the phone no longer has either is gone', async () => {
  const fields = await rig.fake.media.upload(plain, 'image')
  rig.fake.onMediaRetry(() => undefined)
  const item = await next(() => rig.fake.says(sara, { imageMessage: fields }, { type: 'media' }))
  rig.fake.media.fault(fields.directPath, { kind: 'status', status: 404 })
  await expect(bytesOf(item)).rejects.toThrow('gone')
})

test.each([
  ['a bit is another', { kind: 'tamper', at: 70_000 }],
  ['it is cut', { kind: 'cut', after: 40_000 }],
] as const)('a file of which %s is never taken', async (_, fault) => {
  const fields = await rig.fake.media.upload(plain, 'image')
  const item = await next(() => rig.fake.says(sara, { imageMessage: fields }, { type: 'media' }))
  rig.fake.media.fault(fields.directPath, fault)
  await expect(bytesOf(item)).rejects.toMatchObject({ code: 'download_failed' })
})

test('an edit and a deletion are revisions of the message that they change', async () => {
  const first = await next(() => rig.fake.says(sara, 'the first words', { id: 'FIRST' }))
  const key = { remoteJid: sara.lid, fromMe: true, id: 'FIRST' }
  const { MESSAGE_EDIT, REVOKE } = proto.Message.ProtocolMessage.Type
  const edited = await next(() =>
    rig.fake.says(sara, {
      protocolMessage: { type: MESSAGE_EDIT, key, editedMessage: { conversation: 'better' } },
    }),
  )
  const deleted = await next(() => rig.fake.says(sara, { protocolMessage: { type: REVOKE, key } }))
  expect([edited, deleted].map(({ chat, message }) => [chat, message])).toEqual([
    [first.chat, 'FIRST'],
    [first.chat, 'FIRST'],
  ])
  expect(edited).toMatchObject({ body: { text: 'better' }, edit: expect.any(Number) as number })
  expect(deleted.body).toEqual({ kind: 'unsupported', what: 'deleted' })
})

test('a view-once message, of which nothing arrives, and one in clear are what they are', async () => {
  expect((await next(() => rig.fake.stub(sara, 'ONCE', 'view_once'))).body).toEqual({
    kind: 'unsupported',
    what: 'view_once',
  })
  expect((await next(() => void rig.fake.saysInClear(sara, 'in clear'))).raw).toContain('"endToEnd":false')
})

test('an answer goes where the person wrote from, disappears as their chat does, and can be taken back', async () => {
  const asked = await next(() =>
    rig.fake.says(
      sara,
      { extendedTextMessage: { text: 'hi', contextInfo: { expiration: 86_400 } } },
      { addressing: 'pn' },
    ),
  )
  const outcome = await rig.send(asked.chat, { kind: 'text', text: 'hello' })
  await rig.fake.until(() => rig.fake.received.length === 1, 'our answer')
  expect(rig.fake.received[0]).toMatchObject({
    person: { lid: sara.lid },
    message: { extendedTextMessage: { text: 'hello', contextInfo: { expiration: 86_400 } } },
  })
  const ours = outcome.status === 'sent' ? outcome.message! : ''
  await rig.send(asked.chat, { kind: 'wipe', messages: [asked.message, ours] })
  await rig.fake.until(() => rig.fake.received.length === 2, 'our deletion')
  expect(rig.fake.received[1]?.message.protocolMessage?.key).toMatchObject({ id: ours, fromMe: true })
  expect(rig.fake.unknown).toEqual([])
})

test('what is written on the linked phone arrives as the phone’s, in the chat of whom it was written to', async () => {
  const hers = await next(() => rig.fake.says(sara, 'are you there?'))
  const phone = makePerson({ phone: '9647700000000', lid: '100000000000001', name: 'The team' })
  const message = { conversation: 'I am Layla, please do not pay' }
  const own = await next(async () => {
    const stanza = await rig.fake.stanza(phone, { deviceSentMessage: { destinationJid: sara.lid, message } })
    const { sender_pn: _, ...attrs } = stanza.attrs
    rig.fake.deliver({ ...stanza, attrs: { ...attrs, recipient: sara.lid, peer_recipient_pn: sara.pn } })
  })
  expect(own).toMatchObject({
    by: 'phone',
    chat: hers.chat,
    from: {},
    body: { kind: 'text', text: message.conversation },
  })
})

test('a call arrives once, in the chat of who calls, whatever steps of it are told', async () => {
  const hers = await next(() => rig.fake.says(sara, 'please call me'))
  const step = (tag: string, id: string, more: Record<string, string> = {}) => ({
    tag: 'call',
    attrs: { from: sara.lid, id: `${id}-${tag}`, t: String(Math.floor(Date.now() / 1000)) },
    content: [{ tag, attrs: { 'call-id': id, 'call-creator': sara.lid, caller_pn: sara.pn, ...more } }],
  })
  // A call of a group, and one that our own phone makes, are nobody's.
  rig.fake.push(step('offer', 'GROUP', { 'group-jid': '1-2@g.us' }))
  rig.fake.push(step('offer', 'OWN', { 'call-creator': '100000000000001:0@lid' }))
  const call = await next(() => {
    rig.fake.push(step('offer', 'CALL1'))
    rig.fake.push(step('terminate', 'CALL1'))
  })
  expect(call).toMatchObject({ chat: hers.chat, message: 'call:CALL1', body: { kind: 'call' } })
  const after = await next(() => rig.fake.says(sara, 'hello?'))
  expect(after.body).toEqual({ kind: 'text', text: 'hello?' })
})
