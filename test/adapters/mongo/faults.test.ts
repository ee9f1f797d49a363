import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import { openMongo, type Mongo } from '../../../adapters/mongo/connection.ts'
import { asFailure } from '../../../adapters/mongo/failure.ts'
import { openMongoStore } from '../../../adapters/mongo/index.ts'
import { openMongoKeys } from '../../../adapters/mongo/keys.ts'
import { ensureMongoSchema } from '../../../adapters/mongo/schema.ts'
import { isFailure } from '../../../core/base/failure.ts'
import { outboxId } from '../../../core/base/ids.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { startMongo, useMongo } from '../../build/mongo-server.ts'
import { aCase, aCommit, anInboxRow, at, bytesOf, claim, TELEGRAM } from '../../contract/store-builders.ts'
import { startMongoProxy, type MongoProxy } from '../../fakes/mongo-proxy.ts'
import { AT_ONCE, connectTo, counts, openOn } from './world.ts'

const server = useMongo()
const A = aCase('a')
/** More than the half second that the driver lets pass between two looks for a server. */
const PATIENCE_MS = 1200
/** For what must succeed once the server is back, also where the machine is busy. */
const LONG_PATIENCE_MS = 20_000

const failure = (code: string): unknown => expect.objectContaining({ name: 'Failure', code })
const thrown = async (asked: Promise<unknown>): Promise<Error> => {
  try {
    await asked
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}

/** The driver looks for a server every half second; where the machine is busy that may take longer. */
const isBack = (store: { readonly probe: () => Promise<void> }): Promise<void> =>
  expect
    .poll(() =>
      store.probe().then(
        () => 'back',
        (error: unknown) => String(error),
      ),
    )
    .toBe('back')

const proxied = async (): Promise<MongoProxy> => {
  const proxy = await startMongoProxy((await server()).uri())
  onTestFinished(() => proxy.close())
  return proxy
}

test.runIf(mongoAvailable())('our own end is no server that went away: nothing is said of it', async () => {
  const log = makeMemoryLog()
  const mongo = await openMongo({ uri: (await server()).uri(), log })
  await mongo.close()
  expect(log.lines).toEqual([])
})

/** The database behind a proxy, past it. */
const directly = async (proxy: MongoProxy): Promise<string> => {
  const address = new URL((await server()).uri())
  address.pathname = new URL(proxy.uri).pathname
  return address.href
}

describe.skipIf(!mongoAvailable())('what cannot be opened', () => {
  test.each([
    '',
    'nonsense',
    'mongodb://',
    'mongodb://a:pass@b@c/d',
    'mongodb://h/d?nosuch=1',
    'http://127.0.0.1/',
  ])('an address that cannot be read (%s) is a wrong setting', async (uri) => {
    await expect(openMongo({ uri, patienceMs: 200 })).rejects.toEqual(failure('settings_invalid'))
  })

  test('a server that is not there, or is another program, is told in one line that names no part of the address', async () => {
    const other = createServer((socket) => socket.end('220 mail.example ready\r\n')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    for (const where of ['127.0.0.1:1', `127.0.0.1:${port}`]) {
      const error = await thrown(
        openMongo({ uri: `mongodb://canary-user:canary-pass@${where}/canary-db`, patienceMs: 200 }),
      )
      expect(error).toEqual(failure('store_unavailable'))
      expect(error.message).not.toMatch(/canary|127\.0\.0\.1|\n/)
      expect(error.cause).toBeUndefined()
    }
  })

  test('a user or password that the server refuses is a wrong setting, and is not repeated', async () => {
    const uri = (await server()).uri().replace('mongodb://', 'mongodb://canary-user:canary-pass@')
    const error = await thrown(openMongo({ uri, patienceMs: 1000 }))
    expect(error).toEqual(failure('settings_invalid'))
    expect(error.message).not.toMatch(/canary|\n/)
  })

  test('a database of another program is left as it is', async () => {
    const mongo = await connectTo((await server()).uri())
    await mongo.db().collection('chat').insertOne({ mine: true })
    await expect(openMongoStore(mongo)).rejects.toEqual(failure('store_broken'))
    expect(await mongo.db().listCollections({}, { nameOnly: true }).toArray()).toHaveLength(1)
    await mongo
      .db()
      .collection('meta')
      .insertOne({ _id: 'schema' as never, application: 'another' })
    await expect(openMongoStore(mongo)).rejects.toEqual(failure('store_broken'))
  })

  test('a database that a later version wrote is left as it is; one of an earlier version is brought up to date', async () => {
    const mongo = await connectTo((await server()).uri())
    const meta = mongo.db().collection<{ _id: string; version: number }>('meta')
    await (await openOn(mongo)).ledger.commit(aCommit(A, 1))
    await meta.updateOne({ _id: 'schema' }, { $set: { version: 99 } })
    await expect(openMongoStore(mongo)).rejects.toEqual(failure('store_broken'))
    expect((await meta.findOne({ _id: 'schema' }))?.version).toBe(99)
    await meta.updateOne({ _id: 'schema' }, { $set: { version: 0 } })
    await mongo.db().collection('entry').dropIndex('cause_1')
    const store = await openOn(mongo)
    expect((await meta.findOne({ _id: 'schema' }))?.version).toBe(1)
    expect(await store.ledger.read(A)).toHaveLength(1)
    expect(await store.ledger.commit(aCommit(A, 2, { cause: 'key' }))).toBe('done')
    expect(await store.ledger.commit(aCommit(aCase('b'), 1, { cause: 'key' }))).toBe('repeated')
  })

  test('many that open a new database at once all get it; making the schema again changes nothing', async () => {
    const uri = (await server()).uri()
    const connections = await Promise.all(Array.from({ length: 4 }, () => connectTo(uri)))
    const stores = await Promise.all(connections.map((mongo) => openOn(mongo)))
    const outcomes = await Promise.all(
      stores.map((store, i) => store.ledger.commit(aCommit(aCase(`c${i}x`), 1))),
    )
    expect(outcomes).toEqual(['done', 'done', 'done', 'done'])
    await ensureMongoSchema(connections[0]!)
    expect(await stores[1]!.ledger.read(aCase('c0x'))).toHaveLength(1)
  })
})

describe.skipIf(!mongoAvailable())('a server that goes away', () => {
  test('lets calls fail as unavailable, loses nothing that was acknowledged, and is used again by itself when it is back', async () => {
    const proxy = await proxied()
    const mongo = await connectTo(proxy.uri, PATIENCE_MS)
    const store = await openOn(mongo, { graceMs: 0, sweepMs: 20 })
    const keys = await openMongoKeys(mongo)
    const kept: number[] = []
    const failed: string[] = []
    const write = async (i: number): Promise<void> => {
      try {
        if (
          (await store.ledger.commit(
            aCommit(aCase(`k${i}x`), 1, { outbox: [{}], jobs: [{}], cause: `cause ${i}` }),
          )) === 'done'
        )
          kept.push(i)
      } catch (error) {
        failed.push(isFailure(error) ? error.code : String(error))
      }
    }
    for (let i = 0; i < 20; i++) await write(i)
    const cutting = Promise.all(Array.from({ length: 40 }, (_, i) => write(100 + i)))
    proxy.cut()
    await cutting
    await write(200)
    const asked = await Promise.allSettled([
      store.probe(),
      store.ledger.read(A),
      store.inbox.put([anInboxRow('in', 'x')]),
      store.outbox.claim(claim('one', 0), TELEGRAM),
      store.feed.read(0, 9),
      store.leases.take('role', claim('one', 0)),
      keys.keep(A, bytesOf('key')),
    ])
    expect(asked).toEqual(asked.map(() => ({ status: 'rejected', reason: failure('store_unavailable') })))
    expect(new Set(failed)).toEqual(new Set(['store_unavailable']))
    proxy.heal()
    await isBack(store)
    await write(300)
    expect(kept).toContain(300)
    for (const i of kept) expect(await store.ledger.read(aCase(`k${i}x`))).toHaveLength(1)
    // What was answered with a failure may be there or not; if it is, then whole.
    for (const i of [...Array.from({ length: 40 }, (_, n) => 100 + n), 200, ...kept]) {
      const entries = await store.ledger.read(aCase(`k${i}x`))
      expect(await store.outbox.ofCase(aCase(`k${i}x`))).toHaveLength(entries.length)
      const again = await store.ledger.commit(aCommit(aCase(`k${i}x`), 1, { cause: `cause ${i}` }))
      expect(again).toBe(entries.length === 1 ? 'repeated' : 'done')
    }
    expect(await keys.keep(A, bytesOf('key'))).toEqual(bytesOf('key'))
  })

  test('that takes the connection and says nothing is unavailable as well, and late words of it change nothing', async () => {
    const proxy = await proxied()
    const mongo = await connectTo(proxy.uri, PATIENCE_MS)
    const store = await openOn(mongo)
    await store.ledger.commit(aCommit(A, 1))
    proxy.hold()
    await expect(store.ledger.commit(aCommit(A, 2, { outbox: [{}], cause: 'key' }))).rejects.toEqual(
      failure('store_unavailable'),
    )
    await expect(store.probe()).rejects.toEqual(failure('store_unavailable'))
    proxy.heal()
    await isBack(store)
    expect(['done', 'repeated']).toContain(
      await store.ledger.commit(aCommit(A, 2, { outbox: [{}], cause: 'key' })),
    )
    expect(await store.ledger.read(A)).toHaveLength(2)
    expect(await store.outbox.ofCase(A)).toHaveLength(1)
    expect(await store.feed.read(0, 9)).toHaveLength(2)
  })

  test('that is slow is waited for', async () => {
    const proxy = await proxied()
    const store = await openOn(await connectTo(proxy.uri, 5000), AT_ONCE)
    proxy.delay(30)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.ledger.commit(aCommit(aCase(`s${i}x`), 1, { outbox: [{}] })),
      ),
    )
    expect(new Set(outcomes)).toEqual(new Set(['done']))
    expect(await store.outbox.claim(claim('one', 0), TELEGRAM)).toHaveLength(20)
  })

  /**
   * Resolves when the server holds a document, by a connection that nothing happens to, or when
   * what should bring it has ended.
   */
  const present = async (direct: Mongo, name: string, asked: Promise<unknown>): Promise<void> => {
    const ended = new AbortController()
    const end = (): void => ended.abort()
    asked.then(end, end)
    while (!ended.signal.aborted && (await counts(direct, [name]))[name] === 0);
  }

  test('before it has said that an entry was inserted: it is known again as the same, and nothing comes twice', async () => {
    const proxy = await proxied()
    const direct = await connectTo(await directly(proxy))
    const store = await openOn(await connectTo(proxy.uri, 2 * PATIENCE_MS))
    const commit = () => store.ledger.commit(aCommit(A, 1, { outbox: [{}], cause: 'key' }))
    proxy.delay(150)
    const asked = commit()
    await present(direct, 'entry', asked)
    proxy.cut()
    proxy.heal()
    proxy.delay(0)
    // On a busy machine the driver may look for the server for longer than the call waits; then it is asked again.
    const outcome = await asked.catch(async () => {
      await isBack(store)
      return commit()
    })
    expect(['done', 'repeated']).toContain(outcome)
    expect(await store.outbox.ofCase(A)).toHaveLength(1)
    expect(await store.feed.read(0, 9)).toHaveLength(1)
  })

  test('when entries are there, but not all that they cause: the commit holds, and the rest comes when it is back', async () => {
    const proxy = await proxied()
    const direct = await connectTo(await directly(proxy))
    const store = await openOn(await connectTo(proxy.uri, 2 * PATIENCE_MS), { graceMs: 0, sweepMs: 20 })
    proxy.delay(150)
    const asked = store.ledger.commit(aCommit(A, 1, { outbox: [{}] }))
    await present(direct, 'outbox', asked)
    proxy.cut()
    expect(await asked).toBe('done')
    proxy.heal()
    proxy.delay(0)
    await isBack(store)
    const told = new Promise<void>((resolve) => void store.feed.subscribe(resolve))
    if ((await counts(direct, ['feed']))['feed'] === 0) await told
    expect((await store.feed.read(0, 9)).map(({ caseId }) => caseId)).toEqual([A])
    expect(await store.outbox.ofCase(A)).toHaveLength(1)
    expect((await store.views.byId(A))?.seq).toBe(1)
    expect(await store.ledger.commit(aCommit(A, 2))).toBe('done')
  })

  test.each(['chats', 'rows', 'jobs'] as const)(
    'while %s are claimed, at whatever word of it: nothing stays claimed that nobody was given, and nothing is given twice',
    async (what) => {
      const proxy = await proxied()
      const store = await openOn(await connectTo(proxy.uri, 2 * PATIENCE_MS))
      const names = ['a', 'b', 'c'] as const
      const claimAll = async (): Promise<readonly string[]> => {
        const mine = claim('w', 1000, 601_000)
        if (what === 'chats')
          return (await store.inbox.claim(mine, { chats: 9, perChat: 9 })).map(({ chatKey }) => chatKey)
        if (what === 'jobs') return (await store.jobs.claim(mine, 9)).map(({ id }) => id)
        return (await store.outbox.claim(mine, { ...TELEGRAM, limit: 9 })).map(({ id }) => id)
      }
      let failures = 0
      for (let words = 0, failed = true; failed; words += 2) {
        failed = false
        for (const name of names) {
          if (what === 'chats') await store.inbox.put([anInboxRow(`${name}${words}x`, `${name}${words}x`)])
          else
            await store.ledger.commit(
              aCommit(aCase(`${name}${words}x`), 1, what === 'jobs' ? { jobs: [{}] } : { outbox: [{}] }),
            )
        }
        const given: string[] = []
        proxy.cutAfter(words)
        for (let tries = 0; given.length < names.length && tries < 9; tries++) {
          try {
            given.push(...(await claimAll()))
          } catch (error) {
            expect(error).toEqual(failure('store_unavailable'))
            failed = true
            failures++
          }
          proxy.cutAfter(Infinity)
          proxy.heal()
        }
        expect(new Set(given).size).toBe(names.length)
      }
      expect(failures).toBeGreaterThan(2)
    },
  )

  test('again and again, behind something that takes connections and drops them, is found again by itself', async () => {
    const proxy = await proxied()
    const store = await openOn(await connectTo(proxy.uri, 600))
    for (let round = 0; round < 8; round++) {
      const asked = Promise.allSettled([
        store.probe(),
        store.ledger.commit(aCommit(aCase(`r${round}x`), 1)),
        store.feed.head(),
      ])
      for (let turn = 0; turn <= round; turn++) await new Promise((resolve) => setImmediate(resolve))
      proxy.cut()
      await new Promise((resolve) => setImmediate(resolve))
      proxy.heal()
      await asked
    }
    const find = async (tries: number): Promise<void> => {
      try {
        await store.probe()
      } catch (error) {
        if (tries === 0) throw error
        await setTimeout(20)
        await find(tries - 1)
      }
    }
    await find(1000)
    expect(await store.ledger.commit(aCommit(aCase('last'), 1))).toBe('done')
  })

  test('in the moment in which it is asked holds nothing up: the call fails or is tried again, and the next one is answered', async () => {
    const sockets: Socket[] = []
    const collect = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket)
    subscribe('net.client.socket', collect)
    onTestFinished(() => void unsubscribe('net.client.socket', collect))
    const store = await openOn(await connectTo((await server()).uri(), LONG_PATIENCE_MS))
    for (let round = 0; round < 5; round++) {
      await store.probe()
      // Gone, and not yet said: the driver would write to one of them and wait for ever.
      for (const socket of sockets) socket.destroy()
      const asked = await Promise.allSettled([store.probe(), store.feed.head()])
      for (const one of asked)
        if (one.status === 'rejected') expect(one.reason).toEqual(failure('store_unavailable'))
      await isBack(store)
      expect(await store.ledger.commit(aCommit(aCase(`at${round}`), 1))).toBe('done')
    }
    expect(sockets.length).toBeGreaterThan(5)
  })

  test('and was killed keeps what it had acknowledged', async () => {
    const own = await startMongo()
    onTestFinished(() => own.stop())
    if (!own.ours) return
    const mongo = await openMongo({ uri: own.uri(), patienceMs: 1500 })
    const store = await openMongoStore(mongo, { graceMs: 0, sweepMs: 20 })
    onTestFinished(async () => {
      await store.close()
      await mongo.close()
    })
    await store.ledger.commit(aCommit(A, 1, { outbox: [{}] }))
    await store.outbox.claim(claim('one', 0), TELEGRAM)
    await own.kill()
    await expect(store.probe()).rejects.toEqual(failure('store_unavailable'))
    await own.restart()
    await isBack(store)
    expect(await store.ledger.read(A)).toHaveLength(1)
    expect(await store.outbox.claim(claim('two', 1000), TELEGRAM)).toMatchObject([
      { id: outboxId(A, 1, 0), interrupted: true, attempts: 2 },
    ])
    expect(await store.ledger.commit(aCommit(A, 2))).toBe('done')
  })
})

describe.skipIf(!mongoAvailable())('what is told of an error', () => {
  test('is its number, never its text: that may quote a document', async () => {
    const mongo = await connectTo((await server()).uri())
    const canaries = mongo.db().collection<{ _id: string }>('canaries')
    await canaries.insertOne({ _id: 'canary words' })
    const driver = await thrown(canaries.insertOne({ _id: 'canary words' }))
    const error = asFailure(driver)
    expect(error.code).toBe('store_broken')
    expect(`${error.message} ${String(error.cause)} ${error.stack?.split('\n')[0]}`).not.toContain('canary')
    expect(error.message).toContain('11000')
    expect(asFailure('thrown text').message).not.toContain('thrown text')
    expect(asFailure(error)).toBe(error)
  })
})

describe.skipIf(!mongoAvailable())('a store that was closed', () => {
  test('answers nothing, and leaves the connection to others', async () => {
    const mongo = await connectTo((await server()).uri())
    const store = await openOn(mongo)
    const committing = store.ledger.commit(aCommit(A, 1))
    await store.close()
    expect(await committing).toBe('done')
    await store.close()
    await expect(store.probe()).rejects.toEqual(failure('store_unavailable'))
    await expect(store.ledger.commit(aCommit(A, 2))).rejects.toEqual(failure('store_unavailable'))
    expect(await counts(mongo, ['spread', 'entry'])).toEqual({ spread: 0, entry: 1 })
    await (await openOn(mongo)).outbox.settle([], at(0))
  })
})
