import { isErased, type Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { JobRow } from '../../ports/store/jobs.ts'

/** What the job of a file is about, read out of its case. */
export type JobSource = {
  readonly payloadOf: (job: JobRow) => Promise<unknown>
  readonly messageOf: (job: JobRow, inbound: InboundId) => Promise<Inbound | undefined>
  /** The words of several messages as they were sent, a line each, in the order in which they were sent. */
  readonly wordsOf: (job: JobRow, lines: readonly InboundId[]) => Promise<string>
  /** Runs `act`; a job of an erased case is over. */
  readonly orErased: <T>(job: JobRow, act: () => Promise<T>) => Promise<T | undefined>
}

export const makeJobSource = (ports: Pick<CasePorts, 'sealer' | 'store'>, casebook: Casebook): JobSource => {
  const payloadOf = async (job: JobRow): Promise<unknown> =>
    (await ports.sealer.forCase(job.caseId)).open(jobContext(job.id), job.sealed)

  const messageOf = async (job: JobRow, inbound: InboundId): Promise<Inbound | undefined> => {
    const { events } = await casebook.read(job.caseId)
    for (const event of events.flat())
      if ((event.type === 'message_received' || event.type === 'message_edited') && event.inbound === inbound)
        return event.message
    return undefined
  }

  const wordsOf = async (job: JobRow, lines: readonly InboundId[]): Promise<string> => {
    const { events } = await casebook.read(job.caseId)
    const texts = new Map(
      events
        .flat()
        .flatMap((event) =>
          event.type === 'message_received' && event.message.body.kind === 'text'
            ? [[event.inbound, event.message.body.text] as const]
            : [],
        ),
    )
    return lines.map((inbound) => texts.get(inbound) ?? '').join('\n')
  }

  const orErased = async <T>(job: JobRow, act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (error) {
      if (!isErased(error)) throw error
      await ports.store.jobs.finish(job.id)
      return undefined
    }
  }

  return { payloadOf, messageOf, wordsOf, orErased }
}
