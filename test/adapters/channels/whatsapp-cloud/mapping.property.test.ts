import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCallback, writeCallback } from '../../../../adapters/channels/whatsapp-cloud/callback.ts'
import { readMediaRef, writeMediaRef } from '../../../../adapters/channels/whatsapp-cloud/media-ref.ts'
import { messageTo, partsOf } from '../../../../adapters/channels/whatsapp-cloud/payloads.ts'
import { readWebhook } from '../../../../adapters/channels/whatsapp-cloud/to-inbound.ts'
import type { OutboxId } from '../../../../core/base/ids.ts'
import { instant } from '../../../../core/base/units.ts'
import { readRequest } from '../../../fakes/whatsapp-cloud/requests.ts'

const ACCOUNT = '106540352242922'
const context = { account: ACCOUNT, receivedAt: instant(1_800_000_000_000) }

const NAMES = [
  'type', 'text', 'body', 'image', 'audio', 'document', 'sticker', 'id', 'from', 'from_user_id', 'timestamp', 'context', 'forwarded', 'interactive',
  'button_reply', 'list_reply', 'button', 'contacts', 'name', 'phones', 'location', 'latitude', 'longitude', 'edit', 'revoke', 'original_message_id',
  'message', 'system', 'previous_user_id', 'user_id', 'wa_id', 'unsupported', 'errors', 'code', 'status', 'recipient_id', 'sha256', 'mime_type',
  'filename', 'caption', 'voice', 'referral', 'group_id', 'biz_opaque_callback_data', '__proto__', 'constructor', 'toString',
] // prettier-ignore
const TYPES = [
  'text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts', 'interactive', 'button', 'reaction', 'system', 'unsupported', 'edit',
  'revoke', 'request_welcome', 'order', '__proto__', 'toString',
] // prettier-ignore

const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...TYPES,
    'sent',
    'failed',
    '1700000000',
    '9647700000001',
    'IQ.1',
    'user_changed_number',
    '123456',
    '\ud800',
  ),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('tree'), { maxKeys: 6 }),
  ),
}))
const message = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.dictionary(fc.constantFrom(...NAMES), tree, { maxKeys: 8 }),
    fc.boolean(),
  )
  .map(([type, more, isSound]) =>
    isSound
      ? { ...more, id: 'wamid.x', from: '9647700000001', timestamp: '1700000000', type }
      : { type, ...more },
  )
const webhook = fc
  .record({
    messages: fc.oneof(fc.array(message, { maxLength: 4 }), tree),
    statuses: tree,
    contacts: tree,
    errors: tree,
  })
  .map((value) => ({
    entry: [
      { changes: [{ field: 'messages', value: { metadata: { phone_number_id: ACCOUNT }, ...value } }] },
    ],
  }))

test('whatever a webhook holds, it is read without a throw, the same each time, and what comes of it can be sealed', () => {
  fc.assert(
    fc.property(fc.oneof(webhook, tree, fc.anything()), (body) => {
      const arrivals = readWebhook(body, context)
      expect(readWebhook(body, context)).toEqual(arrivals)
      for (const arrival of arrivals) {
        const written = JSON.stringify(arrival)
        expect(written.isWellFormed()).toBe(true)
        if (arrival.kind !== 'item') continue
        expect(arrival.from.user ?? arrival.from.phone).toBeDefined()
        expect(arrival.item).toMatchObject({ v: 1, channel: 'whatsapp', account: ACCOUNT })
        expect(arrival.item.message.length).toBeGreaterThan(0)
        expect(Number.isSafeInteger(arrival.item.edit) && arrival.item.edit >= 0).toBe(true)
        expect(Number.isSafeInteger(arrival.item.sentAt)).toBe(true)
        expect(written).not.toContain('"referral"')
      }
    }),
    { numRuns: 3000 },
  )
})

test('nesting that JSON can be read with but not written is no trouble', () => {
  let deep: unknown = 'x'
  for (let n = 0; n < 20_000; n += 1) deep = [deep]
  const body = {
    entry: [
      {
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: ACCOUNT },
              messages: [{ id: 'm', from: '9647700000001', type: 'order', timestamp: '1700000000', deep }],
            },
          },
        ],
      },
    ],
  }
  expect(readWebhook(body, context)).toMatchObject([
    { kind: 'item', item: { body: { kind: 'unsupported', what: 'order' } } },
  ])
})

test('whatever is to be said is within the limits of the platform, whole, with every token once, or refused by us', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(fc.constantFrom('سلام', 'hello', '👩‍👩‍👧‍👦', '\n', '\n\n', ' '), { maxLength: 2000 })
      .map((parts) => parts.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 900, maxLength: 6000 }),
  )
  const button = fc.record({
    label: fc.string({ unit: 'grapheme', maxLength: 90 }),
    token: fc.stringMatching(/^\d{1,3}:[a-z]{1,8}:[a-z]{1,8}$/),
  })
  const bare = (text: string): string => text.replace(/\s/gu, '')
  fc.assert(
    fc.property(words, fc.array(button, { maxLength: 14 }), (text, buttons) => {
      const parts = partsOf({ kind: 'text', text, buttons }, '☰')
      if (parts === undefined) return
      const requests = parts.map((part) =>
        readRequest(messageTo({ phone: '9647700000001' }, part), (what) => {
          throw new Error(what)
        }),
      )
      const said = requests.map((request) => {
        if ('status' in request) return ''
        if (request.type === 'text') return request.text.body
        return request.type === 'interactive' ? request.interactive.body.text : ''
      })
      expect(bare(said.join('')).startsWith(bare(text))).toBe(true)
      expect(said.join('').isWellFormed() || !text.isWellFormed()).toBe(true)
      const shown = JSON.stringify(requests)
      for (const { token, label } of buttons)
        expect(shown.includes(JSON.stringify(token)) || said.join('\n').includes(label.trim())).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('what is written to be read again is read as it was', () => {
  const rows = fc
    .tuple(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/), fc.nat(1e6), fc.nat(1023))
    .map(([caseId, seq, n]) => `${caseId}.${seq}.${n}` as OutboxId)
  fc.assert(
    fc.property(rows, fc.boolean(), (row, isLast) => {
      expect(readCallback(writeCallback(row, isLast))).toEqual({ row, isLast })
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void readCallback(text)))
  const ref = fc.record({
    id: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
  })
  fc.assert(
    fc.property(ref, (one) => {
      expect(readMediaRef(writeMediaRef(one))).toEqual(one)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void readMediaRef(text)))
})
