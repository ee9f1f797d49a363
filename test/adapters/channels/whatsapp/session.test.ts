import '../../../../adapters/channels/whatsapp/harden.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import type { Mapping } from '../../../../adapters/channels/whatsapp/mapping.ts'
import { Failure } from '../../../../core/base/failure.ts'
import { hours, minutes, seconds } from '../../../../core/base/units.ts'
import { makeAuthority } from '../../../fakes/whatsapp/noise.ts'
import { startLinked, startRig, type Rig } from './rig.ts'
import { makeStandIn } from './stand-in.ts'
import { eventually } from '../../../patience.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})
const kept = (rig: Rig): Rig => {
  cleanups.push(rig.remove, () => rig.fake.stop(), rig.end)
  return rig
}
const texts = (rig: Rig): readonly string[] =>
  rig.items.flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))
const whats = (rig: Rig): readonly string[] =>
  rig.items.flatMap(({ body }) => (body.kind === 'unsupported' ? [body.what] : []))
/** The same file in a new process, as after a death. */
const again = async (rig: Rig): Promise<Rig> => {
  rig.end()
  const next = await startRig({ fake: rig.fake, dir: rig.dir, key: rig.key, leases: rig.leases })
  cleanups.push(next.end)
  return next
}
const online = async (rig: Rig): Promise<void> => {
  await rig.is('connected')
  await rig.fake.until(rig.fake.online, 'online')
}
/** Nothing more comes: what was to come before this text has come. */
const settle = async (rig: Rig): Promise<void> => {
  const witness = rig.fake.person('Witness')
  await rig.fake.says(witness, `settled ${witness.phone}`)
  await rig.until(() => texts(rig).includes(`settled ${witness.phone}`), 'the witness')
}
const said = (rig: Rig): readonly string[] => texts(rig).filter((text) => !text.startsWith('settled'))

test('a QR code scanned by the phone links the account, and a person and the bot exchange texts', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  await rig.fake.says(sara, 'salam, komak')
  await rig.until(() => texts(rig).length === 1, 'the text')
  expect(texts(rig)).toEqual(['salam, komak'])
  expect(await rig.send(sara.lid, { kind: 'text', text: 'salam' })).toMatchObject({ status: 'sent' })
  await rig.fake.until(() => rig.fake.received.length === 1, 'our answer')
  expect(rig.fake.received[0]?.message.extendedTextMessage?.text).toBe('salam')
  await rig.send(sara.pn, { kind: 'text', text: 'by number' })
  await rig.fake.until(() => rig.fake.received.length === 2, 'our second answer')
  expect(rig.fake.unknown).toEqual([])
  expect(rig.fake.errors).toEqual([])
})

test('an 8-character code typed in on the phone links the account', async () => {
  const rig = kept(await startRig())
  rig.open()
  await rig.is('unpaired')
  rig.receive({ type: 'pair', request: { mode: 'code', phone: '9647700000000' } })
  await rig.until(() => rig.steps.length === 1, 'a code')
  const [step] = rig.steps
  expect(step).toMatchObject({ status: 'code', code: expect.stringMatching(/^[0-9A-Z]{8}$/) })
  await rig.fake.phone.enter(step?.status === 'code' ? step.code : '')
  await rig.until(() => rig.steps.at(-1)?.status === 'paired', 'paired')
  expect(rig.state()?.status).toBe('connected')
  const code = step?.status === 'code' ? step.code : '-'
  expect(JSON.stringify(rig.log.lines)).not.toContain(code)
})

test('a wrong code links nothing, and the next try may', async () => {
  const rig = kept(await startRig())
  rig.open()
  await rig.is('unpaired')
  rig.receive({ type: 'pair', request: { mode: 'code', phone: '9647700000000' } })
  await rig.until(() => rig.steps.length === 1, 'a code')
  await expect(rig.fake.phone.enter('AAAAAAAA')).rejects.toThrow()
  rig.receive({ type: 'cancel_pairing' })
  await rig.until(() => rig.steps.at(-1)?.status === 'cancelled', 'cancelled')
  expect(rig.state()?.status).toBe('unpaired')
  await rig.pair()
  expect(rig.state()?.status).toBe('connected')
})

test('pairing says when nobody scanned, when it is under way and when there is nothing to pair', async () => {
  const rig = kept(await startRig())
  rig.open()
  await rig.is('unpaired')
  rig.receive({ type: 'pair', request: { mode: 'qr' } })
  await rig.until(() => rig.steps.length === 1, 'a QR code')
  rig.receive({ type: 'pair', request: { mode: 'qr' } })
  await rig.until(() => rig.steps.length === 2, 'an answer')
  rig.fake.end({ stream: '408' })
  await rig.until(() => rig.steps.length === 3, 'the end')
  await rig.pair()
  rig.receive({ type: 'pair', request: { mode: 'qr' } })
  await rig.until(() => rig.steps.at(-1)?.status !== 'paired', 'an answer')
  expect(rig.steps.map(({ status }) => status)).toEqual(['qr', 'busy', 'expired', 'qr', 'paired', 'already'])
})

test('what was sent while nobody listened comes in order, once, and is known to have waited', async () => {
  const first = kept(await startLinked())
  const people = [1, 2, 3].map(() => first.fake.person())
  await first.fake.says(people[0]!, 'before')
  await first.until(() => texts(first).length === 1, 'the first')
  first.end()
  await first.fake.until(() => !first.fake.online(), 'offline')
  const meant: string[] = []
  for (let n = 0; n < 60; n += 1) {
    meant.push(`message ${n}`)
    await first.fake.says(people[n % 3]!, `message ${n}`)
  }
  const rig = await again(first)
  rig.open()
  await rig.until(() => texts(rig).length === 60, 'all of them')
  expect(texts(rig)).toEqual(meant)
  await rig.fake.until(() => rig.fake.pending() === 0, 'all confirmed')
})

test('a message is in the file before WhatsApp hears that it came; a death before the inbox has it loses nothing', async () => {
  const first = kept(await startLinked())
  const sara = first.fake.person()
  first.tick(false)
  await first.fake.says(sara, 'evidence')
  await first.fake.until(() => first.fake.receipts.length > 0, 'a receipt')
  const rig = await again(first)
  rig.open()
  await rig.until(() => texts(rig).length === 1, 'the text, from the journal')
  expect(texts(rig)).toEqual(['evidence'])
  await online(rig)
  await settle(rig)
  expect(said(rig)).toEqual(['evidence'])
  const third = await again(rig)
  third.open()
  await online(third)
  await settle(third)
  expect(said(third)).toEqual([])
})

test('where the file cannot be written no receipt leaves, and the message comes when it can', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  await rig.fake.says(sara, 'one')
  await rig.until(() => texts(rig).length === 1, 'the first')
  const receipts = rig.fake.receipts.length
  const acks = rig.fake.acks.length
  const other = new DatabaseSync(rig.file)
  other.exec('BEGIN IMMEDIATE')
  await rig.fake.says(sara, 'two')
  await rig.until(() => rig.state()?.advice === 'store', 'a broken store')
  await rig.fake.until(() => !rig.fake.online(), 'offline')
  expect(rig.fake.receipts.length).toBe(receipts)
  expect(rig.fake.acks.length).toBe(acks)
  other.exec('ROLLBACK')
  other.close()
  rig.timers.advance(seconds(5))
  await rig.until(() => texts(rig).length === 2, 'the second')
  await settle(rig)
  expect(said(rig)).toEqual(['one', 'two'])
})

test('a repeated ciphertext is one message; a message sent anew under its id has the same natural key', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  const stanza = await rig.fake.stanza(sara, 'once')
  rig.fake.deliver(stanza)
  rig.fake.deliver(stanza)
  await rig.fake.says(sara, 'twice', { id: 'SAME' })
  await rig.fake.says(sara, 'twice', { id: 'SAME' })
  await settle(rig)
  expect(said(rig)).toEqual(['once', 'twice', 'twice'])
  expect(rig.items.filter(({ message }) => message === 'SAME')).toHaveLength(2)
  rig.timers.advance(hours(1))
  await settle(rig)
  expect(whats(rig)).toEqual([])
})

test('a note without content does not stand in the way of the message that follows under its id', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  rig.fake.stub(sara, 'LATE')
  await settle(rig)
  await rig.fake.says(sara, 'the content', { id: 'LATE' })
  await settle(rig)
  rig.timers.advance(minutes(5))
  await settle(rig)
  expect(said(rig)).toEqual(['the content'])
  expect(whats(rig)).toEqual([])
})

test('a note that stays without content is told after a minute, under a key of its own; view-once at once', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  rig.fake.stub(sara, 'NEVER')
  rig.fake.stub(sara, 'ONCE', 'view_once')
  await settle(rig)
  expect(whats(rig)).toEqual(['view_once'])
  rig.timers.advance(seconds(61))
  await rig.until(() => whats(rig).length === 2, 'the note')
  expect(whats(rig)).toEqual(['view_once', 'unreadable'])
  // The content may come hours later still.
  await rig.fake.says(sara, 'late', { id: 'NEVER' })
  await settle(rig)
  expect(said(rig)).toEqual(['late'])
})

test('what cannot be decrypted is asked for again; what then comes is the message, and nothing is said of the first', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  await rig.fake.says(sara, 'good')
  await settle(rig)
  const stanza = await rig.fake.stanza(sara, 'damaged on the way', { id: 'BROKEN' })
  const [enc] = stanza.content as [{ content: Uint8Array; tag: string; attrs: Record<string, string> }]
  const damaged = Buffer.from(enc.content)
  damaged[damaged.length - 12]! ^= 1
  rig.fake.deliver({ ...stanza, content: [{ ...enc, content: damaged }] })
  await rig.until(() => texts(rig).includes('damaged on the way'), 'the second try')
  rig.timers.advance(minutes(5))
  await settle(rig)
  expect(said(rig)).toEqual(['good', 'damaged on the way'])
  expect(whats(rig)).toEqual([])
})

test('a person with a new phone is read at once', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  await rig.fake.says(sara, 'old phone')
  await settle(rig)
  sara.reinstall()
  await rig.fake.says(sara, 'new phone')
  await rig.fake.says(sara, 'again')
  await settle(rig)
  expect(said(rig)).toEqual(['old phone', 'new phone', 'again'])
})

test('what is not encrypted is marked', async () => {
  const rig = kept(await startLinked())
  rig.fake.saysInClear(rig.fake.person(), 'the server could have written this')
  await settle(rig)
  expect(whats(rig)).toEqual(['message in clear'])
})

test('groups, status posts and newsletters are neither read nor answered', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  for (const from of ['120363000000000000@g.us', 'status@broadcast', '120363000000000001@newsletter']) {
    const stanza = await rig.fake.stanza(sara, `from ${from}`)
    rig.fake.push({ ...stanza, attrs: { ...stanza.attrs, from, participant: sara.lid } })
  }
  await settle(rig)
  expect(said(rig)).toEqual([])
  expect(rig.fake.receipts.filter(({ attrs }) => attrs['to']?.endsWith('@g.us'))).toEqual([])
})

test('a refusal for want of a relation (463) is final, counted and told; another refusal is final', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  await rig.fake.says(sara, 'hello')
  await settle(rig)
  rig.fake.refuseNext('463')
  expect(await rig.send(sara.lid, { kind: 'text', text: 'cold' })).toEqual({
    status: 'refused',
    why: 'invalid',
  })
  await rig.until(() => rig.state()?.refused === 1, 'the count')
  rig.fake.refuseNext('479')
  expect(await rig.send(sara.lid, { kind: 'text', text: 'odd' })).toEqual({
    status: 'refused',
    why: 'invalid',
  })
  await rig.until(() => rig.deliveries.filter(({ status }) => status === 'refused').length === 2, 'both told')
})

test('a message that WhatsApp does not answer for is unclear, also where the connection ends meanwhile', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  rig.fake.swallowNext()
  const first = rig.send(sara.lid, { kind: 'text', text: 'one' })
  await rig.fake.until(() => rig.fake.received.length === 1, 'one')
  rig.timers.advance(seconds(20))
  expect(await first).toEqual({ status: 'unclear' })
  rig.fake.swallowNext()
  const second = rig.send(sara.lid, { kind: 'text', text: 'two' })
  await rig.fake.until(() => rig.fake.received.length === 2, 'two')
  rig.fake.end('cut')
  expect(await second).toEqual({ status: 'unclear' })
  expect(await rig.send(sara.lid, { kind: 'text', text: 'three' })).toMatchObject({ status: 'later' })
  expect(rig.fake.received).toHaveLength(2)
})

test('a message whose ratchet step cannot be written does not leave', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  await rig.send(sara.lid, { kind: 'text', text: 'one' })
  const other = new DatabaseSync(rig.file)
  other.exec('BEGIN IMMEDIATE')
  expect(await rig.send(sara.lid, { kind: 'text', text: 'two' })).toMatchObject({ status: 'later' })
  other.exec('ROLLBACK')
  other.close()
  rig.timers.advance(seconds(5))
  await online(rig)
  expect(await rig.send(sara.lid, { kind: 'text', text: 'three' })).toMatchObject({ status: 'sent' })
  await rig.fake.until(() => rig.fake.received.length === 2, 'what was sent')
  expect(rig.fake.received.map(({ message }) => message.extendedTextMessage?.text)).toEqual(['one', 'three'])
})

test('typing is shown, an unknown address is refused, and the account does not send faster than it may', async () => {
  const rig = kept(await startRig())
  rig.open({ perMinute: 2 })
  await rig.is('unpaired')
  await rig.pair()
  const sara = rig.fake.person()
  expect(await rig.send('nobody', { kind: 'text', text: 'x' })).toEqual({ status: 'refused', why: 'invalid' })
  await rig.send(sara.lid, { kind: 'typing' })
  await rig.fake.until(() => rig.fake.presences.some(({ tag }) => tag === 'chatstate'), 'typing')
  await rig.send(sara.lid, { kind: 'text', text: 'one' })
  await rig.send(sara.lid, { kind: 'text', text: 'two' })
  expect(await rig.send(sara.lid, { kind: 'text', text: 'three' })).toEqual({
    status: 'later',
    wait: 30_000,
    everyone: true,
  })
  rig.timers.advance(seconds(31))
  expect(await rig.send(sara.lid, { kind: 'text', text: 'three' })).toMatchObject({ status: 'sent' })
})

test('who could not read us gets exactly the same once more, also from a new process; what was delivered and read is told', async () => {
  const first = kept(await startLinked())
  const sara = first.fake.person()
  const outcome = await first.send(sara.lid, { kind: 'text', text: 'read me' })
  const id = outcome.status === 'sent' ? outcome.message! : ''
  first.fake.confirms(sara, id)
  await first.until(() => first.deliveries.length === 1, 'the delivery')
  first.fake.confirms(sara, id, 'read')
  await first.until(() => first.deliveries.length === 2, 'both told')
  expect(first.deliveries).toEqual([
    { message: id, status: 'delivered' },
    { message: id, status: 'read' },
  ])
  const rig = await again(first)
  rig.open()
  await online(rig)
  rig.fake.asksAgain(sara, id)
  await rig.fake.until(() => rig.fake.received.length === 2, 'the second time')
  expect(rig.fake.received.map((one) => [one.id, one.message.extendedTextMessage?.text])).toEqual([
    [id, 'read me'],
    [id, 'read me'],
  ])
})

test('a row that is sent again has the same id, so that a phone shows it once; what becomes of it is told of the row, also later', async () => {
  const first = kept(await startLinked())
  const sara = first.fake.person()
  first.fake.swallowNext()
  const sending = first.send(sara.lid, { kind: 'text', text: 'once' }, 'case.7.0')
  await first.fake.until(() => first.fake.received.length === 1, 'the first try')
  first.timers.advance(seconds(21))
  expect(await sending).toEqual({ status: 'unclear' })
  const rig = await again(first)
  rig.open()
  await online(rig)
  const outcome = await rig.send(sara.lid, { kind: 'text', text: 'once' }, 'case.7.0')
  await rig.fake.until(() => rig.fake.received.length === 2, 'the second try')
  const [one, two] = rig.fake.received
  expect(outcome).toMatchObject({ status: 'sent', message: one?.id })
  expect(two?.id).toBe(one?.id)
  await rig.send(sara.lid, { kind: 'text', text: 'once' }, 'case.7.1')
  await rig.fake.until(() => rig.fake.received.length === 3, 'another row')
  expect(rig.fake.received[2]?.id).not.toBe(one?.id)
  rig.fake.confirms(sara, one?.id ?? '')
  await rig.until(() => rig.deliveries.length === 1, 'the delivery')
  expect(rig.deliveries).toEqual([{ message: one?.id, row: 'case.7.0', status: 'delivered' }])
})

test('of a text in pieces only the last one’s delivery is the row’s', async () => {
  const other = await again(kept(await startLinked()))
  other.map({
    ...makeStandIn({ account: 'main' }),
    fromOutbound: (jid) => ({ jid, parts: ['first', 'last'].map((text) => ({ content: { text } })) }),
  })
  other.open()
  await online(other)
  const sara = other.fake.person()
  await other.send(sara.lid, { kind: 'text', text: 'long' }, 'case.8.0')
  await other.fake.until(() => other.fake.received.length === 2, 'both pieces')
  for (const { id } of other.fake.received) other.fake.confirms(sara, id)
  await other.until(() => other.deliveries.length === 2, 'both delivered')
  expect(other.deliveries.map(({ row }) => row)).toEqual([undefined, 'case.8.0'])
})

test('taking messages back pauses between them, as a hand would', async () => {
  const rig = kept(await startRig())
  const mapping: Mapping = {
    ...makeStandIn({ account: 'main' }),
    fromOutbound: (jid) => ({ jid, parts: ['a', 'b', 'c'].map((text) => ({ content: { text } })) }),
  }
  rig.map(mapping)
  rig.open({ leastMs: 1_000 })
  await rig.is('unpaired')
  await rig.pair()
  const sara = rig.fake.person()
  const wiping = rig.send(sara.lid, { kind: 'wipe', messages: ['x'] })
  for (let sent = 1; sent <= 3; sent += 1) {
    await rig.fake.until(() => rig.fake.received.length === sent, `message ${sent}`)
    if (sent === 3) break
    await eventually(() => expect(rig.timers.waits()).toContain(300))
    expect(rig.fake.received.length).toBe(sent)
    rig.timers.advance(300)
  }
  expect(await wiping).toMatchObject({ status: 'sent' })
})

test('where the store of contacts is busy the row keeps its place and is carried soon; one that cannot be read is set aside', async () => {
  const rig = kept(await startRig())
  const plain = makeStandIn({ account: 'main' })
  let fault: Error | undefined = new Failure('store_busy')
  rig.map({
    ...plain,
    toInbound: (row) => {
      if (fault !== undefined) throw fault
      return plain.toInbound(row)
    },
  })
  rig.open()
  await rig.is('unpaired')
  await rig.pair()
  const sara = rig.fake.person()
  await rig.fake.says(sara, 'one')
  await rig.fake.until(() => rig.fake.pending() === 0, 'one is in the journal')
  await eventually(() => expect(rig.timers.waits()).toContain(seconds(1)))
  await rig.fake.says(sara, 'two')
  await rig.fake.until(() => rig.fake.pending() === 0, 'two is in the journal')
  fault = undefined
  rig.timers.advance(seconds(1))
  await rig.until(() => said(rig).length === 2, 'both')
  expect(said(rig)).toEqual(['one', 'two'])
  fault = new Error('broken')
  await rig.fake.says(sara, 'three')
  await rig.fake.until(() => rig.fake.pending() === 0, 'three is in the journal')
  await eventually(() => expect(rig.timers.waits().some((wait) => wait > minutes(59))).toBe(true))
  fault = undefined
  await rig.fake.says(sara, 'four')
  await rig.until(() => said(rig).length === 3, 'four goes past it')
  expect(said(rig)).toEqual(['one', 'two', 'four'])
})

test.each([
  [{ stream: '401' }, 'stopped', 401, 'logged-out'],
  ['removed', 'stopped', 401, 'logged-out'],
  [{ failure: '402' }, 'stopped', 402, 'restricted'],
  [{ failure: '403' }, 'stopped', 403, 'banned'],
  [{ failure: '405' }, 'stopped', 405, 'version'],
  [{ failure: '406' }, 'stopped', 406, 'restricted'],
  [{ stream: '411' }, 'stopped', 411, 'multi-device'],
  [{ stream: '440' }, 'stopped', 440, 'other-session'],
  ['replaced', 'stopped', 440, 'other-session'],
  [{ failure: '463' }, 'stopped', 463, 'restricted'],
  [{ stream: '408' }, 'waiting', 408, 'wait'],
  [{ stream: '500' }, 'waiting', 500, 'wait'],
  [{ stream: '503' }, 'waiting', 503, 'wait'],
  ['cut', 'waiting', 428, 'wait'],
  ['bye', 'waiting', 428, 'wait'],
] as const)('an end by %j leaves the account %s (%i, advice %s)', async (how, status, code, advice) => {
  const rig = kept(await startLinked())
  const logins = rig.fake.logins()
  rig.fake.end(how)
  await rig.is(status)
  expect(rig.state()).toMatchObject({ status, code, advice })
  rig.timers.advance(status === 'stopped' ? hours(48) : seconds(2))
  if (status === 'stopped') {
    expect(rig.state()).toMatchObject({ status, code, advice })
    expect(rig.fake.logins()).toBe(logins)
    return
  }
  await online(rig)
  expect(rig.fake.logins()).toBe(logins + 1)
})

test('an end by 515 is followed by a new connection at once', async () => {
  const rig = kept(await startLinked())
  const logins = rig.fake.logins()
  rig.fake.end({ stream: '515' })
  await rig.fake.until(() => rig.fake.logins() === logins + 1, 'the new login')
  await online(rig)
})

test('after a logout the account is paired anew, and what the person said before is still known as said', async () => {
  const rig = kept(await startLinked())
  rig.fake.end('removed')
  await rig.is('stopped')
  rig.receive({ type: 'connect' })
  await rig.is('unpaired')
  await rig.pair()
  const sara = rig.fake.person()
  await rig.fake.says(sara, 'after')
  await rig.until(() => texts(rig).length === 1, 'the text')
})

test('a stop for another session ends when a person asks for it', async () => {
  const rig = kept(await startLinked())
  rig.fake.end('replaced')
  await rig.is('stopped')
  rig.receive({ type: 'connect' })
  await online(rig)
})

test("a proxy's 401, 403 or 440 is not WhatsApp's: the pairing stays", async () => {
  const rig = kept(await startLinked())
  for (const status of [401, 403, 440]) {
    rig.fake.refuseUpgrades(status)
    rig.fake.end('cut')
    await rig.is('waiting')
    const waits = (): number => rig.states.filter((state) => state.status === 'waiting').length
    const before = waits()
    rig.timers.advance(minutes(5))
    await rig.until(() => waits() > before, 'a second failure')
    expect(rig.state()).toMatchObject({ status: 'waiting', advice: 'wait' })
    rig.fake.refuseUpgrades(undefined)
    rig.timers.advance(minutes(10))
    await online(rig)
  }
})

test('a server whose certificates WhatsApp did not sign is not spoken to', async () => {
  const rig = kept(await startLinked())
  rig.fake.authority.current = makeAuthority()
  rig.fake.end('cut')
  await rig.is('waiting')
  rig.timers.advance(minutes(5))
  await rig.is('stopped')
  expect(rig.state()?.advice).toBe('untrusted')
})

test('restrictions and caps that WhatsApp announces show in the account', async () => {
  const rig = kept(await startLinked())
  rig.fake.restrict(1_800_000_000)
  await rig.until(() => rig.state()?.timeLock !== undefined, 'the lock')
  expect(rig.state()?.timeLock).toEqual({ until: 1_800_000_000_000, kind: 'BIZ_QUALITY' })
  rig.fake.cap(7, 10)
  await rig.until(() => rig.state()?.capping !== undefined, 'the cap')
  expect(rig.state()).toMatchObject({
    capping: { status: 'FIRST_WARNING', used: 7, total: 10 },
    timeLock: { kind: 'BIZ_QUALITY' },
  })
  rig.fake.restrict(undefined)
  await rig.until(() => rig.state()?.timeLock === undefined, 'the lock lifted')
  expect(rig.state()?.capping?.used).toBe(7)
})

test('a session file put back from an old copy is not used: it asks for pairing, and works after it', async () => {
  const first = kept(await startLinked())
  const sara = first.fake.person()
  await first.fake.says(sara, 'one')
  await settle(first)
  first.end()
  const files = readdirSync(first.dir).filter((name) => !name.includes('lock'))
  const copy = files.map((name) => [name, readFileSync(join(first.dir, name))] as const)
  const second = await again(first)
  second.open()
  await online(second)
  await second.fake.says(sara, 'two')
  await settle(second)
  second.end()
  const { rmSync, writeFileSync } = await import('node:fs')
  for (const name of readdirSync(first.dir)) rmSync(join(first.dir, name))
  for (const [name, bytes] of copy) writeFileSync(join(first.dir, name), bytes)
  const logins = first.fake.logins()
  const third = await again(second)
  third.open()
  await third.is('stopped')
  expect(third.state()?.advice).toBe('restored')
  third.receive({ type: 'connect' })
  third.timers.advance(hours(1))
  expect(third.fake.logins()).toBe(logins)
  await third.pair()
  await third.fake.says(sara, 'three')
  await third.until(() => texts(third).includes('three'), 'the text')
})

test('a minute of work later a copy of the running file is old as well', async () => {
  const first = kept(await startLinked())
  const sara = first.fake.person()
  await first.fake.says(sara, 'one')
  await settle(first)
  const copies = readdirSync(first.dir).filter((name) => !name.includes('lock'))
  const copy = copies.map((name) => [name, readFileSync(join(first.dir, name))] as const)
  first.timers.advance(seconds(61))
  await settle(first)
  first.end()
  const { rmSync, writeFileSync } = await import('node:fs')
  for (const name of readdirSync(first.dir)) rmSync(join(first.dir, name))
  for (const [name, bytes] of copy) writeFileSync(join(first.dir, name), bytes)
  const rig = await again(first)
  rig.open()
  await rig.is('stopped')
  expect(rig.state()?.advice).toBe('restored')
})

test('a session file is opened by one process at a time', async () => {
  const rig = kept(await startLinked())
  const other = await startRig({ fake: rig.fake, dir: rig.dir, key: rig.key, leases: rig.leases })
  cleanups.push(other.end)
  other.open()
  for (let n = 0; n < 100; n += 1) other.timers.advance(200)
  await other.until(() => other.broken.length === 1, 'the refusal')
  expect(other.broken).toEqual(['store_busy'])
})

test('a wrong key opens nothing and says so', async () => {
  const first = kept(await startLinked())
  first.end()
  const rig = await startRig({ fake: first.fake, dir: first.dir, leases: first.leases })
  cleanups.push(rig.end)
  rig.open()
  await rig.until(() => rig.broken.length === 1, 'the refusal')
  expect(rig.broken).toEqual(['seal_broken'])
})

test("a file that is gone from WhatsApp's host is asked for at the sender's phone", async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person()
  const fields = await rig.fake.media.upload(Buffer.from('picture'), 'image')
  const id = await rig.fake.says(
    sara,
    { imageMessage: { ...fields, mimetype: 'image/jpeg' } },
    { type: 'media' },
  )
  await settle(rig)
  rig.fake.onMediaRetry(() => ({ directPath: '/v/new.enc', mediaKey: fields.mediaKey }))
  const request = { chat: sara.lid, message: id, mediaKey: fields.mediaKey, kind: 'imageMessage' }
  expect(await rig.reupload(request)).toEqual({ status: 'moved', directPath: '/v/new.enc' })
  rig.fake.onMediaRetry(() => undefined)
  expect(await rig.reupload(request)).toEqual({ status: 'gone' })
})

test('no word, name, number or key stands in the session file or in the log', async () => {
  const rig = kept(await startLinked())
  const sara = rig.fake.person('Canaryname')
  await rig.fake.says(sara, 'canaryword one')
  await rig.send(sara.lid, { kind: 'text', text: 'canaryanswer' })
  rig.fake.refuseNext('463')
  await rig.send(sara.lid, { kind: 'text', text: 'canaryanswer two' })
  sara.reinstall()
  await rig.fake.says(sara, 'canaryword two')
  rig.fake.stub(sara, 'CANARYSTUB')
  await settle(rig)
  const [lid, phone] = [sara.lid.split('@')[0]!, sara.phone]
  const secrets = [
    'canaryword',
    'canaryanswer',
    'Canaryname',
    'CANARYSTUB',
    phone,
    lid,
    '9647700000000',
    '100000000000001',
  ]
  const written = readdirSync(rig.dir).map((name) => readFileSync(join(rig.dir, name)).toString('latin1'))
  written.push(
    JSON.stringify(rig.log.lines, (_, value: unknown) =>
      value instanceof Error ? `${value.message} ${value.stack}` : value,
    ),
  )
  expect(written.length).toBeGreaterThan(1)
  expect(secrets.filter((secret) => written.some((text) => text.includes(secret)))).toEqual([])
})
