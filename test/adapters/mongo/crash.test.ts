import { describe, expect, test } from 'vitest'
import type { Mongo } from '../../../adapters/mongo/connection.ts'
import { rowKey } from '../../../adapters/mongo/place.ts'
import { jobId, outboxId } from '../../../core/base/ids.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { useMongo } from '../../build/mongo-server.ts'
import {
  aCase,
  aCaseRow,
  aChat,
  aCommit,
  anInbound,
  anInboxRow,
  at,
  bytesOf,
  claim,
  TELEGRAM,
} from '../../contract/store-builders.ts'
import { AT_ONCE, connectTo, counts, leave, leaveEntry, leaveSpread, openOn } from './world.ts'

const server = useMongo()
const A = aCase('a')
const B = aCase('b')

const COMMIT = aCommit(A, 2, {
  outbox: [{}, { speaker: 'agent' }],
  jobs: [{}],
  view: { status: 'agent' },
  cause: anInbound('in'),
  handles: { inbound: anInbound('in'), job: jobId(A, 1, 0) },
  silence: true,
})

/**
 * A case with something said and something to do, and a second entry that a process inserted and
 * did not come further.
 */
const broken = async (): Promise<{ readonly mongo: Mongo; readonly store: Store }> => {
  const mongo = await connectTo((await server()).uri())
  const store = await openOn(mongo)
  await store.inbox.put([anInboxRow('in', 'x')])
  await store.ledger.commit(aCommit(A, 1, { outbox: [{}], jobs: [{}] }))
  await leave(mongo, 'dead', COMMIT)
  return { mongo, store }
}

const look = async (mongo: Mongo, store: Store): Promise<unknown> => ({
  waiting: await counts(mongo, ['waiting']),
  said: (await store.outbox.ofCase(A)).map(({ id, status }) => `${id.slice(27)} ${status}`),
  jobs: await store.jobs.depth(),
  view: [(await store.views.byId(A))?.seq, (await store.views.byId(A))?.status],
  feed: (await store.feed.read(0, 99)).map(({ caseId, seq }) => [caseId, seq]),
  inbox: await store.inbox.depth(),
})

const WHOLE = {
  waiting: { waiting: 0 },
  said: ['1.0 refused', '2.0 queued', '2.1 queued'],
  jobs: { waiting: 1, oldest: at(0) },
  view: [2, 'agent'],
  feed: [
    [A, 1],
    [A, 2],
  ],
  inbox: { waiting: 0 },
}

describe.skipIf(!mongoAvailable())('what a crash interrupted after the entry was inserted', () => {
  test('reading the case finishes it, once', async () => {
    const { mongo, store } = await broken()
    expect(await store.ledger.read(A)).toHaveLength(2)
    expect(await look(mongo, store)).toEqual(WHOLE)
    await store.ledger.read(A)
    expect(await look(mongo, store)).toEqual(WHOLE)
    expect(await counts(mongo, ['spread'])).toEqual({ spread: 0 })
  })

  test('reading only what is new of the case finishes it', async () => {
    const { mongo, store } = await broken()
    expect(await store.ledger.read(A, 1)).toEqual([COMMIT.entry])
    expect(await look(mongo, store)).toEqual(WHOLE)
  })

  test('the next commit of a process that is alive finishes it first, so that what is said keeps its order', async () => {
    const { store } = await broken()
    expect(await store.ledger.commit(aCommit(A, 3, { outbox: [{ dueAt: at(0) }] }))).toBe('done')
    const said: string[] = []
    for (let i = 0; i < 3; i++) {
      const [row] = await store.outbox.claim(claim('one', i), TELEGRAM)
      said.push(row?.id.slice(27) ?? '')
      await store.outbox.settle([{ id: row!.id, status: 'sent' }], at(i))
    }
    expect(said).toEqual(['2.0', '2.1', '3.0'])
    expect(await store.feed.read(0, 99)).toHaveLength(3 + 1)
    expect((await store.outbox.ofCase(A))[0]).toMatchObject({ id: outboxId(A, 1, 0), status: 'refused' })
  })

  test('a commit of the same place loses, a commit of the same cause is told so, and both finish it', async () => {
    const { mongo, store } = await broken()
    expect(await store.ledger.commit(aCommit(B, 1, { cause: anInbound('in') }))).toBe('repeated')
    expect(await look(mongo, store)).toEqual(WHOLE)
    expect(await store.ledger.commit(aCommit(A, 2, { outbox: [{}] }))).toBe('conflict')
    expect(await look(mongo, store)).toEqual(WHOLE)
  })

  test.each(['inbox', 'outbox', 'jobs'] as const)('a claim of the %s finishes it', async (what) => {
    const { mongo } = await broken()
    const store = await openOn(mongo, { ...AT_ONCE, freshMs: 0 })
    await leave(mongo, 'dead again', aCommit(B, 1, { outbox: [{}], jobs: [{}] }))
    if (what === 'inbox') await store.inbox.claim(claim('one', 0), { chats: 9, perChat: 9 })
    if (what === 'jobs')
      expect((await store.jobs.claim(claim('one', 0), 9)).map(({ id }) => id)).toContain(jobId(B, 1, 0))
    if (what === 'outbox')
      expect((await store.outbox.claim(claim('one', 0), TELEGRAM)).map(({ id }) => id)).toContain(
        outboxId(B, 1, 0),
      )
    expect(await counts(mongo, ['spread'])).toEqual({ spread: 0 })
    expect(await store.outbox.ofCase(B)).toHaveLength(1)
  })

  test('opening the store finishes it', async () => {
    const { mongo } = await broken()
    const store = await openOn(mongo)
    expect(await look(mongo, store)).toEqual(WHOLE)
  })

  test('a sweep finishes it though nobody asks for anything', async () => {
    const { mongo, store } = await broken()
    const eager = await openOn(mongo, { graceMs: 5, sweepMs: 5 })
    await leave(mongo, 'dead again', aCommit(B, 1, { outbox: [{}] }))
    await new Promise<void>((resolve) => {
      const look = async (): Promise<void> => {
        if ((await eager.feed.read(0, 99)).some(({ caseId }) => caseId === B)) resolve()
      }
      eager.feed.subscribe(() => void look())
      void look()
    })
    expect(await store.outbox.ofCase(B)).toHaveLength(1)
  })

  test('many that meet it at once finish it once', async () => {
    const { mongo } = await broken()
    const others = await Promise.all(
      [1, 2, 3].map(async () => openOn(await connectTo(mongoUri(mongo)), AT_ONCE)),
    )
    await Promise.all(others.flatMap((other) => [other.ledger.read(A), other.ledger.commit(aCommit(A, 2))]))
    const [one] = others
    expect(await look(mongo, one!)).toEqual(WHOLE)
  })
})

const mongoUri = (mongo: Mongo): string => {
  const { host, port, name } = mongo.connection
  return `mongodb://${host}:${port}/${name}`
}

describe.skipIf(!mongoAvailable())('what a crash interrupted before the entry was inserted', () => {
  test('is nowhere, and its place and cause are free', async () => {
    const mongo = await connectTo((await server()).uri())
    const store = await openOn(mongo)
    await leaveSpread(mongo, 'dead', [aCommit(A, 1, { outbox: [{}], jobs: [{}], cause: 'key' })])
    const other = await openOn(mongo)
    expect(await other.ledger.read(A)).toEqual([])
    expect(await other.outbox.depth()).toEqual({ waiting: 0 })
    expect(await other.feed.head()).toBe(0)
    expect(await store.ledger.commit(aCommit(A, 1, { outbox: [{}, {}], cause: 'key' }))).toBe('done')
    expect(await (await openOn(mongo)).outbox.ofCase(A)).toHaveLength(2)
    expect(await store.jobs.depth()).toEqual({ waiting: 0 })
    expect(await counts(mongo, ['spread'])).toEqual({ spread: 0 })
  })

  test('of a group those whose entry is there are finished, the others wait for theirs', async () => {
    const mongo = await connectTo((await server()).uri())
    const [one, two] = [aCommit(A, 1, { outbox: [{}] }), aCommit(B, 1, { outbox: [{}] })]
    const store = await openOn(mongo)
    await leaveSpread(mongo, 'slow', [one, two])
    await leaveEntry(mongo, 'slow', one)
    expect((await (await openOn(mongo)).outbox.ofCase(A)).length).toBe(1)
    expect(await store.outbox.ofCase(B)).toEqual([])
    await leaveEntry(mongo, 'slow', two)
    expect(await store.ledger.read(B)).toHaveLength(1)
    expect(await store.outbox.ofCase(B)).toHaveLength(1)
    expect((await store.feed.read(0, 9)).map(({ caseId }) => caseId)).toEqual([A, B])
    expect(await counts(mongo, ['spread'])).toEqual({ spread: 0 })
  })
})

describe.skipIf(!mongoAvailable())('a write that comes late', () => {
  /**
   * All that a commit causes, done and over, and then written again as by a process that slept in
   * between.
   */
  const late = async (): Promise<{ readonly mongo: Mongo; readonly store: Store }> => {
    const mongo = await connectTo((await server()).uri())
    const store = await openOn(mongo)
    const names = ['outbox', 'job', 'waiting'] as const
    await store.inbox.put([anInboxRow('in', 'x')])
    const waiting = await mongo.db().collection('waiting').find({}).toArray()
    await store.ledger.commit(
      aCommit(A, 1, {
        outbox: [{ speaker: 'agent' }],
        jobs: [{}],
        cause: anInbound('in'),
        handles: { inbound: anInbound('in') },
      }),
    )
    const slept = {
      waiting,
      outbox: await mongo.db().collection('outbox').find({}).toArray(),
      job: await mongo.db().collection('job').find({}).toArray(),
    }
    await store.outbox.claim(claim('one', 0), TELEGRAM)
    await store.outbox.settle(
      [{ id: outboxId(A, 1, 0), status: 'sent', receipt: bytesOf('message 7') }],
      at(1),
    )
    await store.jobs.finish(jobId(A, 1, 0))
    await store.ledger.commit(aCommit(A, 2, { view: { team: 'newer' } }))
    for (const name of names) await mongo.db().collection(name).insertMany(slept[name])
    return { mongo, store }
  }

  test('never brings back a row that was settled', async () => {
    const { store } = await late()
    expect((await store.outbox.ofCase(A)).map(({ status }) => status)).toEqual(['sent'])
    expect(await store.outbox.claim(claim('two', 5), TELEGRAM)).toEqual([])
    expect(await store.outbox.depth()).toEqual({ waiting: 0 })
    expect(await store.feed.read(0, 99)).toHaveLength(3)
  })

  test('never brings back a job that was finished', async () => {
    const { store } = await late()
    expect(await store.jobs.claim(claim('two', 5), 9)).toEqual([])
    expect(await store.jobs.depth()).toEqual({ waiting: 0 })
  })

  test('never gives out again what was handled', async () => {
    const { store } = await late()
    expect(await store.inbox.claim(claim('two', 5), { chats: 9, perChat: 9 })).toEqual([])
    expect(await store.inbox.depth()).toEqual({ waiting: 0 })
    await store.inbox.put([anInboxRow('next', 'x')])
    const [chat] = await store.inbox.claim(claim('two', 5), { chats: 9, perChat: 9 })
    expect([chat?.chatKey, chat?.rows.map(({ id }) => id)]).toEqual([aChat('x'), [anInbound('next')]])
  })

  test('of all that an entry causes changes nothing: no older view, no second item', async () => {
    const { mongo, store } = await late()
    await leaveSpread(mongo, 'sleeper', [aCommit(A, 1, { view: { team: 'older' } })])
    await mongo
      .db()
      .collection('entry')
      .updateOne({ _id: `${A}.000000001` as never }, { $set: { batch: 'sleeper' } })
    const before = await store.feed.read(0, 99)
    await openOn(mongo)
    expect((await store.views.byId(A))?.team).toBe('newer')
    expect(before).toHaveLength(3)
    expect((await store.views.byId(A))?.seq).toBe(aCaseRow(A, 2).seq)
  })

  test('a row that was settled, but whose removal a crash prevented, is told of once and sent no more', async () => {
    const mongo = await connectTo((await server()).uri())
    const store = await openOn(mongo)
    await store.ledger.commit(aCommit(A, 1, { outbox: [{ speaker: 'agent' }, {}] }))
    await store.outbox.claim(claim('one', 0), TELEGRAM)
    const ended = { _id: rowKey(A, 1, 0) as never, status: 'sent', speaker: 'agent', attempts: 1, at: at(1) }
    await mongo.db().collection('delivery').insertOne(ended)
    expect(await store.outbox.claim(claim('two', 999), TELEGRAM)).toEqual([])
    const [next] = [
      ...(await store.outbox.claim(claim('two', 1000), TELEGRAM)),
      ...(await store.outbox.claim(claim('two', 1000), TELEGRAM)),
    ]
    expect(next?.id).toBe(outboxId(A, 1, 1))
    const told = (await store.feed.read(0, 99)).filter(({ kinds }) => kinds.includes('delivery'))
    expect(told.map(({ at: when }) => when)).toEqual([at(1)])
    await store.outbox.settle([{ id: outboxId(A, 1, 0), status: 'sent' }], at(9))
    expect((await store.feed.read(0, 99)).filter(({ kinds }) => kinds.includes('delivery'))).toHaveLength(1)
  })
})
