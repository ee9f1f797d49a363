import { proto } from '@whiskeysockets/baileys'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeMapped, rowOf } from './rows.ts'

const { map } = makeMapped({ pollsAsText: true })

const check = (items: ReturnType<typeof map>): void => {
  for (const item of items) {
    expect(Number.isSafeInteger(item.sentAt)).toBe(true)
    expect(Number.isSafeInteger(item.edit) && item.edit >= 0).toBe(true)
    expect(item.message.length).toBeGreaterThan(0)
    expect(item.message.length).toBeLessThanOrEqual(300)
    expect((item.raw ?? '').length).toBeLessThanOrEqual(1_048_576)
    expect(JSON.parse(JSON.stringify(item))).toEqual(item)
  }
}

const words = fc.oneof(
  { weight: 12, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(70_000), '\u0000\ud800', '__proto__', '') },
)
const number = fc.oneof(fc.nat(), fc.constantFrom(0, 1, 2 ** 31 - 1))
const bytes = fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ minLength: 32, maxLength: 32 }))
const CONTEXT = fc.record(
  {
    stanzaId: words,
    participant: words,
    expiration: number,
    forwardingScore: number,
    isForwarded: fc.boolean(),
    quotedMessage: fc.constant({ imageMessage: { jpegThumbnail: new Uint8Array(9) } }),
  },
  { requiredKeys: [] },
)
const file = fc.record(
  {
    url: words,
    directPath: words,
    mediaKey: bytes,
    fileSha256: bytes,
    fileEncSha256: bytes,
    fileLength: number,
    mimetype: words,
    caption: words,
    fileName: words,
    title: words,
    seconds: number,
    width: number,
    ptt: fc.boolean(),
    gifPlayback: fc.boolean(),
    isAnimated: fc.boolean(),
    viewOnce: fc.boolean(),
    waveform: bytes,
    contextInfo: CONTEXT,
  },
  { requiredKeys: [] },
)
const key = fc.record({ id: words, fromMe: fc.boolean(), remoteJid: words }, { requiredKeys: [] })
const double = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0))

const holding = (nested: fc.Arbitrary<proto.IMessage>): fc.Arbitrary<proto.IMessage> =>
  fc.record(
    {
      conversation: words,
      extendedTextMessage: fc.record(
        { text: words, matchedText: words, contextInfo: CONTEXT },
        { requiredKeys: [] },
      ),
      imageMessage: file,
      videoMessage: file,
      ptvMessage: file,
      audioMessage: file,
      documentMessage: file,
      stickerMessage: file,
      contactMessage: fc.record({ displayName: words, vcard: words }, { requiredKeys: [] }),
      contactsArrayMessage: fc.record({
        contacts: fc.array(fc.record({ displayName: words, vcard: words }, { requiredKeys: [] })),
      }),
      locationMessage: fc.record(
        { degreesLatitude: double, degreesLongitude: double, name: words },
        { requiredKeys: [] },
      ),
      pollCreationMessage: fc.record(
        { name: words, options: fc.array(fc.record({ optionName: words }, { requiredKeys: [] })) },
        { requiredKeys: [] },
      ),
      buttonsResponseMessage: fc.record(
        { selectedButtonId: words, selectedDisplayText: words },
        { requiredKeys: [] },
      ),
      protocolMessage: fc.record(
        { type: fc.constantFrom(0, 3, 14, 27), key, editedMessage: nested, ephemeralExpiration: number },
        { requiredKeys: [] },
      ),
      secretEncryptedMessage: fc.record({ targetMessageKey: key }, { requiredKeys: [] }),
      ephemeralMessage: fc.record({ message: nested }, { requiredKeys: [] }),
      viewOnceMessage: fc.record({ message: nested }, { requiredKeys: [] }),
      editedMessage: fc.record({ message: nested }, { requiredKeys: [] }),
      messageContextInfo: fc.record(
        {
          messageAssociation: fc.record(
            { associationType: fc.nat(19), parentMessageKey: key },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [], noNullPrototype: true },
  ) as fc.Arbitrary<proto.IMessage>

/** Up to three levels: each is opened in its own way. */
const message = holding(
  fc.oneof(fc.constant({ conversation: 'inside' }), holding(fc.constant({ conversation: 'inside' }))),
)

test('whatever a message says, it is mapped without an error, and to something that can be stored', () => {
  fc.assert(
    fc.property(message, number, fc.boolean(), (content, at, endToEnd) => {
      check(map(rowOf(content, { at, facts: { endToEnd } })))
    }),
    { numRuns: 150 },
  )
})

test('whatever bytes a row holds, it is mapped without an error, and never to nothing', () => {
  const row = rowOf(undefined)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (garbage) => {
      check(map({ ...row, bytes: garbage }))
    }),
    { numRuns: 600 },
  )
  expect(map({ ...row, row: 77, bytes: Uint8Array.of(255, 255, 255) })).toMatchObject([
    { message: 'unreadable:row-77', body: { kind: 'unsupported', what: 'unreadable' } },
  ])
})

test('bytes that differ from a real message in one place are mapped without an error', () => {
  const row = rowOf({
    documentWithCaptionMessage: {
      message: { documentMessage: { fileName: 'a', mediaKey: new Uint8Array(32), caption: 'c' } },
    },
  })
  for (let at = 0; at < row.bytes.length; at += 1)
    for (const flip of [1, 8, 128]) {
      const bytes = Uint8Array.from(row.bytes)
      bytes[at]! ^= flip
      check(map({ ...row, bytes }))
    }
})

test.each([9, 500, 3_000])('%i envelopes in each other end somewhere', (depth) => {
  let inner: proto.IMessage = { conversation: 'deep' }
  for (let level = 0; level < depth; level += 1) inner = { ephemeralMessage: { message: inner } }
  const items = map(rowOf(inner))
  check(items)
  expect(items).toHaveLength(1)
  expect(items[0]!.body.kind).toBe('unsupported')
})

test('a quote of a quote of a quote ends somewhere', () => {
  let inner: proto.IMessage = { conversation: 'deep' }
  for (let level = 0; level < 1_000; level += 1)
    inner = { extendedTextMessage: { text: 'x', contextInfo: { quotedMessage: inner } } }
  check(map(rowOf(inner)))
})
