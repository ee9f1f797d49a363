import { gistOf, type Gist } from '../../policy/gist.ts'
import { expiresAt } from '../../policy/access/expiry.ts'
import { isFailure } from '../../base/failure.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import { marksOf } from '../casebook/dossier.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { openSummary, type Summary } from '../casebook/summary.ts'
import type { RowMarks } from '../casebook/dossier.ts'
import type { Instant } from '../../base/units.ts'

/**
 * A row of the queue. `preview`: the last words of the person. `gist`: what the case is about, of an
 * open one. `endsAt`: of an open case, when it is erased by itself as things stand.
 */
export type DeskRow = CaseRow &
  RowMarks & { readonly preview?: string; readonly gist?: Gist; readonly endsAt?: Instant }

/**
 * As the row shows it or newer. `broken` where its ledger was changed and does not open any more; a
 * queue must not stand still for that.
 */
export const stateOfRow = async (
  casebook: Pick<Casebook, 'load'>,
  { status, caseId, seq }: CaseRow,
): Promise<CaseState | 'erased' | 'broken'> => {
  if (status === 'erased') return 'erased'
  try {
    return await casebook.load(caseId, seq)
  } catch (error) {
    if (isErased(error)) return 'erased'
    if (isFailure(error, 'seal_broken') || isFailure(error, 'keys_missing')) return 'broken'
    throw error
  }
}

/** A row with what is sealed in it. */
export const showRow = async (
  ports: Pick<CasePorts, 'sealer' | 'access' | 'flow'>,
  casebook: Casebook,
  row: CaseRow,
): Promise<DeskRow> => {
  if (row.status === 'erased') return row
  try {
    const summary = openSummary(row, await ports.sealer.forCase(row.caseId))
    const words = summary.lastWords === '' ? {} : { preview: summary.lastWords }
    return {
      ...row,
      ...words,
      ...(summary.v === undefined ? await readMarks(ports, casebook, row) : shown(summary)),
    }
  } catch (error) {
    // One case that cannot be opened does not take the queue with it: it stands there without its words.
    if (isErased(error) || isFailure(error, 'keys_missing')) return row
    throw error
  }
}

/** Of a row that says less than one of today: until views are rebuilt, or something happens in the case. */
const readMarks = async (
  { access, flow }: Pick<CasePorts, 'access' | 'flow'>,
  casebook: Casebook,
  row: CaseRow,
) => {
  const state = row.status === 'closed' ? undefined : await stateOfRow(casebook, row)
  if (typeof state !== 'object') return {}
  const endsAt = expiresAt(access.retention, state)
  return {
    ...marksOf(flow.roles, state),
    gist: gistOf(flow, state),
    ...(endsAt === undefined ? {} : { endsAt }),
  }
}

/** What is sealed for the queue, without what is sealed for others. */
const shown = (summary: Summary): RowMarks & Pick<DeskRow, 'gist' | 'endsAt'> => {
  const { v: _, lastWords: __, origin: ___, figures: ____, ...row } = summary
  return row
}
