import type { CaseId, Sha256Hex } from '../../core/base/ids.ts'
import type { Entry } from '../../core/ports/store/ledger.ts'
import type { Head, Span, Transfer } from '../../core/ports/store/transfer.ts'
import type { Mongo } from './connection.ts'
import type { Finisher } from './finisher.ts'
import { entryKey } from './place.ts'
import type { EntryDoc } from './shapes.ts'
import type { Tables } from './table.ts'
import { makeRecords, type RecordParts } from './transfer-records.ts'
import { makeWalk } from './walk.ts'

/** Positions of a run of the feed, see feed.ts. */
const RUN = 1024
const DIGITS = 12
const WORK = ['chat', 'send', 'job'] as const

const NOTHING = new Uint8Array()

/** The batch of what was moved here: nothing is left to be spread of it. */
const MOVED = 'moved'

const toDoc = ({ caseId, seq, ...entry }: Entry): EntryDoc => {
  const _id = entryKey(caseId, seq)
  return {
    _id,
    caseId,
    seq,
    ...entry,
    cause: `~${_id}`,
    batch: MOVED,
    ...(seq === 1 ? { first: caseId } : {}),
  }
}

/**
 * A cause of an entry that is not known: a document among the entries without a place in any chain,
 * for it is their index of causes that refuses a second one. No id of an entry begins like its.
 */
const causeDoc = (cause: string): EntryDoc => ({
  _id: `=${cause}`,
  cause: `=${cause}`,
  batch: MOVED,
  caseId: '' as CaseId,
  seq: 0,
  header: '',
  sealed: NOTHING,
  prev: '' as Sha256Hex,
  hash: '' as Sha256Hex,
})

const same = (a: Omit<Entry, 'caseId'>, b: Omit<Entry, 'caseId'>): boolean =>
  a.header === b.header && a.prev === b.prev && a.hash === b.hash && Buffer.compare(a.sealed, b.sealed) === 0

const keysOf = ({ caseId, after, to }: Span): readonly string[] =>
  Array.from({ length: Math.max(0, to - after) }, (_, i) => entryKey(caseId, after + i + 1))

const placeOf = (id: string): { readonly caseId: CaseId; readonly seq: number } | undefined => {
  const parts = /^([^=].*)\.(\d+)$/.exec(id)
  return parts === null ? undefined : { caseId: parts[1] as CaseId, seq: Number(parts[2]) }
}

type Parts = Omit<RecordParts, 'walk' | 'settled' | 'writeCauses'> & { readonly finisher: Finisher }

export const makeTransfer = (mongo: Mongo, tables: Tables, { finisher, ...parts }: Parts): Transfer => {
  const { entry: entries, feed, claim } = tables
  const walk = makeWalk(mongo)

  /** What processes that died had left undone is done by now. */
  const settled = async (): Promise<void> => {
    const left = await tables.spread.find({}, { fields: [] })
    await Promise.all(left.map(({ _id }) => finisher.ensure(_id)))
  }

  const heads = async function* (): AsyncIterable<Head> {
    await settled()
    let head: Head | undefined
    for await (const id of walk.ids(entries)) {
      const place = placeOf(id)
      if (place === undefined) continue
      if (head !== undefined && head.caseId !== place.caseId) yield head
      const before: Head = head?.caseId === place.caseId ? head : { caseId: place.caseId, seq: 0, entries: 0 }
      head = {
        ...before,
        seq: before.seq === place.seq - 1 ? place.seq : before.seq,
        entries: before.entries + 1,
      }
    }
    if (head !== undefined) yield head
  }

  const writeEntries = async (list: readonly Entry[]): Promise<readonly Entry[]> => {
    const refused = await entries.insert(list.map(toDoc))
    if (refused.size === 0) return []
    const there = await entries.byIds([...refused])
    return list.filter((each) => {
      const doc = there.get(entryKey(each.caseId, each.seq))
      return doc !== undefined && !same(doc, each)
    })
  }

  const records = makeRecords(mongo, tables, {
    ...parts,
    walk,
    settled,
    writeCauses: async (causes) => void (await entries.insert(causes.map(causeDoc))),
  })

  return {
    heads,
    readEntries: async function* (spans) {
      for await (const doc of walk.some(entries, spans.flatMap(keysOf))) {
        const { caseId, seq, header, sealed, prev, hash } = doc
        yield { caseId, seq, header, sealed, prev, hash }
      }
    },
    writeEntries,
    read: records.read,
    write: records.write,
    remove: records.remove,
    clear: records.clear,
    claimed: async (now) =>
      (await claim.find({ kind: { $in: WORK }, until: { $gt: now } }, { fields: [], limit: 1 })).length > 0,
    restartFeed: async (above) => {
      const [newest] = await feed.find({}, { fields: [], sort: { _id: -1 }, limit: 1 })
      const no = Math.max(Number(newest?._id ?? 0), Math.floor(above / RUN)) + 1
      // A run whose items were all forgotten. Its stamp is above those of all rows that were written here.
      const _id = String(no).padStart(DIGITS, '0')
      await feed.insert([
        { _id, key: `${MOVED}.${no}`, stamp: parts.stamp.next(), count: 1, from: 1, items: [] },
      ])
      await feed.dropWhere({ _id: { $lt: _id } })
    },
  }
}
