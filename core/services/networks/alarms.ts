import type { CaseId, NetworkId } from '../../base/ids.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { Instant } from '../../base/units.ts'
import { alarmedBy, isLive, openAlarms } from '../../model/network.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { SeeBound } from '../linkage/networks.ts'
import { LEAST_MEMBERS } from './arrange.ts'
import type { NetworkBook } from './book.ts'

/**
 * A case that came after a network was dismantled, and a case of it that it hangs together with. `key`: only
 * for who sees enough of the network to be shown it.
 */
export type SeenAlarm = {
  readonly row: CaseRow
  readonly to: CaseRow
  readonly at: Instant
  readonly key?: NetworkId
}

type Hidden = (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>

/**
 * Open alarms of a reader: of those cases alone that they may see, both of them. A network that was dissolved
 * raises none. Where alarms cannot be told that is written into the log, and there are none: a case and the
 * list of what waits are shown without them.
 */
export const makeAlarms = (
  { store, log }: Pick<CasePorts, 'store' | 'log'>,
  book: NetworkBook,
  { isHiddenRow, see }: { readonly isHiddenRow: Hidden; readonly see: SeeBound },
) => {
  const tell = async (reader: DeskAgent | undefined): Promise<readonly SeenAlarm[]> => {
    const seenOf = async (cases: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseRow>> => {
      const seen = new Map<CaseId, CaseRow>()
      for (const row of await store.views.byIds(cases))
        if (row.status !== 'erased' && !(await isHiddenRow(reader, row))) seen.set(row.caseId, row)
      return seen
    }
    const found: SeenAlarm[] = []
    for (const { state, live } of await book.all()) {
      const alarms = isLive(state) ? openAlarms(state) : []
      if (alarms.length === 0) continue
      const seen = await seenOf([...live, ...alarms.map((one) => one.case)])
      const inSight = live.filter((one) => seen.has(one))
      const isShown = inSight.length >= LEAST_MEMBERS
      for (const { case: caseId, to, at } of alarms) {
        const row = seen.get(caseId)
        const bound = row === undefined || live.includes(to) ? undefined : await see(reader, [caseId])
        const isBound = (one: CaseId): boolean => bound?.bonds.get(caseId)?.has(one) === true
        const by = alarmedBy({ to }, { live, seen: inSight }, isBound)
        const other = by === undefined ? undefined : seen.get(by)
        if (row !== undefined && other !== undefined)
          found.push({ row, to: other, at, ...(isShown ? { key: state.networkId } : {}) })
      }
    }
    return found
  }
  return async (reader: DeskAgent | undefined): Promise<readonly SeenAlarm[]> => {
    try {
      return await tell(reader)
    } catch (error) {
      log.error('what came after a network was dismantled cannot be told', { error })
      return []
    }
  }
}
