import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeHasher } from '../../../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../../../adapters/crypto/secrets.ts'
import { openMasterKey } from '../../../../adapters/crypto/master-key.ts'
import { openSealer } from '../../../../adapters/crypto/sealer.ts'
import { makeMemoryKeys } from '../../../../adapters/memory/keys.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import { makeInboundSink } from '../../../../core/services/inbound/sink.ts'
import { Failure } from '../../../../core/base/failure.ts'
import type { Claim } from '../../../../core/ports/store/claim.ts'
import { hours, ms } from '../../../../core/base/units.ts'
import { makeRig, type Rig } from './rig.ts'

let rig: Rig
const open = async (...args: Parameters<typeof makeRig>): Promise<Rig> => {
  rig = await makeRig(...args)
  return rig
}
afterEach(async () => {
  await rig.stop()
  expect(rig.fake.violations).toEqual([])
})

const texts = (): string[] => rig.sink.items.map(({ body }) => (body.kind === 'text' ? body.text : body.kind))
const statuses = (): string[] =>
  rig.healths.map(({ status, reason }) => (reason === undefined ? status : `${status} ${reason}`))

test('what people write arrives in order, and is confirmed only afterwards', async () => {
  const { fake, telegram, sink, until } = await open()
  const pendingAtPut: number[] = []
  sink.before = () => void pendingAtPut.push(fake.queue.pending())
  const [a, b] = [fake.person(), fake.person()]
  a.says('a1')
  b.says('b1')
  a.says('a2')
  await telegram.start()
  await until(() => sink.items.length === 3 && fake.queue.pending() === 0, 'confirmation')
  expect(texts()).toEqual(['a1', 'b1', 'a2'])
  expect(pendingAtPut).toEqual([3])
  await until(fake.polling)
  expect(statuses()).toEqual(['ready'])
})

test('a message sent while the bot waits arrives without another question', async () => {
  const { fake, telegram, sink, until } = await open()
  await telegram.start()
  await until(fake.polling)
  const before = fake.count('getUpdates')
  fake.person().says('now')
  await until(() => sink.items.length === 1)
  expect(fake.count('getUpdates') - before).toBeLessThanOrEqual(1)
})

test('the first question does not wait, so that a quiet night is not taken for an outage', async () => {
  const { fake, telegram, until } = await open()
  await telegram.start()
  await until(() => fake.polling() && telegram.health().status === 'ready')
  expect(
    fake.calls.flatMap(({ method, payload }) => (method === 'getUpdates' ? [payload['timeout']] : [])),
  ).toEqual([0, 20])
})

test('a group is left, once for all that was said in it, and nobody is answered there; out of one it was put it has nothing to leave', async () => {
  const { fake, telegram, sink, until } = await open()
  const chat = { id: -1_001_000_000_005, type: 'supergroup', title: 'G' } as const
  const from = { id: 9, is_bot: false, first_name: 'V' }
  const user = { id: fake.world.me.id, is_bot: true, first_name: 'Amin' }
  const member = (status: 'member' | 'left') => ({
    chat,
    from,
    date: 1,
    old_chat_member: { status: 'left', user },
    new_chat_member: { status, user },
  })
  fake.world.push({ my_chat_member: member('member') } as never)
  fake.world.push({ message: { message_id: 1, date: 1, chat, from, text: 'hello bot' } })
  fake.world.push({ my_chat_member: { ...member('left'), chat: { ...chat, id: -7 } } } as never)
  fake.person().says('help')
  await telegram.start()
  await until(() => sink.items.length === 1 && fake.count('leaveChat') === 1)
  expect(
    fake.calls.filter(({ method }) => method === 'leaveChat').map(({ payload }) => payload['chat_id']),
  ).toEqual([chat.id])
  expect(texts()).toEqual(['help'])
})

test('only the kinds of update that are understood are asked for', async () => {
  const { fake, telegram, until } = await open()
  await telegram.start()
  await until(fake.polling)
  expect(fake.calls.find(({ method }) => method === 'getUpdates')?.payload).toMatchObject({
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'],
    limit: 100,
  })
})

test('while the store is down nothing is confirmed, and then nothing is lost', async () => {
  const { fake, telegram, sink, until } = await open()
  let tries = 0
  sink.before = () => {
    tries += 1
    if (tries <= 3) throw new Failure('store_unavailable')
  }
  fake.person().says('kept')
  await telegram.start()
  await until(() => statuses().includes('degraded'))
  expect(fake.queue.pending()).toBe(1)
  await until(() => sink.items.length === 1 && telegram.health().status === 'ready')
  expect(tries).toBe(4)
  expect(statuses()).toEqual(['degraded', 'ready'])
})

test('a crash between keeping and confirming repeats the batch, and the inbox counts it once', async () => {
  const { fake, another, until } = await open()
  const dir = mkdtempSync(join(tmpdir(), 'amin-telegram-'))
  const masterKey = await openMasterKey(join(dir, 'master.key'), { create: true })
  const { inbox } = makeMemoryStore()
  const sealer = await openSealer({ masterKey, keys: makeMemoryKeys() })
  const durable = makeInboundSink({
    inbox,
    sealer,
    hasher: makeHasher(deriveSecrets(masterKey)),
    clock: rig.clock,
  })
  const died = Promise.withResolvers<void>()
  const buried = Promise.withResolvers<void>()
  let puts = 0
  fake.crowd(250, 7)
  // The batch is durable, but who kept it never comes back to confirm it.
  const dying = another({
    sink: {
      put: async (items) => {
        await durable.put(items)
        died.resolve()
        await buried.promise
      },
    },
  })
  void dying.start()
  await died.promise
  expect(fake.queue.pending()).toBe(250)
  await rig.leases.forfeit('test-1')
  const heir = another({
    sink: {
      put: async (items) => {
        puts += items.length
        await durable.put(items)
      },
    },
  })
  await heir.start()
  await until(() => fake.queue.pending() === 0 && fake.polling())
  expect(puts).toBe(250)
  expect((await inbox.depth()).waiting).toBe(250)
  buried.resolve()
  rmSync(dir, { recursive: true })
})

test('what the platform delivers again or twice counts once', async () => {
  const { fake, telegram, sink, until } = await open()
  fake.queue.duplicate(0.5)
  await telegram.start()
  fake.crowd(200, 5)
  await until(() => fake.queue.pending() === 0 && sink.items.length === 200)
  const before = sink.puts.reduce((sum, n) => sum + n, 0)
  expect(before).toBeGreaterThan(250)
  fake.queue.redeliver(50)
  fake.person().says('new')
  await until(() => texts().includes('new'))
  expect(sink.items).toHaveLength(201)
})

test('malformed updates do not stop those behind them', async () => {
  const { fake, telegram, until } = await open()
  fake.queue.pushRaw({ message: 'x' })
  fake.queue.pushRaw({ message: { message_id: {}, chat: [] } })
  fake.queue.pushRaw({ callback_query: 5 })
  fake.queue.pushRaw({
    message: { message_id: 9, date: 'never', chat: { id: 5, type: 'private' }, text: null },
  })
  fake.person().says('behind')
  await telegram.start()
  await until(() => texts().includes('behind'))
  expect(texts()).toEqual(['unsupported', 'behind'])
  expect(rig.lines.filter(({ fields }) => fields.code === 'malformed')).toHaveLength(1)
})

test('a view-once picture makes no update at all', async () => {
  const { fake, telegram, sink, until } = await open()
  const person = fake.person()
  await telegram.start()
  await until(fake.polling)
  person.sendsViewOnce(Buffer.from('x'))
  person.says('it vanished')
  await until(() => sink.items.length > 0)
  expect(texts()).toEqual(['it vanished'])
})

test('an album keeps its name over batches, and its late part too', async () => {
  const { fake, telegram, sink, until } = await open()
  await telegram.start()
  const { album, late } = fake.person().sendsAlbum(
    [1, 2, 3].map((n) => Buffer.from(`picture ${n}`)),
    { late: 1, caption: 'three' },
  )
  await until(() => sink.items.length === 2)
  late()
  await until(() => sink.items.length === 3)
  for (const { body } of sink.items) expect(body).toMatchObject({ kind: 'media', album })
})

test('an edit that comes before its original, and a press that overtakes its message, are both kept', async () => {
  const { fake, telegram, sink, until } = await open()
  const person = fake.person()
  fake.queue.hold()
  const message = person.says('first version')
  person.edits(message, 'second version')
  fake.queue.release((bodies) => bodies.toReversed())
  await telegram.start()
  await until(() => sink.items.length === 2)
  expect(sink.items.map(({ edit }) => edit === 0)).toEqual([false, true])
})

test.each([
  ['500', { kind: '500' }],
  ['502 with a page', { kind: '502_html' }],
  ['a reset before', { kind: 'reset_before' }],
  ['a reset after', { kind: 'reset_after' }],
  ['an answer cut in its JSON', { kind: 'cut' }],
  ['429', { kind: '429', retry_after: 0 }],
  ['a restart', { kind: 'restart' }],
] as const)('%s when asking loses nothing', async (_, fault) => {
  const { fake, telegram, sink, until } = await open()
  const handle = fake.fault({ fault, method: 'getUpdates', times: 3 })
  fake.crowd(5)
  await telegram.start()
  await until(() => sink.items.length === 5 && telegram.health().status === 'ready')
  expect(handle.hits()).toBe(3)
  expect(statuses()[0]).toBe('degraded unreachable')
})

test('an answer that comes drop by drop is read to its end', async () => {
  const { fake, telegram, sink, until } = await open()
  fake.fault({ fault: { kind: 'drip' }, method: 'getUpdates', times: 1 })
  fake.person().says('slowly')
  await telegram.start()
  await until(() => sink.items.length === 1)
})

test('a poll that never comes back is given up and asked again', async () => {
  const { fake, telegram, sink, until } = await open({ timing: { pollSeconds: 0, pollGrace: ms(80) } })
  const hang = fake.fault({ fault: { kind: 'hang' }, method: 'getUpdates', times: 1 })
  fake.person().says('after all')
  await telegram.start()
  await until(() => sink.items.length === 1)
  expect(hang.hits()).toBe(1)
  expect(statuses()).toContain('degraded unreachable')
})

test('an hour without an answer is an alarm', async () => {
  const { fake, telegram, clock, lines, until } = await open()
  await telegram.start()
  await until(fake.polling)
  await fake.down()
  await until(() => statuses().includes('degraded unreachable'))
  clock.advance(hours(1))
  await until(() => telegram.health().status === 'down')
  expect(telegram.health()).toEqual({ status: 'down', since: clock.now(), reason: 'unreachable' })
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  await fake.up()
  fake.person().says('back')
  await until(() => texts().includes('back') && telegram.health().status === 'ready')
})

test('another program that polls is a conflict: degraded, then down, never a fight', async () => {
  const { fake, telegram, until } = await open({ timing: { pollSeconds: 1 } })
  fake.fault({ fault: { kind: '409' }, method: 'getUpdates', times: 5 })
  await telegram.start()
  await until(() => telegram.health().status === 'ready')
  expect(statuses()).toEqual(['degraded conflict', 'down conflict', 'ready'])
})

test('a second idle poller gets the first one a real 409, which passes', async () => {
  const { fake, telegram, until } = await open()
  await telegram.start()
  await until(fake.polling)
  void fetch(`${fake.apiRoot}/bot${fake.token}/getUpdates?`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"timeout":1}',
  }).catch(() => {})
  await until(() => fake.stats.conflicts >= 1 && statuses().includes('degraded conflict'))
  await until(() => telegram.health().status === 'ready' || fake.polling())
  expect(fake.stats.conflicts).toBeGreaterThan(0)
})

test('a revoked token stops the polling and is said', async () => {
  const { fake, telegram, lines, until } = await open()
  await telegram.start()
  await until(fake.polling)
  fake.revoke()
  fake.person().says('unheard')
  await until(() => telegram.health().status === 'down')
  const asked = fake.count('getUpdates')
  expect(telegram.health()).toMatchObject({ status: 'down', reason: 'unauthorised' })
  expect(await telegram.channel.send('1001', { kind: 'text', text: 'x' })).toEqual({ status: 'unauthorised' })
  expect(lines.some(({ level, fields }) => level === 'error' && fields.code === 'unauthorised')).toBe(true)
  expect(fake.count('getUpdates')).toBe(asked)
})

test('of two processes one polls and the other stands by, and takes over when the first leaves', async () => {
  const { fake, telegram, another, leases, sink, until } = await open()
  await telegram.start()
  await until(fake.polling)
  let asked = 0
  const second = another({
    leases: {
      ...leases,
      take: (name, claim) => {
        asked += 1
        fake.world.changed()
        return leases.take(name, claim)
      },
    },
  })
  await second.start()
  await until(() => second.health().reason === 'standby' && asked >= 3)
  fake.person().says('one')
  await until(() => sink.items.length === 1)
  expect(fake.stats.conflicts).toBe(0)
  await telegram.stop()
  fake.person().says('two')
  await until(() => sink.items.length === 2)
  expect(second.health()).toMatchObject({ status: 'ready' })
})

test('who loses the lease stops polling at once', async () => {
  const { fake, telegram, leases, clock, until } = await open({ timing: { lease: ms(30) } })
  await telegram.start()
  await until(fake.polling)
  clock.advance(hours(1))
  const claim: Claim = {
    owner: 'another machine',
    now: clock.now(),
    until: (clock.now() + hours(1)) as never,
  }
  expect(await leases.take(`telegram:${fake.botId}`, claim)).toBe(true)
  await until(() => telegram.health().reason === 'standby')
  await until(() => !fake.polling())
})

test('a store that cannot say who holds the lease keeps everybody from polling', async () => {
  const { telegram, fake, until } = await open({
    leases: {
      take: () => Promise.reject(new Failure('store_unavailable')),
      release: async () => {},
      forfeit: async () => {},
    },
  })
  await telegram.start()
  await until(() => telegram.health().status === 'degraded')
  expect(fake.count('getUpdates')).toBe(0)
})

test('stopping does not confirm what was not kept', async () => {
  const { fake, telegram, sink, until } = await open()
  sink.before = () => {
    throw new Failure('store_unavailable')
  }
  fake.crowd(3)
  await telegram.start()
  await until(() => statuses().includes('degraded'))
  await telegram.stop()
  expect(fake.queue.pending()).toBe(3)
})
