import type { CaseId, ChatKey, InboundId } from '../../core/base/ids.ts'
import type { Chats } from '../../core/ports/store/chats.ts'
import type { JobRow } from '../../core/ports/store/jobs.ts'
import { settledStatus } from '../../core/ports/store/outbox.ts'
import type { InboxRow } from '../../core/ports/store/inbox.ts'
import type { Delivery, Moved, MovedKind, OpenRow, Transfer } from '../../core/ports/store/transfer.ts'
import type { CustodyLog } from '../../core/ports/store/custody.ts'
import type { Mongo } from './connection.ts'
import { toCheckpointDoc, toLeafDoc } from './custody.ts'
import type { Stamp } from './order.ts'
import { jobIdOf, keyOf, outboxIdOf, placeOf } from './place.ts'
import type { DeliveryDoc, JobDoc, OutboxDoc } from './shapes.ts'
import type { Table, Tables } from './table.ts'
import { fromStored, toStored } from './views.ts'
import type { Walk } from './walk.ts'

const PAGE = 500
const LATER = ['sent', 'delivered', 'read'] as const

export type RecordParts = {
  readonly chats: Chats
  readonly custody: CustodyLog
  readonly stamp: Stamp
  readonly walk: Walk
  readonly settled: () => Promise<void>
  readonly writeCauses: (causes: readonly string[]) => Promise<void>
}

/** What is known of a row first lies under its key, what is known later under the key and a status, see deliveries.ts. */
const rowOf = (id: string): string => id.replace(/\.[a-z]+$/, '')

const risen = (docs: readonly DeliveryDoc[]): DeliveryDoc | undefined =>
  docs.reduce<DeliveryDoc | undefined>(
    (best, doc) => (best === undefined || settledStatus(best.status, doc.status as Delivery['status']) !== best.status ? doc : best),
    undefined,
  )

const toDelivery = (docs: readonly DeliveryDoc[]): readonly Delivery[] => {
  const now = risen(docs)
  const place = now === undefined ? undefined : placeOf(rowOf(now._id))
  if (now === undefined || place === undefined) return []
  const receipt = risen(docs.filter((doc) => doc.receipt !== undefined))?.receipt
  const { speaker, status, attempts } = now
  const shown = { speaker, status: status as Delivery['status'], attempts, ...(receipt === undefined ? {} : { receipt }) }
  return [{ id: outboxIdOf(place), ...place, ...shown }]
}

/** When it ended is not known: `at` is only told where somebody settles it again. */
const fromDelivery = (_id: string, { status, speaker, attempts, receipt }: Delivery): DeliveryDoc => ({
  _id,
  status,
  speaker,
  attempts,
  at: Date.now() as DeliveryDoc['at'],
  ...(receipt === undefined ? {} : { receipt }),
})

const toOpenRow = ({ _id, order: _order, readyAt: _readyAt, sending, ...row }: OutboxDoc): OpenRow => ({
  id: outboxIdOf(row),
  ...row,
  status: sending ? 'sending' : 'queued',
})

const toJob = ({ _id, kind, caseId, dueAt, sealed, attempts }: JobDoc): readonly JobRow[] => {
  const place = placeOf(_id)
  return place === undefined ? [] : [{ id: jobIdOf(place), kind, caseId, dueAt, sealed, attempts }]
}

/** Records that are not entries. */
export const makeRecords = (
  { server }: Mongo,
  tables: Tables,
  { chats, custody, stamp, walk, settled, writeCauses }: RecordParts,
): Pick<Transfer, 'read' | 'write' | 'remove' | 'clear'> => {
  const { entry, waiting, handled, outbox, delivery, job, finished, claim, chat } = tables

  /** Documents one after the other that belong together, as one. */
  const grouped = async function* <T>(docs: AsyncIterable<T>, keyOf: (doc: T) => string): AsyncIterable<readonly T[]> {
    let group: readonly T[] = []
    for await (const doc of docs) {
      const [first] = group
      if (first !== undefined && keyOf(first) !== keyOf(doc)) {
        yield group
        group = []
      }
      group = [...group, doc]
    }
    if (group.length > 0) yield group
  }

  const causes = async function* (): AsyncIterable<string> {
    if (!server.indexed) {
      const all = (await entry.find({}, { fields: ['cause'] })).map(({ cause }) => cause).filter((cause) => cause.startsWith('='))
      for (const cause of all.sort()) yield cause.slice(1)
      return
    }
    for (let after = '='; ;) {
      const page = await entry.find({ cause: { $gt: after, $lt: '>' } }, { fields: ['cause'], sort: { cause: 1 }, limit: PAGE })
      for (const { cause } of page) yield cause.slice(1)
      const last = page.at(-1)
      if (last === undefined) return
      after = last.cause
    }
  }

  /** The ids of these that a table has as well. */
  const among = async <T extends { readonly _id: string }>(
    table: Table<T>,
    docs: readonly { readonly _id: string }[],
  ): Promise<ReadonlySet<string>> => {
    const ids = new Set<string>()
    for await (const { _id } of walk.some(
      table,
      docs.map((doc) => doc._id),
    ))
      ids.add(_id)
    return ids
  }

  /** What a crash left, or a late write brought back, is known by what it became, and is not there. */
  const waitingRows = async function* (): AsyncIterable<InboxRow> {
    await settled()
    const rows = await waiting.find({}, { sort: { order: 1, _id: 1 } })
    const over = await among(handled, rows)
    for (const { _id, chatKey, receivedAt, attempts, sealed } of rows)
      if (!over.has(_id)) yield { id: _id as InboundId, chatKey, receivedAt, attempts, sealed }
  }
  const openRows = async function* (): AsyncIterable<OpenRow> {
    await settled()
    const rows = await outbox.find({}, { sort: { order: 1, _id: 1 } })
    const over = await among(delivery, rows)
    for (const row of rows) if (!over.has(row._id)) yield toOpenRow(row)
  }
  const jobs = async function* (): AsyncIterable<JobRow> {
    await settled()
    const docs = (await job.find({})).toSorted((a, b) => (a._id < b._id ? -1 : 1))
    const over = await among(finished, docs)
    yield* docs.filter(({ _id }) => !over.has(_id)).flatMap(toJob)
  }

  const leases = async function* (): AsyncIterable<Moved['lease']> {
    const docs = await claim.find({ kind: 'lease' })
    const byName = Map.groupBy(docs, ({ key }) => key)
    for (const name of [...byName.keys()].sort()) {
      const last = (byName.get(name) ?? []).toSorted((a, b) => a.until - b.until).at(-1)
      if (last !== undefined) yield { name, owner: last.owner, until: last.until }
    }
  }

  /** Only of cases that have a row, as all have. */
  const words = async function* (): AsyncIterable<Moved['words']> {
    await settled()
    // Where no index gives the words of a case, they are asked for once.
    const all = server.indexed ? undefined : Map.groupBy(await tables.word.find({}), ({ caseId }) => caseId as string)
    for await (const { _id } of walk.docs(tables.case)) {
      const docs = all === undefined ? await tables.word.find({ caseId: _id }, { fields: ['token'] }) : (all.get(_id) ?? [])
      if (docs.length > 0) yield { caseId: _id as CaseId, tokens: docs.map(({ token }) => token).toSorted() }
    }
  }

  const readers: { readonly [K in MovedKind]: () => AsyncIterable<Moved[K]> } = {
    cause: causes,
    handled: async function* () {
      for await (const { _id, receivedAt } of walk.docs(handled)) yield { id: _id as InboundId, receivedAt }
    },
    delivery: async function* () {
      await settled()
      for await (const docs of grouped(walk.docs(delivery), ({ _id }) => rowOf(_id))) yield* toDelivery(docs)
    },
    chat: async function* () {
      const chatOf = ({ _id }: { readonly _id: string }): ChatKey => _id.slice(0, _id.lastIndexOf('#')) as ChatKey
      for await (const docs of grouped(walk.docs(chat), chatOf)) {
        const newest = docs.at(-1)
        if (newest !== undefined) yield { chatKey: chatOf(newest), caseId: newest.caseId }
      }
    },
    view: async function* () {
      await settled()
      for await (const doc of walk.docs(tables.case)) yield fromStored(doc)
    },
    words,
    lease: leases,
    leaf: () => custody.leaves(0, Number.MAX_SAFE_INTEGER),
    checkpoint: () => custody.checkpoints(),
    waiting: waitingRows,
    outbox: openRows,
    job: jobs,
  }

  const writeHandled = async (list: readonly Moved['handled'][]): Promise<void> => {
    const refused = await handled.insert(list.map(({ id, receivedAt }) => ({ _id: id, receivedAt })))
    const others = list.filter(({ id }) => refused.has(id))
    await handled.changeMany(others.map(({ id, receivedAt }) => ({ id, change: { $set: { receivedAt } } })))
    await waiting.drop(list.map(({ id }) => id))
  }

  const writeDeliveries = async (list: readonly Delivery[]): Promise<void> => {
    const keyed = new Map(list.flatMap((row) => (keyOf(row.id) === undefined ? [] : [[keyOf(row.id) ?? '', row] as const])))
    const refused = await delivery.insert([...keyed].map(([key, row]) => fromDelivery(key, row)))
    const keys = [...refused].flatMap((key) => [key, ...LATER.map((status) => `${key}.${status}`)])
    const known = Map.groupBy((await delivery.byIds(keys)).values(), ({ _id }) => rowOf(_id))
    const later = [...refused].flatMap((key) => {
      const row = keyed.get(key)
      const now = risen(known.get(key) ?? [])
      const rises = row !== undefined && now !== undefined && settledStatus(now.status, row.status) !== now.status
      return rises ? [fromDelivery(`${key}.${row.status}`, row)] : []
    })
    await delivery.insert(later)
    await Promise.all([outbox.drop([...keyed.keys()]), claim.dropWhere({ row: { $in: [...keyed.keys()] } })])
  }

  const writeChats = async (list: readonly Moved['chat'][]): Promise<void> => {
    const first = ({ chatKey }: Moved['chat']): string => `${chatKey}#000000`
    const refused = await chat.insert(list.map((each) => ({ _id: first(each), caseId: each.caseId })))
    const known = list.filter((each) => refused.has(first(each)))
    await Promise.all(
      known.map(async ({ chatKey, caseId }) => {
        const now = await chats.find(chatKey)
        if (now !== caseId) await chats.bind(chatKey, caseId, now)
      }),
    )
  }

  const writers: { readonly [K in MovedKind]: (records: readonly Moved[K][]) => Promise<void> } = {
    cause: writeCauses,
    handled: writeHandled,
    delivery: writeDeliveries,
    chat: writeChats,
    view: async (list) => {
      // Out of the way first: what stands there may have been made by a clock that was ahead.
      await tables.case.drop(list.map(({ caseId }) => caseId))
      await tables.case.insert(list.map((row) => ({ _id: row.caseId, row: toStored(row, stamp.next()) })))
    },
    words: async (list) => {
      await tables.word.dropWhere({ caseId: { $in: list.map(({ caseId }) => caseId) } })
      await tables.word.insert(list.flatMap(({ caseId, tokens }) => tokens.map((token) => ({ _id: `${token}.${caseId}`, token, caseId }))))
    },
    lease: async (list) => {
      await claim.dropWhere({ kind: 'lease', key: { $in: list.map(({ name }) => name) } })
      await claim.insert(list.map(({ name, owner, until }) => ({ _id: `moved.${name}`, kind: 'lease', key: name, owner, until })))
    },
    leaf: async (list) => void (await tables.leaf.insert(list.map(toLeafDoc))),
    checkpoint: async (list) => void (await tables.checkpoint.insert(list.map(toCheckpointDoc))),
    waiting: async (list) => void (await waiting.insert(list.map(({ id, ...row }) => ({ _id: id, ...row, order: stamp.next() })))),
    outbox: async (list) =>
      void (await outbox.insert(
        list.flatMap(({ id, status, ...row }) => {
          const key = keyOf(id)
          return key === undefined ? [] : [{ _id: key, ...row, order: stamp.next(), readyAt: row.dueAt, sending: status === 'sending' }]
        }),
      )),
    job: async (list) => {
      const docs = list.flatMap(({ id, ...row }) => {
        const key = keyOf(id)
        return key === undefined ? [] : [{ _id: key, ...row, order: stamp.next(), readyAt: row.dueAt }]
      })
      await job.drop(docs.map(({ _id }) => _id))
      await job.insert(docs)
    },
  }

  const clears = { waiting: [waiting, 'chat'], outbox: [outbox, 'send'], job: [job, 'job'] } as const

  return {
    read: (kind) => readers[kind](),
    write: async (kind, records) => {
      if (records.length > 0) await writers[kind](records)
    },
    remove: async (kind, keys) => {
      if (keys.length === 0) return
      if (kind === 'lease') await claim.dropWhere({ kind: 'lease', key: { $in: keys } })
      else if (kind === 'words') await tables.word.dropWhere({ caseId: { $in: keys } })
      else await (kind === 'view' ? tables.case : handled).drop(keys)
    },
    clear: async (kind) => {
      const [table, claims] = clears[kind]
      await table.dropWhere({})
      await claim.dropWhere({ kind: claims })
    },
  }
}
