import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { stateOfRow } from '../agents/queue.ts'
import { openSummary } from '../casebook/summary.ts'
import type { CaseFilter, CaseRow } from '../../ports/store/views.ts'
import { figuresOf, type Figures } from '../../policy/figures.ts'
import type { CountedCase } from './tally.ts'

/** Rows read at once: as many as a store gives. */
const PAGE = 200

type GatherPorts = Pick<CasePorts, 'flow' | 'store' | 'sealer'>

/** Of rows written before figures were sealed in them the case itself is read. */
const figuresOfRow = async (
  ports: GatherPorts,
  casebook: Casebook,
  row: CaseRow,
): Promise<Figures | undefined> => {
  try {
    const summary = openSummary(row, await ports.sealer.forCase(row.caseId))
    if (summary.v !== undefined) return summary.figures
    const state = await stateOfRow(casebook, row)
    return typeof state === 'object' ? figuresOf(ports.flow.roles, state) : undefined
  } catch (error) {
    if (isErased(error)) return undefined
    throw error
  }
}

/** Of a row what says who may see it. */
export type SeenRow = Pick<CaseRow, 'team' | 'copies' | 'assignee'>

export type Gathered = {
  readonly cases: readonly CountedCase[]
  /** Those of which nothing is left to count. */
  readonly erased: readonly SeenRow[]
}

/**
 * Every case that still opens, as it counts, and the erased ones beside them. Reads rows only, never
 * what somebody said. Cases that were brought in are in none: they came in no week of ours.
 */
export const gather = async (
  ports: GatherPorts,
  casebook: Casebook,
  filter: CaseFilter = {},
): Promise<Gathered> => {
  const cases: CountedCase[] = []
  const erased: SeenRow[] = []
  let cursor: string | undefined
  do {
    const page = await ports.store.views.list(filter, {
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const row of page.rows) {
      const { severity, team, copies, assignee, channel, language, status, openedAt } = row
      const seen: SeenRow = { team, copies, ...(assignee === undefined ? {} : { assignee }) }
      const figures = status === 'erased' ? undefined : await figuresOfRow(ports, casebook, row)
      if (figures?.elsewhere === true) continue
      if (figures !== undefined)
        cases.push({ ...seen, severity, channel, language, status, openedAt, figures })
      else if (status === 'erased') erased.push(seen)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return { cases, erased }
}
