import { mongo, type Model } from 'mongoose'
import { inParts } from '../../core/base/parts.ts'
import { Failure } from '../../core/base/failure.ts'
import type { Mongo } from './connection.ts'
import { ask, DUPLICATE } from './failure.ts'
import { modelOf, type Docs, type Name } from './models.ts'

/** Most ids of one question. */
const IDS = 1000

type Filter = Readonly<Record<string, unknown>>
type Change = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type Looks<T> = {
  /** Only these are read, besides `_id`; all where not given. */
  readonly fields?: readonly (keyof T & string)[]
  readonly sort?: Readonly<Record<string, 1 | -1>>
  readonly limit?: number
}

/** One collection, through its mongoose model. Documents come back plain; what is thrown is a `Failure`. */
export type Table<T> = {
  /**
   * Inserts all that can be. Returns the `_id`s of those that were refused, for an `_id` or another
   * unique value is taken.
   */
  readonly insert: (docs: readonly T[]) => Promise<ReadonlySet<string>>
  /** Inserts in order, up to the first that is refused. Returns how many were inserted. */
  readonly insertInOrder: (docs: readonly T[]) => Promise<number>
  readonly byId: (id: string) => Promise<T | undefined>
  readonly byIds: (
    ids: readonly string[],
    fields?: readonly (keyof T & string)[],
  ) => Promise<ReadonlyMap<string, T>>
  readonly find: (filter: Filter, looks?: Looks<T>) => Promise<readonly T[]>
  readonly change: (id: string, change: Change, options?: { readonly upsert?: boolean }) => Promise<void>
  readonly changeMany: (
    changes: readonly { readonly id: string; readonly change: Change }[],
    options?: { readonly upsert?: boolean },
  ) => Promise<void>
  readonly drop: (ids: readonly string[]) => Promise<void>
  /** Returns how many were removed. */
  readonly dropWhere: (filter: Filter) => Promise<number>
  readonly count: (filter?: Filter) => Promise<number>
  /** How many there are of each value of a field. */
  readonly countBy: (field: string, where?: Record<string, unknown>) => Promise<ReadonlyMap<string, number>>
}

/**
 * Binary fields come back as the driver's own type. The bytes are copied: they lie in the buffer of
 * a whole answer.
 */
const plain = (value: unknown): unknown => {
  if (value instanceof mongo.Binary) return new Uint8Array(value.buffer.subarray(0, value.position))
  if (Buffer.isBuffer(value)) return new Uint8Array(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
}

/** The places of the refused, where nothing else went wrong. */
const refusedPlaces = (error: unknown): readonly number[] | undefined => {
  if (!(error instanceof mongo.MongoBulkWriteError)) return undefined
  const errors = [error.writeErrors].flat()
  if (errors.length === 0 || errors.some(({ code }) => code !== DUPLICATE)) return undefined
  return error.result.getWriteConcernError() === undefined ? errors.map(({ index }) => index) : undefined
}

const projection = (fields: readonly string[] | undefined): Record<string, 1> | undefined =>
  fields === undefined
    ? undefined
    : Object.fromEntries(['_id', ...fields].map((field) => [field, 1 as const]))

const pages = <T>(items: readonly T[]): readonly (readonly T[])[] => inParts(items, IDS)

/** `isOpen` is asked before each question: what was closed answers nothing. */
export const openTable = <N extends Name>(
  { connection, server }: Mongo,
  name: N,
  isOpen: () => boolean,
): Table<Docs[N]> => {
  type T = Docs[N]
  // Mongoose's types of filters and changes cannot follow a type parameter.
  const model = modelOf(connection, name) as unknown as Model<Record<string, unknown>>
  const { collection } = model

  const asked = <V>(question: () => Promise<V>): Promise<V> =>
    ask(async () => {
      if (!isOpen()) throw new Failure('store_unavailable', 'closed')
      return question()
    })

  const find = (filter: Filter, { fields, sort, limit }: Looks<T> = {}): Promise<readonly T[]> =>
    asked(async () => {
      let query = model.find(filter as never, projection(fields)).lean()
      if (sort !== undefined) query = query.sort(sort)
      if (limit !== undefined) query = query.limit(limit)
      return (await query.exec()).map(plain) as T[]
    })

  /**
   * Where a list of ids is not looked up by an index, one by one is: the server knows how to find a
   * single `_id`.
   */
  const byIds = async (
    ids: readonly string[],
    fields?: readonly (keyof T & string)[],
  ): Promise<ReadonlyMap<string, T>> => {
    const looks = fields === undefined ? {} : { fields }
    const found = server.indexed
      ? await Promise.all(pages(ids).map((page) => find({ _id: { $in: page } }, looks)))
      : await Promise.all([...new Set(ids)].map((id) => find({ _id: id }, { ...looks, limit: 1 })))
    return new Map(found.flat().map((doc) => [doc._id, doc]))
  }

  return {
    insert: (docs) =>
      asked(async () => {
        if (docs.length === 0) return new Set<string>()
        try {
          await collection.insertMany(docs as never, { ordered: false })
          return new Set<string>()
        } catch (error) {
          const places = refusedPlaces(error)
          if (places === undefined) throw error
          return new Set(places.map((place) => docs[place]?._id ?? ''))
        }
      }),
    insertInOrder: (docs) =>
      asked(async () => {
        try {
          await collection.insertMany(docs as never, { ordered: true })
          return docs.length
        } catch (error) {
          const [place] = refusedPlaces(error) ?? []
          if (place === undefined) throw error
          return place
        }
      }),
    byId: async (id) => (await find({ _id: id }, { limit: 1 }))[0],
    byIds,
    find,
    change: (id, change, { upsert = false } = {}) =>
      asked(async () => void (await collection.updateOne({ _id: id as never }, change, { upsert }))),
    changeMany: (changes, { upsert = false } = {}) =>
      asked(async () => {
        if (changes.length === 0) return
        await collection.bulkWrite(
          changes.map(({ id, change }) => ({
            updateOne: { filter: { _id: id as never }, update: change, upsert },
          })),
          { ordered: false },
        )
      }),
    drop: (ids) =>
      asked(async () => {
        const [id] = ids
        if (id !== undefined && ids.length === 1) await model.deleteOne({ _id: id })
        else await Promise.all(pages(ids).map((page) => model.deleteMany({ _id: { $in: page } })))
      }),
    dropWhere: (filter) => asked(async () => (await model.deleteMany(filter as never)).deletedCount),
    count: (filter = {}) => asked(() => model.countDocuments(filter as never)),
    countBy: (field, where) =>
      asked(async () => {
        const groups: { _id: string; n: number }[] = await model.aggregate([
          ...(where === undefined ? [] : [{ $match: where }]),
          { $group: { _id: `$${field}`, n: { $sum: 1 } } },
        ])
        return new Map(groups.map(({ _id, n }) => [_id, n]))
      }),
  }
}

export type Tables = { readonly [N in Name]: Table<Docs[N]> }

export const openTables = (mongo: Mongo, isOpen: () => boolean): Tables => {
  const table = <N extends Name>(name: N): Table<Docs[N]> => openTable(mongo, name, isOpen)
  return {
    entry: table('entry'),
    spread: table('spread'),
    waiting: table('waiting'),
    handled: table('handled'),
    outbox: table('outbox'),
    delivery: table('delivery'),
    job: table('job'),
    finished: table('finished'),
    claim: table('claim'),
    case: table('case'),
    network: table('network'),
    setting: table('setting'),
    word: table('word'),
    chat: table('chat'),
    feed: table('feed'),
    leaf: table('leaf'),
    checkpoint: table('checkpoint'),
    meta: table('meta'),
  }
}
