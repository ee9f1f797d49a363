import type { DatabaseSync } from 'node:sqlite'
import type { CaseId, NetworkId, Sha256Hex } from '../../core/base/ids.ts'
import type { NetworkRow, Networks } from '../../core/ports/store/networks.ts'
import type { Writer } from './writer.ts'

export type NetworkTable = {
  readonly port: Networks
  /** Inside a change. */
  readonly put: (row: NetworkRow) => void
  readonly leave: (caseId: CaseId) => void
  readonly drop: (networkId: NetworkId) => void
}

type Stored = { readonly networkId: NetworkId; readonly seq: number; readonly hash: Sha256Hex }

const NETWORK = 'network_id AS networkId, seq, hash'

export const makeNetworks = (
  db: DatabaseSync,
  { write, read }: Pick<Writer, 'write' | 'read'>,
): NetworkTable => {
  const one = db.prepare(`SELECT ${NETWORK} FROM network WHERE network_id = ?`)
  const all = db.prepare(`SELECT ${NETWORK} FROM network ORDER BY network_id`)
  const having = db.prepare(`
    SELECT ${NETWORK} FROM network WHERE network_id IN (
      SELECT network_case.network_id FROM json_each(?) AS asked JOIN network_case ON case_id = asked.value)
    ORDER BY network_id`)
  const members = db.prepare(
    'SELECT case_id AS caseId FROM network_case WHERE network_id = ? ORDER BY case_id',
  )
  const keep = db.prepare(`
    INSERT INTO network (network_id, seq, hash) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash WHERE excluded.seq >= network.seq`)
  const empty = db.prepare('DELETE FROM network_case WHERE network_id = ?')
  const fill = db.prepare(`
    INSERT INTO network_case (case_id, network_id)
    SELECT DISTINCT value, ?1 FROM json_each(?2)
    WHERE NOT EXISTS (SELECT 1 FROM case_row WHERE case_id = value AND status = 'erased')`)
  const leave = db.prepare('DELETE FROM network_case WHERE case_id = ?')
  const drop = db.prepare('DELETE FROM network WHERE network_id = ?')
  const clear = [db.prepare('DELETE FROM network_case'), db.prepare('DELETE FROM network')]

  const whole = ({ networkId, seq, hash }: Stored): NetworkRow => ({
    networkId,
    seq,
    hash,
    members: (members.all(networkId) as { caseId: CaseId }[]).map(({ caseId }) => caseId),
  })
  const put = ({ networkId, seq, hash, members: cases }: NetworkRow): void => {
    if (keep.run(networkId, seq, hash).changes === 0) return
    empty.run(networkId)
    fill.run(networkId, JSON.stringify(cases))
  }

  const port: Networks = {
    byId: (networkId) =>
      read(() => {
        const row = one.get(networkId) as Stored | undefined
        return row === undefined ? undefined : whole(row)
      }),
    list: () => read(() => (all.all() as Stored[]).map(whole)),
    having: (cases) => read(() => (having.all(JSON.stringify(cases)) as Stored[]).map(whole)),
    put: (row) => write(() => put(row)),
    clear: () => write(() => clear.forEach((statement) => void statement.run())),
  }
  return {
    port,
    put,
    leave: (caseId) => void leave.run(caseId),
    drop: (networkId) => {
      empty.run(networkId)
      drop.run(networkId)
    },
  }
}
