import { jobId, outboxId, type CaseId, type JobId, type OutboxId } from '../../core/base/ids.ts'

/**
 * Digits of a seq, and of the number of a row within its entry (below 1024). Padded, so that the
 * order of ids is the order of entries and rows.
 */
const SEQ = 9
const N = 4

export const entryKey = (caseId: CaseId, seq: number): string => `${caseId}.${String(seq).padStart(SEQ, '0')}`

/** Of an outbox row or a job. */
export const rowKey = (caseId: CaseId, seq: number, n: number): string =>
  `${entryKey(caseId, seq)}.${String(n).padStart(N, '0')}`

export type EntryPlace = { readonly caseId: CaseId; readonly seq: number; readonly n: number }

/** Where a row or job stands; nothing where the id is none of ours. */
export const placeOf = (id: string): EntryPlace | undefined => {
  const parts = /^(.+)\.(\d{1,9})\.(\d{1,4})$/.exec(id)
  return parts === null
    ? undefined
    : { caseId: parts[1] as CaseId, seq: Number(parts[2]), n: Number(parts[3]) }
}

/** The key of a row or job. */
export const keyOf = (id: OutboxId | JobId): string | undefined => {
  const place = placeOf(id)
  return place === undefined ? undefined : rowKey(place.caseId, place.seq, place.n)
}

export const outboxIdOf = ({ caseId, seq, n }: EntryPlace): OutboxId => outboxId(caseId, seq, n)
export const jobIdOf = ({ caseId, seq, n }: EntryPlace): JobId => jobId(caseId, seq, n)
