import type { CaseId, ChatKey, InboundId } from '../../core/base/ids.ts'
import type { JobRow } from '../../core/ports/store/jobs.ts'
import { settledStatus } from '../../core/ports/store/outbox.ts'
import type { InboxRow } from '../../core/ports/store/inbox.ts'
import type { Delivery, Moved, MovedKind, OpenRow } from '../../core/ports/store/transfer.ts'
import type { CustodyLog } from '../../core/ports/store/custody.ts'
import type { Mongo } from './connection.ts'
import { jobIdOf, outboxIdOf, placeOf } from './place.ts'
import type { DeliveryDoc, JobDoc, OutboxDoc } from './shapes.ts'
import type { Table, Tables } from './table.ts'
import { fromNetworkDoc } from './networks.ts'
import { makeSettings } from './settings.ts'
import { fromStored } from './views.ts'
import type { Walk } from './walk.ts'

const PAGE = 500

/** What a move reads with. */
export type ReadParts = {
  readonly custody: CustodyLog
  readonly walk: Walk
  readonly settled: () => Promise<void>
}

/**
 * What is known of a row first lies under its key, what is known later under the key and a status,
 * see deliveries.ts.
 */
export const rowOf = (id: string): string => id.replace(/\.[a-z]+$/, '')

/** Of what is known of a row, the status that it has risen to. */
export const risen = (docs: readonly DeliveryDoc[]): DeliveryDoc | undefined =>
  docs.reduce<DeliveryDoc | undefined>(
    (best, doc) =>
      best === undefined || settledStatus(best.status, doc.status as Delivery['status']) !== best.status
        ? doc
        : best,
    undefined,
  )

const toDelivery = (docs: readonly DeliveryDoc[]): readonly Delivery[] => {
  const now = risen(docs)
  const place = now === undefined ? undefined : placeOf(rowOf(now._id))
  if (now === undefined || place === undefined) return []
  const receipt = risen(docs.filter((doc) => doc.receipt !== undefined))?.receipt
  const { speaker, status, attempts } = now
  const shown = {
    speaker,
    status: status as Delivery['status'],
    attempts,
    ...(receipt === undefined ? {} : { receipt }),
  }
  return [{ id: outboxIdOf(place), ...place, ...shown }]
}

const toOpenRow = ({ _id, order: _order, readyAt: _readyAt, sending, ...row }: OutboxDoc): OpenRow => ({
  id: outboxIdOf(row),
  ...row,
  status: sending ? 'sending' : 'queued',
})

const toJob = ({ _id, kind, caseId, dueAt, sealed, attempts }: JobDoc): readonly JobRow[] => {
  const place = placeOf(_id)
  return place === undefined ? [] : [{ id: jobIdOf(place), kind, caseId, dueAt, sealed, attempts }]
}

/** Reads records of each kind for a move, those that are not entries. */
export const makeReaders = (
  { server }: Mongo,
  tables: Tables,
  { custody, walk, settled }: ReadParts,
): { readonly [K in MovedKind]: () => AsyncIterable<Moved[K]> } => {
  const { entry, waiting, handled, outbox, delivery, job, finished, claim, chat } = tables

  /** Documents one after the other that belong together, as one. */
  const grouped = async function* <T>(
    docs: AsyncIterable<T>,
    keyOf: (doc: T) => string,
  ): AsyncIterable<readonly T[]> {
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
      const all = (await entry.find({}, { fields: ['cause'] }))
        .map(({ cause }) => cause)
        .filter((cause) => cause.startsWith('='))
      for (const cause of all.sort()) yield cause.slice(1)
      return
    }
    for (let after = '='; ;) {
      const page = await entry.find(
        { cause: { $gt: after, $lt: '>' } },
        { fields: ['cause'], sort: { cause: 1 }, limit: PAGE },
      )
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
    const all = server.indexed
      ? undefined
      : Map.groupBy(await tables.word.find({}), ({ caseId }) => caseId as string)
    for await (const { _id } of walk.docs(tables.case)) {
      const docs =
        all === undefined
          ? await tables.word.find({ caseId: _id }, { fields: ['token'] })
          : (all.get(_id) ?? [])
      if (docs.length > 0) yield { caseId: _id as CaseId, tokens: docs.map(({ token }) => token).toSorted() }
    }
  }

  return {
    cause: causes,
    handled: async function* () {
      for await (const { _id, receivedAt } of walk.docs(handled)) yield { id: _id as InboundId, receivedAt }
    },
    delivery: async function* () {
      await settled()
      for await (const docs of grouped(walk.docs(delivery), ({ _id }) => rowOf(_id))) yield* toDelivery(docs)
    },
    chat: async function* () {
      const chatOf = ({ _id }: { readonly _id: string }): ChatKey =>
        _id.slice(0, _id.lastIndexOf('#')) as ChatKey
      for await (const docs of grouped(walk.docs(chat), chatOf)) {
        const newest = docs.at(-1)
        if (newest !== undefined) yield { chatKey: chatOf(newest), caseId: newest.caseId }
      }
    },
    view: async function* () {
      await settled()
      for await (const doc of walk.docs(tables.case)) yield fromStored(doc)
    },
    network: async function* () {
      await settled()
      for await (const doc of walk.docs(tables.network)) yield fromNetworkDoc(doc)
    },
    words,
    lease: leases,
    setting: async function* () {
      yield* await makeSettings(tables.setting).list()
    },
    leaf: () => custody.leaves(0, Number.MAX_SAFE_INTEGER),
    checkpoint: () => custody.checkpoints(),
    waiting: waitingRows,
    outbox: openRows,
    job: jobs,
  }
}
