import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeInbox } from '../../../../adapters/memory/store-inbox.ts'
import { makeOutbox } from '../../../../adapters/memory/store-outbox.ts'
import { Failure } from '../../../../core/base/failure.ts'
import { outboxId, type CaseId, type OutboxId } from '../../../../core/base/ids.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import { makeInboundSink } from '../../../../core/services/inbound/sink.ts'
import { chatKeyOf } from '../../../../core/model/chat-key.ts'
import type { Button, OutboundContent } from '../../../../core/ports/channel.ts'
import { after, minutes } from '../../../../core/base/units.ts'
import type { Person } from '../../../fakes/whatsapp-cloud/person.ts'
import { makeRig, makeSeals, type Rig } from './rig.ts'

const CASE = '0123456789ABCDEFGHJKMNPQRS' as CaseId

/**
 * The store's inbox and outbox, and what stands between them and the channel; the conversation is
 * written by hand.
 */
const openDesk = async () => {
  const seals = await makeSeals()
  const inbox = makeInbox()
  const outbox = makeOutbox(() => {})
  const state = { broken: false }
  const stored = makeInboundSink({
    ...seals,
    inbox: {
      ...inbox.port,
      put: async (rows) => {
        if (state.broken) throw new Failure('store_unavailable')
        return inbox.port.put(rows)
      },
    },
    clock: { now: () => rig.clock.now() },
  })
  const rig: Rig = await makeRig({
    sink: {
      put: async (items) => {
        await stored.put(items)
        rig.fake.world.changed()
      },
    },
    // As bots would do it: the row comes back with the status.
    onStatus: async ({ row, status, at }) => {
      if (row === undefined) return
      await outbox.port.settle(
        [status === 'failed' ? { id: row, status: 'refused' } : { id: row, status }],
        at,
      )
      rig.fake.world.changed()
    },
  })
  const claim = () => ({ owner: 'test', now: rig.clock.now(), until: after(rig.clock.now(), minutes(1)) })
  const contents = new Map<OutboxId, OutboundContent>()
  let n = 0

  return {
    rig,
    state,
    /** What arrived and is not handled yet, in order. */
    arrived: async (): Promise<readonly Inbound[]> => {
      await rig.settled()
      const chats = await inbox.port.claim(claim(), { chats: 100, perChat: 1000 })
      const items = chats.flatMap(({ rows }) =>
        rows.map((row) => seals.sealer.transit.open(`inbox:${row.id}`, row.sealed) as Inbound),
      )
      await inbox.port.settle(chats.flatMap(({ rows }) => rows.map(({ id }) => id)))
      await inbox.port.release(
        chats.map(({ chatKey }) => chatKey),
        'test',
      )
      return items
    },
    waiting: async () => (await inbox.port.depth()).waiting,
    /** Puts a row into the outbox and sends what is due. */
    say: async (chat: string, text: string, buttons?: readonly Button[]): Promise<void> => {
      const id = outboxId(CASE, 1, n++)
      contents.set(id, { kind: 'text', text, ...(buttons === undefined ? {} : { buttons }) })
      const { account } = rig.cloud.channel
      outbox.add({
        id,
        caseId: CASE,
        seq: 1,
        n,
        chatKey: chatKeyOf(seals.hasher, { channel: 'whatsapp', account, chat }),
        channel: 'whatsapp',
        account,
        speaker: 'bot',
        repeatable: true,
        dueAt: rig.clock.now(),
        sealed: new Uint8Array(),
      })
      for (const row of await outbox.port.claim(claim(), { channel: 'whatsapp', account, limit: 10 })) {
        const outcome = await rig.cloud.channel.send(
          chat,
          contents.get(row.id) ?? { kind: 'typing' },
          undefined,
          { row: row.id },
        )
        await outbox.port.settle(
          [{ id: row.id, status: outcome.status === 'sent' ? 'sent' : 'unclear' }],
          rig.clock.now(),
        )
      }
    },
    delivery: async () => (await outbox.port.ofCase(CASE)).map(({ status }) => status),
    fetched: async (item: Inbound): Promise<Buffer> => {
      if (item.body.kind !== 'media') throw new Error('no media')
      const download = await rig.cloud.channel.download(item.body.media.ref)
      if (download.status !== 'open') throw new Error(download.status)
      const chunks: Uint8Array[] = []
      for await (const chunk of download.bytes) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
  }
}

let desk: Awaited<ReturnType<typeof openDesk>>
let person: Person
beforeEach(async () => {
  desk = await openDesk()
  person = desk.rig.fake.person({ name: 'Nadia' })
})
afterEach(async () => {
  await desk.rig.stop()
  expect(desk.rig.fake.violations).toEqual([])
})

test('a person tells, shows and presses; every byte arrives, and what is said to them is seen to arrive', async () => {
  const { rig } = desk
  person.says('someone threatens to send my pictures')
  const [first] = await desk.arrived()
  const chat = first?.chat ?? ''
  expect(first?.body).toEqual({ kind: 'text', text: 'someone threatens to send my pictures' })

  await desk.say(chat, 'Are you safe right now?', [
    { label: 'Yes', token: '1:safe:yes' },
    { label: 'No', token: '1:safe:no' },
  ])
  person.presses('Yes')
  await desk.say(
    chat,
    'Where do they write to you?',
    ['Telegram', 'WhatsApp', 'Instagram', 'Facebook', 'Snapchat'].map((label) => ({
      label,
      token: `2:where:${label.toLowerCase()}`,
    })),
  )
  person.presses('Instagram')
  expect((await desk.arrived()).map(({ body }) => body)).toEqual([
    { kind: 'press', token: '1:safe:yes' },
    { kind: 'press', token: '2:where:instagram' },
  ])

  const pictures = Array.from({ length: 10 }, (_, n) => randomBytes(20_000 + n * 7))
  const [voice, document] = [randomBytes(50_000), randomBytes(1_500_000)]
  rig.fake.hook.hold()
  pictures.forEach((bytes, n) =>
    person.sendsPhoto(bytes, { ago: 60 - n, ...(n === 3 ? { fault: { status: 404, times: 1 } } : {}) }),
  )
  person.sendsVoice(voice, { ago: 30 })
  person.sendsDocument(document, { ago: 20, fileName: 'chat export.pdf', caption: 'all of it' })
  // Out of order, several in a call, and each of them twice.
  rig.fake.hook.duplicate(1)
  rig.fake.hook.release((changes) => changes.toReversed(), 5)
  const items = await desk.arrived()
  expect(items).toHaveLength(12)
  const byTime = items.toSorted((a, b) => a.sentAt - b.sentAt)
  const bytes = await Promise.all(byTime.map(desk.fetched))
  expect(bytes.map((one, n) => one.equals([...pictures, voice, document][n] ?? Buffer.alloc(0)))).toEqual(
    Array.from({ length: 12 }, () => true),
  )
  expect(byTime.at(-1)?.body).toMatchObject({
    caption: 'all of it',
    media: { kind: 'document', fileName: 'chat export.pdf' },
  })
  expect(byTime.at(-2)?.body).toMatchObject({ media: { kind: 'voice' } })

  rig.fake.hook.duplicate(0)
  person.goesOffline()
  await desk.say(chat, 'Thank you. Everything is kept.')
  await rig.settled()
  expect(await desk.delivery()).toEqual(['delivered', 'delivered', 'sent'])
  person.comesOnline()
  await rig.settled()
  expect(await desk.delivery()).toEqual(['delivered', 'delivered', 'delivered'])
  person.reads()
  // A status that comes late or again lowers nothing.
  rig.fake.hook.redeliver(5)
  await rig.settled()
  expect(await desk.delivery()).toEqual(['read', 'read', 'read'])
  expect(rig.fake.textsTo(person)).toEqual([
    'Are you safe right now?',
    'Where do they write to you?',
    'Thank you. Everything is kept.',
  ])
})

test('a message that was sent without an answer is known by its status after all, and is not said twice', async () => {
  const { rig } = desk
  person.says('hi')
  const [first] = await desk.arrived()
  rig.fake.fault({ fault: { kind: 'reset_after' }, place: 'messages', nth: 1 })
  rig.fake.hook.hold()
  await desk.say(first?.chat ?? '', 'hello')
  expect(await desk.delivery()).toEqual(['unclear'])
  rig.fake.hook.release()
  await rig.settled()
  expect(await desk.delivery()).toEqual(['delivered'])
})

test('what nobody signed is not kept, and what could not be kept is not acknowledged', async () => {
  const { rig, state } = desk
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] })
  expect(await rig.fake.hook.raw(body, { 'x-hub-signature-256': rig.fake.hook.sign(body, 'wrong') })).toBe(
    401,
  )
  expect(await desk.waiting()).toBe(0)

  state.broken = true
  for (let n = 0; n < 5; n += 1) person.says(`m${n}`)
  await rig.until(() => (rig.fake.hook.calls[0]?.tries ?? 0) >= 3)
  expect(rig.fake.hook.calls.every(({ status }) => status !== 200)).toBe(true)
  expect(await desk.waiting()).toBe(0)
  state.broken = false
  expect((await desk.arrived()).map(({ body }) => (body.kind === 'text' ? body.text : ''))).toEqual([
    'm0',
    'm1',
    'm2',
    'm3',
    'm4',
  ])
})
