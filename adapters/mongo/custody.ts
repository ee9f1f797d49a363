import type { CaseId } from '../../core/base/ids.ts'
import type { CaseHead, Checkpoint, CustodyLog, Leaf } from '../../core/ports/store/custody.ts'
import { logKey } from '../../core/ports/store/transfer.ts'
import type { Mongo } from './connection.ts'
import { entryKey } from './place.ts'
import type { CheckpointDoc, LeafDoc } from './shapes.ts'
import type { Table, Tables } from './table.ts'
import type { Walk } from './walk.ts'

const PAGE = 500

export const toLeafDoc = ({ index, caseId, seq, hash, leaf }: Leaf): LeafDoc => ({
  _id: logKey(index),
  entry: entryKey(caseId, seq),
  caseId,
  seq,
  hash,
  leaf,
})
const fromLeafDoc = ({ _id, caseId, seq, hash, leaf }: LeafDoc): Leaf => ({
  index: Number(_id),
  caseId,
  seq,
  hash,
  leaf,
})

export const toCheckpointDoc = ({ no, ...checkpoint }: Checkpoint): CheckpointDoc => ({
  _id: logKey(no),
  ...checkpoint,
})
const fromCheckpointDoc = ({
  _id,
  size,
  root,
  peaks,
  at,
  text,
  publicKey,
  stamps,
}: CheckpointDoc): Checkpoint => ({
  no: Number(_id),
  size,
  root,
  peaks,
  at,
  text,
  publicKey,
  stamps: stamps.map(({ anchor, at: stampedAt, token, certificates }) => ({
    anchor,
    at: stampedAt,
    token,
    certificates,
  })),
})

/**
 * A place in the log is the `_id` of its document, so who gets it is decided by an insert; a page
 * of leaves is inserted in order, up to the first that is refused, so the log has no holes whoever
 * is interrupted.
 */
export const makeCustody = (
  { server }: Mongo,
  { leaf: leaves, checkpoint: checkpoints, case: cases, network: networks, entry: entries }: Tables,
  walk: Walk,
): CustodyLog => {
  const next = async (table: Table<LeafDoc> | Table<CheckpointDoc>): Promise<number> => {
    const [newest] = await table.find({}, { fields: [], sort: { _id: -1 }, limit: 1 })
    return newest === undefined ? 0 : Number(newest._id) + 1
  }

  /** A page where an index serves ranges; else all at once, for each page would read the whole collection. */
  const ranged = async function* <T extends LeafDoc | CheckpointDoc>(
    table: Table<T>,
    from: number,
    to: number,
  ): AsyncIterable<T> {
    for (let at = from; at < to;) {
      const found = await table.find(
        { _id: { $gte: logKey(at), $lt: logKey(to) } },
        { sort: { _id: 1 }, ...(server.indexed ? { limit: PAGE } : {}) },
      )
      yield* found
      const last = found.at(-1)
      if (last === undefined || !server.indexed) return
      at = Number(last._id) + 1
    }
  }

  /**
   * Of these heads those that are no leaf, with the hash that the ledger has. A row of the queue
   * may be ahead of what is with a majority: then it waits.
   */
  const notLogged = async (
    page: readonly { readonly caseId: CaseId; readonly seq: number }[],
  ): Promise<readonly CaseHead[]> => {
    const keyed = new Map(page.map((head) => [entryKey(head.caseId, head.seq), head]))
    const logged = await leaves.find({ entry: { $in: [...keyed.keys()] } }, { fields: ['entry'] })
    for (const { entry } of logged) keyed.delete(entry)
    const found = await entries.byIds([...keyed.keys()], ['hash'])
    return [...keyed].flatMap(([key, head]) => {
      const entry = found.get(key)
      return entry === undefined ? [] : [{ ...head, hash: entry.hash }]
    })
  }

  return {
    append: async (expectedSize, added) => {
      if ((await next(leaves)) !== expectedSize) return 'moved'
      if (added.length === 0) return 'done'
      const docs = added.map((leaf, i) => toLeafDoc({ ...leaf, index: expectedSize + i }))
      return (await leaves.insertInOrder(docs)) === docs.length ? 'done' : 'moved'
    },
    size: () => next(leaves),
    leaves: async function* (from, to) {
      for await (const doc of ranged(leaves, from, Math.min(to, await next(leaves)))) yield fromLeafDoc(doc)
    },
    leafOf: async (caseId, seq) => {
      // The end of every key of a case, as '/' follows '.'.
      const [doc] = await leaves.find(
        { entry: { $gte: entryKey(caseId, seq), $lt: `${caseId}/` } },
        { sort: { entry: 1 }, limit: 1 },
      )
      return doc === undefined ? undefined : fromLeafDoc(doc)
    },
    changed: async function* () {
      let page: { caseId: CaseId; seq: number }[] = []
      for await (const { _id, row } of walk.docs(cases)) {
        page.push({ caseId: _id as CaseId, seq: row.seq })
        if (page.length < PAGE) continue
        yield* await notLogged(page)
        page = []
      }
      for await (const { _id, row } of walk.docs(networks)) page.push({ caseId: _id, seq: row.seq })
      if (page.length > 0) yield* await notLogged(page)
    },
    keep: async (checkpoint) => {
      if ((await next(checkpoints)) !== checkpoint.no) return 'moved'
      return (await checkpoints.insert([toCheckpointDoc(checkpoint)])).size === 0 ? 'done' : 'moved'
    },
    latest: async () => {
      const [doc] = await checkpoints.find({}, { sort: { _id: -1 }, limit: 1 })
      return doc === undefined ? undefined : fromCheckpointDoc(doc)
    },
    covering: async (size) => {
      const [doc] = await checkpoints.find({ size: { $gte: size } }, { sort: { _id: 1 }, limit: 1 })
      return doc === undefined ? undefined : fromCheckpointDoc(doc)
    },
    checkpoints: async function* (no = -1) {
      for await (const doc of ranged(checkpoints, no + 1, await next(checkpoints)))
        yield fromCheckpointDoc(doc)
    },
  }
}
