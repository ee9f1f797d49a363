import type { DatabaseSync } from 'node:sqlite'
import { jobId, type JobId } from '../../core/base/ids.ts'
import type { JobRow, Jobs, NewJob } from '../../core/ports/store/jobs.ts'
import type { Instant } from '../../core/base/units.ts'
import { NO_OF, placeOf, rowN, rowNo } from './place.ts'
import type { Writer } from './writer.ts'

type Claimed = Omit<JobRow, 'id'> & { no: number; seq: number }

export type JobTable = {
  readonly port: Jobs
  /** Inside a change. */
  readonly add: (entryNo: number, seq: number, job: NewJob) => void
  readonly remove: (id: JobId) => void
  readonly forfeit: (owner: string) => void
}

export const makeJobs = (db: DatabaseSync, { write, read }: Writer): JobTable => {
  const insert = db.prepare(
    'INSERT INTO job (no, case_id, seq, kind, due_at, ready_at, attempts, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?5, 0, ?6)',
  )
  const remove = db.prepare(`DELETE FROM job WHERE no = ${NO_OF}`)
  const ready = db.prepare(`
    SELECT no, case_id AS caseId, seq, kind, due_at AS dueAt, attempts + 1 AS attempts, sealed FROM job
    WHERE ready_at <= ? ORDER BY ready_at, no LIMIT ?`)
  const claim = db.prepare('UPDATE job SET attempts = attempts + 1, owner = ?, ready_at = ? WHERE no = ?')
  const postpone = db.prepare(`UPDATE job SET owner = NULL, due_at = ?4, ready_at = ?4 WHERE no = ${NO_OF}`)
  const forfeit = db.prepare('UPDATE job SET owner = NULL, ready_at = due_at WHERE owner = ?')
  const nextDue = db.prepare('SELECT min(ready_at) AS due FROM job')
  const depth = db.prepare('SELECT count(*) AS waiting, min(due_at) AS oldest FROM job')

  const drop = (id: JobId): void => void remove.run(...placeOf(id))

  const port: Jobs = {
    claim: ({ owner, now, until }, limit) =>
      write(() => {
        const jobs = ready.all(now, limit) as Claimed[]
        return jobs.map(({ no, seq, ...job }) => {
          claim.run(owner, until, no)
          return { ...job, id: jobId(job.caseId, seq, rowN(no)) }
        })
      }),
    finish: (id) => write(() => drop(id)),
    postpone: (id, dueAt) => write(() => void postpone.run(...placeOf(id), dueAt)),
    nextDue: () => read(() => (nextDue.get() as { due: Instant | null }).due ?? undefined),
    depth: () =>
      read(() => {
        const { waiting, oldest } = depth.get() as { waiting: number; oldest: Instant | null }
        return oldest === null ? { waiting } : { waiting, oldest }
      }),
  }
  return {
    port,
    add: (entryNo, seq, job) =>
      void insert.run(rowNo(entryNo, placeOf(job.id)[2]), job.caseId, seq, job.kind, job.dueAt, job.sealed),
    remove: drop,
    forfeit: (owner) => void forfeit.run(owner),
  }
}
