import type { CaseId, JobId, OutboxId } from '../../core/base/ids.ts'

/** Most outbox rows, and most jobs, of one entry. The migrations know this number too; it never changes. */
const ROWS_MAX = 1024

/**
 * The number of an entry's row or job in its table: found through the chain, so that those tables
 * need no index by id.
 */
export const rowNo = (entryNo: number, n: number): number => {
  if (!(n >= 0 && n < ROWS_MAX)) throw new RangeError(`an entry has at most ${ROWS_MAX} rows of a kind`)
  return entryNo * ROWS_MAX + n
}
export const rowN = (no: number): number => no % ROWS_MAX

/** For SQL: the first number of the rows of the entry `entry_no`, and the one after the last. */
export const FIRST_NO = `entry_no * ${ROWS_MAX}`
export const END_NO = `(entry_no + 1) * ${ROWS_MAX}`
/** For SQL: the number of the row of (case, seq, n). */
export const NO_OF = `(SELECT ${FIRST_NO} + ?3 FROM chain WHERE case_id = ?1 AND seq = ?2 AND ?3 < ${ROWS_MAX})`

/** An id is `<caseId>.<seq>.<n>`; of anything else, a place where nothing is. */
export const placeOf = (id: OutboxId | JobId): readonly [caseId: CaseId, seq: number, n: number] => {
  const [caseId = '', seq = '', n = ''] = id.split('.')
  return [caseId as CaseId, Number(seq), Number(n)]
}
