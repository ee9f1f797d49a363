import type { CaseId, NetworkId } from '../../core/base/ids.ts'
import type { NetworkRow, Networks } from '../../core/ports/store/networks.ts'

const byIdOf = (a: NetworkRow, b: NetworkRow): number => (a.networkId < b.networkId ? -1 : 1)

/** `isErased`: whether the row of a case says so. */
export const makeNetworks = (
  isErased: (caseId: CaseId) => boolean,
): {
  readonly port: Networks
  readonly rows: Map<NetworkId, NetworkRow>
  readonly put: (row: NetworkRow) => void
  readonly leave: (caseId: CaseId) => void
} => {
  const rows = new Map<NetworkId, NetworkRow>()
  const all = (): readonly NetworkRow[] => [...rows.values()].toSorted(byIdOf)
  const put = ({ members, ...row }: NetworkRow): void => {
    if ((rows.get(row.networkId)?.seq ?? 0) <= row.seq)
      rows.set(row.networkId, {
        ...row,
        members: [...new Set(members)].filter((one) => !isErased(one)).toSorted(),
      })
  }
  const port: Networks = {
    byId: async (networkId) => rows.get(networkId),
    list: async () => all(),
    having: async (cases) => all().filter(({ members }) => members.some((one) => cases.includes(one))),
    put: async (row) => put(row),
    clear: async () => rows.clear(),
  }
  return {
    port,
    rows,
    put,
    leave: (caseId) => {
      for (const [id, row] of rows)
        if (row.members.includes(caseId))
          rows.set(id, { ...row, members: row.members.filter((one) => one !== caseId) })
    },
  }
}
