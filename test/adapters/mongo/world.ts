import { onTestFinished } from 'vitest'
import { openMongo, type Mongo } from '../../../adapters/mongo/connection.ts'
import type { FinisherOptions } from '../../../adapters/mongo/finisher.ts'
import { openMongoStore } from '../../../adapters/mongo/index.ts'
import { makeStamp } from '../../../adapters/mongo/order.ts'
import { entryKey } from '../../../adapters/mongo/place.ts'
import { effectsOf } from '../../../adapters/mongo/spread.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import type { Commit } from '../../../core/ports/store/ledger.ts'

/** Nothing sweeps by itself, and what others left is finished when it is met. */
export const AT_ONCE = { graceMs: 0, sweepMs: 3_600_000 } as const satisfies FinisherOptions

/** A connection that ends with the test; the first of a database removes it. */
export const connectTo = async (uri: string, patienceMs?: number): Promise<Mongo> => {
  const mongo = await openMongo({ uri, ...(patienceMs === undefined ? {} : { patienceMs }) })
  onTestFinished(async () => {
    await mongo
      .db()
      .dropDatabase()
      .catch(() => undefined)
    await mongo.close()
  })
  return mongo
}

export const openOn = async (mongo: Mongo, options: FinisherOptions = AT_ONCE): Promise<Store> => {
  const store = await openMongoStore(mongo, options)
  onTestFinished(() => store.close())
  return store
}

/** Every document among the settings. */
export const settingsIn = async (mongo: Mongo): Promise<string> =>
  JSON.stringify(await mongo.db().collection('setting').find({}).toArray())

const stamp = makeStamp()

/**
 * What a process leaves that dies after it has said what its entries cause, before any of them is
 * inserted.
 */
export const leaveSpread = async (mongo: Mongo, batch: string, commits: readonly Commit[]): Promise<void> => {
  const doc = {
    _id: batch as never,
    born: Date.now(),
    commits: commits.map((commit) => effectsOf(commit, stamp)),
  }
  await mongo.db().collection('spread').insertOne(doc)
}

/** What it leaves when it dies after inserting an entry, before anything else. */
export const leaveEntry = async (mongo: Mongo, batch: string, { entry, cause }: Commit): Promise<void> => {
  const _id = entryKey(entry.caseId, entry.seq)
  const first = entry.seq === 1 ? { first: entry.caseId } : {}
  await mongo
    .db()
    .collection('entry')
    .insertOne({
      ...entry,
      ...first,
      _id: _id as never,
      cause: cause === undefined ? `~${_id}` : `=${cause}`,
      batch,
    })
}

export const leave = async (mongo: Mongo, batch: string, commit: Commit): Promise<void> => {
  await leaveSpread(mongo, batch, [commit])
  await leaveEntry(mongo, batch, commit)
}

export const counts = async (mongo: Mongo, names: readonly string[]): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await mongo.db().collection(name).countDocuments({})] as const),
    ),
  )
