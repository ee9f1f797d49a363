import { doReturn } from '../core/services/access/arrive.ts'
import { eraseForPerson, expireCase } from '../core/services/access/farewell.ts'
import { wakeCase } from '../core/services/agents/shift.ts'
import type { Casebook } from '../core/services/casebook/casebook.ts'
import { checkIn } from '../core/services/casebook/checkin.ts'
import { sayWhatWaits } from '../core/services/casebook/opening.ts'
import { wipeChat } from '../core/services/delivery/wipe.ts'
import { makeExamination, type ExaminePorts } from '../core/services/evidence/examine.ts'
import { makeIntake, type IntakePorts } from '../core/services/evidence/intake.ts'
import { giveReceipt } from '../core/services/evidence/receipt.ts'
import { makeReplier } from '../core/services/inbound/reply.ts'
import { linkCase } from '../core/services/linkage/link.ts'
import { makeLookalikes } from '../core/services/linkage/lookalikes.ts'
import { raiseAlarm } from '../core/services/networks/alarm.ts'
import { makeNetworkBook } from '../core/services/networks/book.ts'
import { makeCrier } from '../core/services/paging/crier.ts'
import { callAgain, comfort } from '../core/services/paging/page.ts'
import { never } from '../core/base/never.ts'
import type { JobRow } from '../core/ports/store/jobs.ts'
import type { Helping } from './helping.ts'
import type { WebhookWork } from './webhooks.ts'

/** What each kind of job does (core/ports/store/jobs.ts). Throws where it must be tried again. */
export const makeJobs = (
  ports: IntakePorts & ExaminePorts,
  casebook: Casebook,
  helping?: Pick<Helping, 'secondLook' | 'transcribe'>,
  webhooks?: Pick<WebhookWork, 'deliver'>,
): ((job: JobRow) => Promise<void>) => {
  const intake = makeIntake(ports, casebook)
  const examination = makeExamination(ports, casebook)
  const lookalikes = makeLookalikes(ports, casebook)
  const linked = raiseAlarm(ports, casebook, makeNetworkBook(ports))
  const reply = makeReplier(ports, casebook)
  const cry = makeCrier(ports)
  const finish = (job: JobRow): Promise<void> => ports.store.jobs.finish(job.id)
  return (job) => {
    switch (job.kind) {
      case 'fetch':
        return intake.fetch(job)
      case 'preview':
        return intake.preview(job)
      case 'examine':
        return examination.examine(job)
      case 'discard':
        return intake.discard(job)
      case 'receipt':
        return giveReceipt(ports, casebook, job)
      case 'wipe':
        return wipeChat(ports, casebook, job)
      case 'page':
        return callAgain(ports, casebook, job, cry)
      case 'comfort':
        return comfort(ports, casebook, job)
      case 'return':
        return doReturn(ports, casebook, job)
      case 'erase':
        return eraseForPerson(ports, casebook, job)
      case 'expire':
        return expireCase(ports, casebook, job)
      case 'link':
        return linkCase(ports, casebook, job, { lookalikes, linked })
      case 'checkin':
        return checkIn(ports, casebook, job)
      case 'wake':
        return wakeCase(ports, casebook, job)
      case 'opening':
        return sayWhatWaits(ports, casebook, job)
      case 'reply':
        return reply(job)
      // It was switched off since: what was to be looked at is as it was.
      case 'second-look':
        return (helping?.secondLook ?? finish)(job)
      case 'transcribe':
        return (helping?.transcribe ?? finish)(job)
      // The operator file names none any more.
      case 'webhook':
        return (webhooks?.deliver ?? finish)(job)
      default:
        return never(job.kind)
    }
  }
}
