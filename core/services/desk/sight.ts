import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { Casebook } from '../casebook/casebook.ts'
import type { DeskAgent } from '../../base/member.ts'
import { conflicts } from '../../policy/visibility/conflict.ts'
import { stateOfRow } from '../agents/queue.ts'
import { isInSight, isOutOfSight, sightOf } from '../../policy/visibility/sight.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseFilter, CaseRow, Views } from '../../ports/store/views.ts'
import type { OfficePorts } from '../casebook/ports.ts'

/**
 * What of the cases one reader gets to see. A case that is hidden from them is to them as if it
 * were not there.
 */
export type Sight = {
  readonly rowOfCode: (code: CaseCode) => Promise<CaseRow | undefined>
  readonly isHidden: (agent: DeskAgent | undefined, state: CaseState) => boolean
  readonly isHiddenRow: (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>
  /** A page without what the reader must not see; the first that has something, or the last. */
  readonly seen: (
    filter: CaseFilter,
    page: { readonly limit: number; readonly cursor?: string },
    reader: DeskAgent | undefined,
  ) => ReturnType<Views['list']>
  readonly stateSeen: (code: CaseCode, reader: DeskAgent | undefined) => Promise<CaseState | undefined>
  readonly rowSeen: (code: CaseCode, agent: DeskAgent) => Promise<CaseRow | undefined>
  /** Codes of those that the reader may see, in this order; of what was erased none is left to lead to. */
  readonly codesSeen: (
    cases: readonly CaseId[],
    reader: DeskAgent | undefined,
  ) => Promise<ReadonlyMap<CaseId, CaseCode>>
}

export const makeSight = (
  ports: Pick<OfficePorts, 'flow' | 'store' | 'roster'>,
  casebook: Casebook,
): Sight => {
  const rowOfCode: Sight['rowOfCode'] = (code) => ports.store.views.byCode(code)

  const isHidden = (agent: DeskAgent | undefined, state: CaseState): boolean => {
    if (isOutOfSight(agent, state)) return true
    const conflict = agent === undefined ? undefined : ports.roster?.conflictOf(agent)
    return conflict !== undefined && conflicts(ports.flow.roles, conflict, state)
  }

  /** An erased case shows nothing of anybody; of one that does not open nobody knows whose it is. */
  const isHiddenRow = async (reader: DeskAgent | undefined, row: CaseRow): Promise<boolean> => {
    const sight = sightOf(reader)
    if (sight !== undefined && !isInSight(sight, row)) return true
    if (reader === undefined || ports.roster?.conflictOf(reader) === undefined) return false
    const state = await stateOfRow(casebook, row)
    return typeof state === 'object' ? isHidden(reader, state) : state === 'broken'
  }

  const seen = async (
    filter: CaseFilter,
    page: { readonly limit: number; readonly cursor?: string },
    reader: DeskAgent | undefined,
  ): ReturnType<typeof ports.store.views.list> => {
    const sight = sightOf(reader)
    const found = await ports.store.views.list(sight === undefined ? filter : { ...filter, sight }, page)
    if (reader === undefined || ports.roster?.conflictOf(reader) === undefined) return found
    const hidden = await Promise.all(found.rows.map((row) => isHiddenRow(reader, row)))
    const rows = found.rows.filter((_, i) => hidden[i] === false)
    return rows.length === 0 && found.cursor !== undefined
      ? seen(filter, { ...page, cursor: found.cursor }, reader)
      : { ...found, rows }
  }

  const stateSeen = async (code: CaseCode, reader: DeskAgent | undefined): Promise<CaseState | undefined> => {
    const row = await rowOfCode(code)
    const state = row === undefined ? undefined : await stateOfRow(casebook, row)
    return typeof state !== 'object' || isHidden(reader, state) ? undefined : state
  }
  const rowSeen = async (code: CaseCode, agent: DeskAgent): Promise<CaseRow | undefined> => {
    const row = await rowOfCode(code)
    return row === undefined || (await isHiddenRow(agent, row)) ? undefined : row
  }

  const codesSeen: Sight['codesSeen'] = async (cases, reader) => {
    const rows = await ports.store.views.byIds(cases)
    const shown = await Promise.all(
      rows.map(async (row) => row.status !== 'erased' && !(await isHiddenRow(reader, row))),
    )
    const codes = new Map(rows.filter((_, i) => shown[i]).map(({ caseId, code }) => [caseId, code]))
    return new Map(
      cases.flatMap((caseId) => {
        const code = codes.get(caseId)
        return code === undefined ? [] : [[caseId, code] as const]
      }),
    )
  }

  return { rowOfCode, isHidden, isHiddenRow, seen, stateSeen, rowSeen, codesSeen }
}
