import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../../../core/base/failure.ts'
import type { Person } from '../../../fakes/whatsapp-cloud/person.ts'
import { makeRig, VERIFY_TOKEN, type Rig } from './rig.ts'

let rig: Rig
let person: Person
beforeEach(async () => {
  rig = await makeRig()
  person = rig.fake.person()
})
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

const textsOf = ({ sink }: Rig): readonly string[] =>
  sink.items.map(({ body }) => (body.kind === 'text' ? body.text : `[${body.kind}]`))
const callOf = (text: string, id = 'wamid.one'): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        changes: [
          {
            field: 'messages',
            value: {
              metadata: { phone_number_id: rig.fake.phoneId },
              messages: [
                {
                  id,
                  from: '9647700000001',
                  from_user_id: 'IQ.1',
                  timestamp: '1700000000',
                  type: 'text',
                  text: { body: text },
                },
              ],
            },
          },
        ],
      },
    ],
  })
const signed = (body: string | Uint8Array): Promise<number> =>
  rig.fake.hook.raw(body, { 'x-hub-signature-256': rig.fake.hook.sign(body) })

describe('the handshake', () => {
  test('gives the challenge back to who knows our token', async () => {
    expect(await rig.fake.hook.verify(VERIFY_TOKEN, '1158201444')).toEqual({
      status: 200,
      body: '1158201444',
    })
  })
  test('is refused otherwise, and nothing that a browser could run is given back', async () => {
    expect(await rig.fake.hook.verify('guess')).toEqual({ status: 403, body: '' })
    expect(await rig.fake.hook.verify('')).toEqual({ status: 403, body: '' })
    expect(await rig.fake.hook.verify(VERIFY_TOKEN, '<script>alert(1)</script>')).toEqual({
      status: 403,
      body: '',
    })
    expect(await rig.fake.hook.verify(VERIFY_TOKEN, '1', 'unsubscribe')).toEqual({ status: 403, body: '' })
    const twice = `${rig.url}?hub.mode=subscribe&hub.verify_token=${VERIFY_TOKEN}&hub.verify_token=x&hub.challenge=1`
    expect((await fetch(twice)).status).toBe(403)
  })
})

describe('a signature', () => {
  test('of the app lets the call in, whatever its content type', async () => {
    expect(await signed(callOf('hello'))).toBe(200)
    expect(textsOf(rig)).toEqual(['hello'])
  })
  test('is over the bytes as they came, not over what they mean', async () => {
    const body = callOf('سلام').replace('{', '{\n\t ')
    expect(await signed(Buffer.from(body))).toBe(200)
    expect(textsOf(rig)).toEqual(['سلام'])
  })
  test('that is wrong, missing or malformed is answered 401 and nothing is kept', async () => {
    const body = callOf('forged')
    const good = rig.fake.hook.sign(body)
    const wrong = [
      rig.fake.hook.sign(body, 'another secret'),
      rig.fake.hook.sign(`${body} `),
      good.replace('sha256=', 'sha1='),
      good.slice(0, -1),
      `${good}0`,
      good.toUpperCase(),
      '',
      'sha256=',
    ]
    for (const signature of wrong)
      expect(await rig.fake.hook.raw(body, { 'x-hub-signature-256': signature })).toBe(401)
    expect(await rig.fake.hook.raw(body, {})).toBe(401)
    expect(await rig.fake.hook.raw('', {})).toBe(401)
    expect(rig.sink.puts).toEqual([])
    // A flood of them is one line.
    expect(rig.lines.filter(({ fields }) => fields.code === 'signature')).toHaveLength(1)
  })
})

test('what is signed but no JSON object is refused, and nothing breaks', async () => {
  for (const body of ['', 'hello', '[]', '3', 'null', '{"entry":', '['.repeat(50_000)])
    expect(await signed(body)).toBe(400)
  for (const body of [
    '{}',
    '{"entry":3}',
    '{"entry":[null,{"changes":[1,{"field":"messages","value":null}]}]}',
  ])
    expect(await signed(body)).toBe(200)
  expect(rig.sink.puts).toEqual([])
})

test('a call that is larger than the platform makes is refused before it is read', async () => {
  expect(await signed(`{"a":"${'x'.repeat(3_300_000)}"}`)).toBe(413)
  expect(await signed(`{"a":"${'x'.repeat(3_000_000)}"}`)).toBe(200)
})

test('a store that fails is a 503, nothing is acknowledged, and the platform brings it again', async () => {
  let failures = 0
  rig.sink.before = () => {
    failures += 1
    if (failures <= 3) throw new Failure('store_unavailable')
  }
  person.says('one')
  await rig.until(() => rig.sink.items.length === 1)
  await rig.settled()
  expect(rig.fake.hook.calls[0]).toMatchObject({ tries: 4, status: 200 })
  expect(textsOf(rig)).toEqual(['one'])
})

test('a disk that is full counts like a store that fails, and mends', async () => {
  await rig.cloud.start()
  await rig.until(() => rig.cloud.health().status === 'ready')
  rig.sink.before = () => {
    throw new Failure('disk_full')
  }
  expect(await signed(callOf('one'))).toBe(503)
  expect(rig.cloud.health()).toMatchObject({ status: 'degraded' })
  rig.sink.before = () => {}
  expect(await signed(callOf('one'))).toBe(200)
  expect(rig.cloud.health().status).toBe('ready')
})

test('an answer leaves only once the item is durable', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  rig.sink.before = () => {
    reached.resolve()
    return promise
  }
  let answered = false
  const call = signed(callOf('slow')).then((status) => {
    answered = true
    return status
  })
  await reached.promise
  // The platform may ask for more meanwhile: this call still has no answer.
  expect(await rig.fake.hook.verify(VERIFY_TOKEN)).toMatchObject({ status: 200 })
  expect(answered).toBe(false)
  resolve()
  expect(await call).toBe(200)
})

test('what comes twice counts once', async () => {
  rig.fake.hook.duplicate(1)
  for (let n = 0; n < 20; n += 1) person.says(`m${n}`)
  rig.fake.hook.redeliver(10)
  await rig.settled()
  expect(textsOf(rig)).toEqual(Array.from({ length: 20 }, (_, n) => `m${n}`))
  expect(rig.sink.puts.length).toBe(50)
})

test('several changes and entries of one call are all kept, in the order of their times', async () => {
  rig.fake.hook.hold()
  for (let n = 0; n < 30; n += 1) person.says(`m${n}`, { ago: 100 - n })
  rig.fake.hook.release((changes) => changes.toReversed(), 30)
  await rig.settled()
  expect(textsOf(rig)).toEqual(Array.from({ length: 30 }, (_, n) => `m${n}`))
  expect(rig.sink.puts).toEqual([30])
})

test('a thousand messages of one call are one put', async () => {
  rig.fake.hook.hold()
  const crowd = Array.from({ length: 50 }, () => rig.fake.person())
  for (let n = 0; n < 1000; n += 1) crowd[n % 50]?.says(`m${n}`)
  rig.fake.hook.release(undefined, 1000)
  await rig.settled()
  expect(rig.sink.puts).toEqual([1000])
  expect(new Set(rig.sink.items.map(({ chat }) => chat)).size).toBe(50)
})

test('no secret is in what is said outside', async () => {
  person.says('canarywords')
  await rig.settled()
  await rig.fake.hook.raw('x', {})
  const outside =
    rig.output() + inspect(rig.cloud, { depth: 20, showHidden: true }) + JSON.stringify(rig.lines)
  for (const secret of [rig.fake.token, rig.fake.appSecret, VERIFY_TOKEN, 'canarywords'])
    expect(outside).not.toContain(secret)
})

describe('statuses', () => {
  const row = '0123456789ABCDEFGHJKMNPQRS.4.0'
  const say = (text = 'hi') =>
    rig.cloud.channel.send(person.user, { kind: 'text', text }, undefined, { row: row as never })
  beforeEach(async () => {
    person.says('hello')
    await rig.settled()
  })

  test('rise from sent over delivered to read, each with the row that it is about', async () => {
    person.goesOffline()
    const sent = await say()
    await rig.settled()
    person.comesOnline()
    person.reads()
    await rig.settled()
    const message = sent.status === 'sent' ? sent.message : undefined
    expect(rig.reports).toEqual(
      ['sent', 'delivered', 'read'].map((status) => ({
        message,
        row,
        status,
        at: expect.any(Number) as number,
      })),
    )
  })
  test('of a text in several parts are those of its last part', async () => {
    await say('word '.repeat(2000))
    await rig.settled()
    expect(person.inbox()).toHaveLength(3)
    expect(rig.reports.map(({ status }) => status)).toEqual(['sent', 'delivered'])
    expect(rig.reports.every((report) => report.message === person.inbox()[2]?.id)).toBe(true)
  })
  test('without a row name the message alone', async () => {
    await rig.cloud.channel.send(person.user, { kind: 'text', text: 'hi' })
    await rig.settled()
    expect(rig.reports[0]).toMatchObject({ message: person.inbox()[0]?.id, status: 'sent' })
    expect(rig.reports[0]).not.toHaveProperty('row')
  })
  test('tell a failure with its code and whether it may be tried again', async () => {
    rig.fake.world.errors = 'status'
    person.state.unreachable = true
    expect(await say()).toMatchObject({ status: 'sent' })
    await rig.settled()
    expect(rig.reports).toEqual([
      {
        message: person.inbox()[0]?.id,
        row,
        status: 'failed',
        at: expect.any(Number) as number,
        error: { code: 131_026, again: false },
      },
    ])
    expect(rig.lines.some(({ fields }) => fields.code === 'graph_131_026')).toBe(true)
  })
  test('that could not be stored are brought again', async () => {
    await rig.stop()
    let failures = 0
    const seen: string[] = []
    rig = await makeRig({
      onStatus: async ({ status }) => {
        failures += 1
        if (failures <= 2) throw new Failure('store_unavailable')
        seen.push(status)
      },
    })
    person = rig.fake.person()
    person.says('hello')
    await rig.settled()
    await say()
    await rig.settled()
    expect(seen).toEqual(['sent', 'delivered'])
  })
  test('of a kind that nobody knows are passed over', async () => {
    rig.fake.hook.push({
      field: 'messages',
      value: {
        metadata: { phone_number_id: rig.fake.phoneId },
        statuses: [
          { id: 'x', status: 'warning' },
          null,
          { status: 'read' },
          { id: 'x', status: 'toString' },
          { id: 'x', status: 'played' },
        ],
      },
    })
    await rig.settled()
    expect(rig.reports).toMatchObject([{ message: 'x', status: 'read' }])
  })
})
