import type { Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { beginCodes } from '../../policy/access/read-codes.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import { after, seconds } from '../../base/units.ts'

/** Another question stands, or the receipt is still to come: tried again for so long. */
const AGAIN = seconds(30)
const MOST_ATTEMPTS = 20

/** Does a job of kind `receipt` that asks about a code in a picture. */
export const askCodes = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const now = ports.clock.now()
  let isBusy = false
  const { status } = await casebook.append(job.caseId, (state) => {
    const asked = beginCodes(ports, state, now)
    isBusy = asked === 'busy'
    return asked === undefined || asked === 'busy'
      ? undefined
      : { actor: 'bot', events: [asked.event], says: [asked.say], handles: { job: job.id } }
  })
  if (status !== 'nothing') return
  if (isBusy && job.attempts < MOST_ATTEMPTS) await ports.store.jobs.postpone(job.id, after(now, AGAIN))
  else await ports.store.jobs.finish(job.id)
}
