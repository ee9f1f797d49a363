import type { CaseFilter, CaseRow } from '../../ports/store/views.ts'
import { isInSight } from '../../policy/visibility/sight.ts'

/** What a filter means; engines ask the same of their own indexes. */
export const fitsFilter = (row: CaseRow, filter: CaseFilter): boolean =>
  (filter.status?.includes(row.status) ?? true) &&
  (filter.severity?.includes(row.severity) ?? true) &&
  (filter.team === undefined || filter.team === row.team || row.copies.includes(filter.team)) &&
  (filter.assignee ?? row.assignee) === row.assignee &&
  (filter.language ?? row.language) === row.language &&
  (filter.from === undefined || row.lastAt >= filter.from) &&
  (filter.to === undefined || row.openedAt < filter.to) &&
  (filter.sight === undefined || isInSight(filter.sight, row)) &&
  row.code.startsWith(filter.code ?? '')
