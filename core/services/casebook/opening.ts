import { keepsQuiet, maySign } from '../../policy/access/quiet.ts'
import { nextOpening, type OpeningJob } from '../../model/safe-times.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Instant } from '../../base/units.ts'
import type { Casebook } from './casebook.ts'
import { jobContext } from './envelope.ts'
import type { Decision } from './decision.ts'
import type { CasePorts } from './ports.ts'

/**
 * Does a job of kind `opening`: it is safe to write to the person now, so what waited for that is
 * said. Where another rule keeps it (the phone is checked, they want to write first) only the sign
 * that something waits may be given. It puts itself off to the next opening while anything waits.
 * Throws `key_destroyed` where the case was erased.
 */
export const sayWhatWaits = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const sealer = await ports.sealer.forCase(job.caseId)
  const { entry } = sealer.open(jobContext(job.id), job.sealed) as OpeningJob
  let again: Instant | undefined
  const { status } = await casebook.append(job.caseId, (state): Decision | undefined => {
    const now = ports.clock.now()
    const { safeTimes, opening, held } = state.access
    again = undefined
    if (safeTimes === undefined || opening !== entry) return undefined
    again = nextOpening(safeTimes, now)
    if (state.address === undefined || state.blocked) return undefined
    const base = { actor: 'system', events: [], handles: { job: job.id } } as const
    // It is quiet, too, where this job comes late, since nothing ran at the time: it is not safe any more.
    if (!keepsQuiet(ports.flow, ports.access, state, now)) return { ...base, releases: true }
    if (!maySign(ports.access, state, now) || !held.some(({ speaker }) => speaker === 'agent'))
      return undefined
    const next: OpeningJob = { entry }
    return { ...base, signs: true, jobs: [{ kind: 'opening', dueAt: again, payload: next }] }
  })
  if (status !== 'nothing') return
  if (again === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, again)
}
