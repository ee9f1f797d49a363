import type { Chats } from '../../core/ports/store/chats.ts'
import { settledStatus } from '../../core/ports/store/outbox.ts'
import type { Delivery, Moved, MovedKind, Transfer } from '../../core/ports/store/transfer.ts'
import type { Mongo } from './connection.ts'
import { toCheckpointDoc, toLeafDoc } from './custody.ts'
import type { Stamp } from './order.ts'
import { keyOf } from './place.ts'
import { replaceSettings } from './settings.ts'
import type { DeliveryDoc } from './shapes.ts'
import type { Tables } from './table.ts'
import { toStored } from './views.ts'
import { makeReaders, risen, rowOf, type ReadParts } from './transfer-reads.ts'

const LATER = ['sent', 'delivered', 'read'] as const

export type RecordParts = ReadParts & {
  readonly chats: Chats
  readonly stamp: Stamp
  readonly writeCauses: (causes: readonly string[]) => Promise<void>
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

/** Records that are not entries. */
export const makeRecords = (
  mongo: Mongo,
  tables: Tables,
  { chats, custody, stamp, walk, settled, writeCauses }: RecordParts,
): Pick<Transfer, 'read' | 'write' | 'remove' | 'clear'> => {
  const { waiting, handled, outbox, delivery, job, claim, chat } = tables
  const readers = makeReaders(mongo, tables, { custody, walk, settled })

  const writeHandled = async (list: readonly Moved['handled'][]): Promise<void> => {
    const refused = await handled.insert(list.map(({ id, receivedAt }) => ({ _id: id, receivedAt })))
    const others = list.filter(({ id }) => refused.has(id))
    await handled.changeMany(others.map(({ id, receivedAt }) => ({ id, change: { $set: { receivedAt } } })))
    await waiting.drop(list.map(({ id }) => id))
  }

  const writeDeliveries = async (list: readonly Delivery[]): Promise<void> => {
    const keyed = new Map(
      list.flatMap((row) => (keyOf(row.id) === undefined ? [] : [[keyOf(row.id) ?? '', row] as const])),
    )
    const refused = await delivery.insert([...keyed].map(([key, row]) => fromDelivery(key, row)))
    const keys = [...refused].flatMap((key) => [key, ...LATER.map((status) => `${key}.${status}`)])
    const known = Map.groupBy((await delivery.byIds(keys)).values(), ({ _id }) => rowOf(_id))
    const later = [...refused].flatMap((key) => {
      const row = keyed.get(key)
      const now = risen(known.get(key) ?? [])
      const rises =
        row !== undefined && now !== undefined && settledStatus(now.status, row.status) !== now.status
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
    network: async (list) => {
      await tables.network.drop(list.map(({ networkId }) => networkId))
      await tables.network.insert(list.map(({ networkId, ...row }) => ({ _id: networkId, row })))
    },
    words: async (list) => {
      await tables.word.dropWhere({ caseId: { $in: list.map(({ caseId }) => caseId) } })
      await tables.word.insert(
        list.flatMap(({ caseId, tokens }) =>
          tokens.map((token) => ({ _id: `${token}.${caseId}`, token, caseId })),
        ),
      )
    },
    lease: async (list) => {
      await claim.dropWhere({ kind: 'lease', key: { $in: list.map(({ name }) => name) } })
      await claim.insert(
        list.map(({ name, owner, until }) => ({
          _id: `moved.${name}`,
          kind: 'lease',
          key: name,
          owner,
          until,
        })),
      )
    },
    setting: (list) => replaceSettings(tables.setting, list),
    leaf: async (list) => void (await tables.leaf.insert(list.map(toLeafDoc))),
    checkpoint: async (list) => void (await tables.checkpoint.insert(list.map(toCheckpointDoc))),
    waiting: async (list) =>
      void (await waiting.insert(list.map(({ id, ...row }) => ({ _id: id, ...row, order: stamp.next() })))),
    outbox: async (list) =>
      void (await outbox.insert(
        list.flatMap(({ id, status, ...row }) => {
          const key = keyOf(id)
          return key === undefined
            ? []
            : [{ _id: key, ...row, order: stamp.next(), readyAt: row.dueAt, sending: status === 'sending' }]
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
      else if (kind === 'network') await tables.network.drop(keys)
      else await (kind === 'view' ? tables.case : handled).drop(keys)
    },
    clear: async (kind) => {
      const [table, claims] = clears[kind]
      await table.dropWhere({})
      await claim.dropWhere({ kind: claims })
    },
  }
}
