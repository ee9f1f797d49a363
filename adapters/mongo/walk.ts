import type { Mongo } from './connection.ts'
import type { Table } from './table.ts'

/** Documents of one look. */
const PAGE = 500
/** Up to so many are looked for one by one where no index serves lists of ids. */
const FEW = 64

type Doc = { readonly _id: string }

export type Walk = {
  /** Every `_id` of a collection, sorted. */
  readonly ids: <T extends Doc>(table: Table<T>) => AsyncIterable<string>
  /** Every document of a collection, sorted by `_id`. */
  readonly docs: <T extends Doc>(table: Table<T>) => AsyncIterable<T>
  /** Those of these ids that are there, in this order. */
  readonly some: <T extends Doc>(table: Table<T>, ids: readonly string[]) => AsyncIterable<T>
}

const sorted = <T extends Doc>(docs: readonly T[]): readonly T[] =>
  docs.toSorted((a, b) => (a._id < b._id ? -1 : 1))

/**
 * Whole collections in the order of their ids, a page at a time. Where no index serves ranges and
 * lists of ids (FerretDB 1) each page would read the whole collection: there it is read once, and
 * held in memory while it is walked.
 */
export const makeWalk = ({ server }: Mongo): Walk => {
  const paged = async function* <T extends Doc>(
    table: Table<T>,
    looks: { readonly fields?: readonly (keyof T & string)[] },
  ): AsyncIterable<T> {
    for (let after = ''; ;) {
      const page = await table.find({ _id: { $gt: after } }, { ...looks, sort: { _id: 1 }, limit: PAGE })
      yield* page
      const last = page.at(-1)
      if (last === undefined) return
      after = last._id
    }
  }

  const pick = async function* <T extends Doc>(table: Table<T>, ids: readonly string[]): AsyncIterable<T> {
    for (let at = 0; at < ids.length; at += PAGE) {
      const page = ids.slice(at, at + PAGE)
      const docs = await table.byIds(page)
      yield* page.flatMap((id) => docs.get(id) ?? [])
    }
  }

  return {
    ids: async function* (table) {
      if (server.indexed) for await (const { _id } of paged(table, { fields: [] })) yield _id
      else yield* sorted(await table.find({}, { fields: [] })).map(({ _id }) => _id)
    },
    docs: async function* (table) {
      yield* server.indexed ? paged(table, {}) : sorted(await table.find({}))
    },
    some: async function* (table, ids) {
      if (server.indexed || ids.length <= FEW) return yield* pick(table, ids)
      const all = new Map((await table.find({})).map((doc) => [doc._id, doc]))
      yield* ids.flatMap((id) => all.get(id) ?? [])
    },
  }
}
