import type { CaseId } from '../../core/base/ids.ts'
import type { NetworkRow, Networks } from '../../core/ports/store/networks.ts'
import type { NetworkDoc } from './shapes.ts'
import type { Tables } from './table.ts'

export type NetworkTable = {
  readonly port: Networks
  readonly keep: (rows: readonly NetworkRow[]) => Promise<void>
  readonly leave: (caseId: CaseId) => Promise<void>
}

export const fromNetworkDoc = ({ _id, row: { seq, hash, members } }: NetworkDoc): NetworkRow => ({
  networkId: _id,
  seq,
  hash,
  members,
})

export const makeNetworks = ({ network, case: cases }: Pick<Tables, 'network' | 'case'>): NetworkTable => {
  const leave = async (caseId: CaseId): Promise<void> => {
    const having = await network.find({ 'row.members': caseId }, { fields: [] })
    await network.changeMany(
      having.map(({ _id }) => ({ id: _id, change: { $pull: { 'row.members': caseId } } })),
    )
  }

  /** Seq first: `$max` compares the fields in their order. What came late to a case that was erased goes again. */
  const keep = async (rows: readonly NetworkRow[]): Promise<void> => {
    if (rows.length === 0) return
    await network.changeMany(
      rows.map(({ networkId, seq, hash, members }) => ({
        id: networkId,
        change: { $max: { row: { seq, hash, members: [...new Set(members)].toSorted() } } },
      })),
      { upsert: true },
    )
    const all = [...new Set(rows.flatMap(({ members }) => members))]
    const docs = await cases.byIds(all)
    for (const one of all) if (docs.get(one)?.row.status === 'erased') await leave(one)
  }

  const port: Networks = {
    byId: async (networkId) => {
      const doc = await network.byId(networkId)
      return doc === undefined ? undefined : fromNetworkDoc(doc)
    },
    list: async () => (await network.find({}, { sort: { _id: 1 } })).map(fromNetworkDoc),
    having: async (asked) =>
      (await network.find({ 'row.members': { $in: asked } }, { sort: { _id: 1 } })).map(fromNetworkDoc),
    put: (row) => keep([row]),
    clear: async () => void (await network.dropWhere({})),
  }
  return { port, keep, leave }
}
