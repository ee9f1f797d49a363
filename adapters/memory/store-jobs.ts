import type { JobId } from '../../core/base/ids.ts'
import type { JobRow, Jobs, NewJob } from '../../core/ports/store/jobs.ts'
import type { Instant } from '../../core/base/units.ts'

export type KeptJob = {
  readonly job: JobRow
  readonly claim?: { readonly owner: string; readonly until: Instant }
}

const readyAt = ({ job, claim }: KeptJob): Instant => claim?.until ?? job.dueAt
const earliest = (times: readonly Instant[]): Instant | undefined =>
  times.length === 0 ? undefined : (Math.min(...times) as Instant)

export const makeJobs = (): {
  readonly port: Jobs
  readonly jobs: Map<JobId, KeptJob>
  readonly add: (job: NewJob) => void
  readonly remove: (id: JobId) => void
  readonly forfeit: (owner: string) => void
} => {
  const jobs = new Map<JobId, KeptJob>()

  const port: Jobs = {
    claim: async ({ owner, now, until }, limit) =>
      [...jobs.values()]
        .filter((kept) => readyAt(kept) <= now)
        .sort((a, b) => readyAt(a) - readyAt(b))
        .slice(0, limit)
        .map((kept) => {
          const job = { ...kept.job, attempts: kept.job.attempts + 1 }
          jobs.set(job.id, { job, claim: { owner, until } })
          return job
        }),
    finish: async (id) => void jobs.delete(id),
    postpone: async (id, dueAt) => {
      const kept = jobs.get(id)
      if (kept !== undefined) jobs.set(id, { job: { ...kept.job, dueAt } })
    },
    nextDue: async () => earliest([...jobs.values()].map(readyAt)),
    depth: async () => {
      const oldest = earliest([...jobs.values()].map(({ job }) => job.dueAt))
      return oldest === undefined ? { waiting: 0 } : { waiting: jobs.size, oldest }
    },
  }
  return {
    port,
    jobs,
    add: (job) => void jobs.set(job.id, { job: { ...job, attempts: 0 } }),
    remove: (id) => void jobs.delete(id),
    forfeit: (owner) => {
      for (const { job, claim } of jobs.values()) if (claim?.owner === owner) jobs.set(job.id, { job })
    },
  }
}
