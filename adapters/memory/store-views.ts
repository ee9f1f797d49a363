import type { CaseId } from '../../core/base/ids.ts'
import { fitsFilter } from '../../core/services/agents/filter.ts'
import type { CaseRow, CaseStatus, Views } from '../../core/ports/store/views.ts'

type Place = Pick<CaseRow, 'severity' | 'waitingSince' | 'lastAt' | 'caseId'>

const compareValues = <T extends string | number>(a: T, b: T): number => (a === b ? 0 : a < b ? -1 : 1)

/** Severity, then those who wait, longest first, then the others, newest first, then the id. */
const compare = (a: Place, b: Place): number =>
  compareValues(a.severity, b.severity) ||
  compareValues(a.waitingSince ?? Infinity, b.waitingSince ?? Infinity) ||
  (a.waitingSince === undefined ? compareValues<number>(b.lastAt, a.lastAt) : 0) ||
  compareValues<string>(a.caseId, b.caseId)

/** The place of a row is kept in the cursor itself: the row may have moved by the time of the next page. */
const toCursor = ({ severity, waitingSince, lastAt, caseId }: Place): string =>
  JSON.stringify({ severity, waitingSince, lastAt, caseId })
const fromCursor = (cursor: string): Place | undefined => {
  try {
    const place = JSON.parse(cursor) as Place
    return typeof place.severity === 'string' ? place : undefined
  } catch {
    return undefined
  }
}

export const makeViews = (): {
  readonly port: Views
  readonly rows: Map<CaseId, CaseRow>
  readonly put: (row: CaseRow) => void
} => {
  const rows = new Map<CaseId, CaseRow>()
  const put = (row: CaseRow): void => {
    if ((rows.get(row.caseId)?.seq ?? 0) <= row.seq) rows.set(row.caseId, row)
  }

  const port: Views = {
    list: async (filter, { limit, cursor }) => {
      const after = cursor === undefined ? undefined : fromCursor(cursor)
      if (cursor !== undefined && after === undefined) return { rows: [], stray: true }
      const found = [...rows.values()]
        .filter((row) => fitsFilter(row, filter) && (after === undefined || compare(row, after) > 0))
        .sort(compare)
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return last === undefined || found.length <= limit
        ? { rows: page }
        : { rows: page, cursor: toCursor(last) }
    },
    byCode: async (code) => [...rows.values()].find((row) => row.code === code),
    byId: async (caseId) => rows.get(caseId),
    byIds: async (cases) => [...new Set(cases)].flatMap((caseId) => rows.get(caseId) ?? []),
    counts: async () => {
      const counts: Record<CaseStatus, number> = { bot: 0, waiting: 0, agent: 0, closed: 0, erased: 0 }
      for (const row of rows.values()) counts[row.status]++
      return counts
    },
    openCounts: async (of) => {
      const counts = { bot: 0, waiting: 0, agent: 0 }
      for (const row of rows.values())
        if (row.status in counts && fitsFilter(row, of)) counts[row.status as keyof typeof counts]++
      return counts
    },
    marked: async (marks, limit) =>
      [...rows.values()]
        .filter((row) => row.marks.some((mark) => marks.includes(mark)))
        .map((row) => row.caseId)
        .slice(0, limit),
    clear: async () => rows.clear(),
    put: async (row) => put(row),
  }
  return { port, rows, put }
}
