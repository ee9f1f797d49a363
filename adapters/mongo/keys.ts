import { Schema, type Connection, type mongo as driver } from 'mongoose'
import { Failure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { KeyStore } from '../../core/ports/sealer.ts'
import type { Mongo } from './connection.ts'
import { ask, isDuplicate } from './failure.ts'

/** Keys of one look of `list`. */
const KEYS_PAGE = 500
/** Keys written at the same time. */
const LANES = 32
/** Overwrites a key before it is removed. */
const NOTHING = Buffer.alloc(0)

type KeyDoc = { readonly _id: string; readonly wrapped: driver.Binary }
type DestroyedDoc = { readonly _id: string }

const OPTIONS = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  id: false,
  autoIndex: false,
  autoCreate: false,
} as const
const SEALED = { _id: { type: String, required: true }, wrapped: { type: Buffer, required: true } } as const

const models = (connection: Connection) => ({
  keys: connection.model<KeyDoc>('key', new Schema(SEALED, OPTIONS), 'key'),
  destroyed: connection.model<DestroyedDoc>(
    'destroyed',
    new Schema({ _id: { type: String, required: true } }, OPTIONS),
    'destroyed',
  ),
  checked: connection.model<KeyDoc>('checked', new Schema(SEALED, OPTIONS), 'checked'),
})

/**
 * `coming` stands as long as a rotation is under way: nobody may start with keys of which some are
 * under one master key and some under another.
 */
type CheckId = 'check' | 'coming'

const bytesOf = ({ wrapped }: KeyDoc): Uint8Array =>
  new Uint8Array(wrapped.buffer.subarray(0, wrapped.position))

/**
 * Wrapped case keys, in a database of their own beside the store's, `<name>_keys`: a copy of the
 * store's brings no key back, and the two can be kept, and guarded, apart. That a case is destroyed
 * is a document that is only ever inserted, and that counts before any key: whoever writes a key
 * looks for it afterwards and takes the key back. The server's own journal, oplog and backups hold
 * what was there before as long as they are kept.
 */
export const openMongoKeys = async (mongo: Mongo): Promise<KeyStore> => {
  const { keys, destroyed, checked } = models(
    mongo.connection.useDb(`${mongo.connection.name}_keys`, { useCache: true }),
  )
  let open = true
  /** What this process compared its master key with. */
  let seen: Uint8Array | undefined

  const asked = <T>(question: () => Promise<T>): Promise<T> =>
    ask(async () => {
      if (!open) throw new Failure('store_unavailable', 'closed')
      return question()
    })

  const isDestroyed = async (caseId: CaseId): Promise<boolean> =>
    (await destroyed.findById(caseId).lean()) !== null
  const wipe = async (caseId: CaseId): Promise<void> => {
    await keys.updateOne({ _id: caseId }, { $set: { wrapped: NOTHING } })
    await keys.deleteOne({ _id: caseId })
  }

  const get = async (caseId: CaseId): Promise<Uint8Array | 'destroyed' | undefined> => {
    const key = await keys.findById(caseId).lean<KeyDoc | null>()
    if (await isDestroyed(caseId)) return 'destroyed'
    return key === null ? undefined : bytesOf(key)
  }

  const readChecks = async (): Promise<{ readonly kept?: Uint8Array; readonly coming?: Uint8Array }> => {
    const found = new Map((await checked.find({}).lean<KeyDoc[]>()).map((doc) => [doc._id, bytesOf(doc)]))
    const [kept, coming] = (['check', 'coming'] as const satisfies readonly CheckId[]).map((id) =>
      found.get(id),
    )
    return { ...(kept === undefined ? {} : { kept }), ...(coming === undefined ? {} : { coming }) }
  }
  const isRotated = async (): Promise<boolean> => {
    if (seen === undefined) return false
    const { kept, coming } = await readChecks()
    return coming !== undefined || kept === undefined || Buffer.compare(kept, seen) !== 0
  }
  /** Returns what is kept: whoever inserts first has said what it is. */
  const insertCheck = async (id: CheckId, value: Uint8Array): Promise<Uint8Array> => {
    try {
      await checked.collection.insertOne({ _id: id as never, wrapped: value })
      return value
    } catch (error) {
      const winner = isDuplicate(error) ? await checked.findById(id).lean<KeyDoc | null>() : null
      if (winner === null) throw error
      return bytesOf(winner)
    }
  }

  const list = async function* (): ReturnType<KeyStore['list']> {
    for (let after = ''; ;) {
      const [live, gone] = await asked(() => {
        const from = { _id: { $gt: after } }
        const page = { sort: { _id: 1 }, limit: KEYS_PAGE } as const
        return Promise.all([
          keys.find(from, null, page).lean<KeyDoc[]>(),
          destroyed.find(from, null, page).lean<DestroyedDoc[]>(),
        ])
      })
      const all = new Map<string, Uint8Array | 'destroyed'>(live.map((key) => [key._id, bytesOf(key)]))
      for (const { _id } of gone) all.set(_id, 'destroyed')
      // Beyond the page of one the other may have more in between.
      const page = [...all.keys()].toSorted().slice(0, KEYS_PAGE)
      for (const id of page) yield { caseId: id as CaseId, wrapped: all.get(id) ?? 'destroyed' }
      const last = page.at(-1)
      if (last === undefined) return
      after = last
    }
  }
  const replace = async (caseId: CaseId, wrapped: Uint8Array): Promise<void> => {
    await keys.updateOne({ _id: caseId }, { $set: { wrapped: Buffer.from(wrapped) } })
    if (await isDestroyed(caseId)) await wipe(caseId)
  }

  return {
    keep: (caseId, wrapped) =>
      asked(async () => {
        if (await isDestroyed(caseId)) return 'destroyed'
        try {
          await keys.collection.insertOne({ _id: caseId as never, wrapped })
        } catch (error) {
          if (!isDuplicate(error)) throw error
          return (await get(caseId)) ?? 'destroyed'
        }
        const gone = await isDestroyed(caseId)
        // A rotation looks for keys after it has said that it is under way: either it finds this
        // one, or it is found here.
        const rotated = await isRotated()
        if (!gone && !rotated) return wrapped
        await wipe(caseId)
        if (gone) return 'destroyed'
        throw new Failure('master_key_wrong', 'it was rotated since this process started')
      }),
    get: (caseId) => asked(() => get(caseId)),
    destroy: (caseId) =>
      asked(async () => {
        await destroyed.updateOne({ _id: caseId }, { $setOnInsert: { _id: caseId } }, { upsert: true })
        await wipe(caseId)
      }),
    check: (make) =>
      asked(async () => {
        const { kept, coming } = await readChecks()
        if (coming !== undefined) throw new Failure('rotation_interrupted')
        seen = kept ?? (await insertCheck('check', make()))
        return seen
      }),
    checks: () => asked(readChecks),
    list,
    replace: (caseId, wrapped) => asked(() => replace(caseId, wrapped)),
    rotate: ({ check, rewrap }) =>
      asked(async () => {
        if (Buffer.compare(await insertCheck('coming', check), check) !== 0)
          throw new Failure('store_busy', 'another rotation is under way')
        const found: { readonly caseId: CaseId; readonly next: Uint8Array }[] = []
        const write = (): Promise<unknown> =>
          Promise.all(found.splice(0).map(({ caseId, next }) => replace(caseId, next)))
        for await (const { caseId, wrapped } of list()) {
          const next = wrapped === 'destroyed' ? undefined : rewrap(caseId, wrapped)
          if (next !== undefined && next !== wrapped) found.push({ caseId, next })
          if (found.length === LANES) await write()
        }
        await write()
        await checked.updateOne({ _id: 'check' }, { $set: { wrapped: Buffer.from(check) } }, { upsert: true })
        await checked.deleteOne({ _id: 'coming' })
      }),
    close: async () => {
      open = false
    },
  }
}

/** Whether a master key was tried on this database before: then a missing one must not be made anew. */
export const areMongoKeysUsed = (mongo: Mongo): Promise<boolean> => {
  const { checked } = models(mongo.connection.useDb(`${mongo.connection.name}_keys`, { useCache: true }))
  return ask(async () => (await checked.findById('check').lean()) !== null)
}
