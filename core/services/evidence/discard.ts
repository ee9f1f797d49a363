import { jobContext } from '../casebook/envelope.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { isFailure } from '../../base/failure.ts'
import type { ChannelName, Inbound } from '../../base/message.ts'
import type { Channel } from '../../ports/channel.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { JobSource } from './job-source.ts'
import type { DiscardJob, Upload } from './uploads.ts'
import type { FetchPayload } from './waiting.ts'

/** Lets go of what a channel holds of a file: once it is sealed, or because it is not taken after all. */
export type Discard = {
  /** Of the file that this message brought. */
  readonly letGo: (message: Inbound) => Promise<void>
  /** Does a job of kind `discard` to its end. */
  readonly discard: (job: JobRow) => Promise<void>
}

type DiscardPorts = Pick<CasePorts, 'sealer' | 'store'> & {
  readonly channel: (name: ChannelName) => Channel | undefined
}

export const makeDiscard = (ports: DiscardPorts, source: JobSource): Discard => {
  const letGo = async (message: Inbound): Promise<void> => {
    if (message.body.kind === 'media') await ports.channel(message.channel)?.discard(message.body.media.ref)
  }

  /**
   * What a job of kind `discard` is about. One of a case that was erased since has nothing left to
   * say: the tombstone's own names every file.
   */
  const heldFor = async (job: JobRow): Promise<readonly Upload[]> => {
    const named = ofTombstone(job)
    if (named !== undefined) return named
    const payload = await source.orErased(
      job,
      () => source.payloadOf(job) as Promise<Pick<FetchPayload, 'inbound'>>,
    )
    const message = payload === undefined ? undefined : await source.messageOf(job, payload.inbound)
    return message?.body.kind === 'media' ? [{ channel: message.channel, ref: message.body.media.ref }] : []
  }

  /** Asked first: the key of the case may be there a moment longer than its tombstone. */
  const ofTombstone = (job: JobRow): readonly Upload[] | undefined => {
    try {
      return (ports.sealer.transit.open(jobContext(job.id), job.sealed) as DiscardJob).uploads
    } catch (error) {
      if (isFailure(error, 'seal_broken')) return undefined
      throw error
    }
  }

  const discard = async (job: JobRow): Promise<void> => {
    for (const { channel, ref } of await heldFor(job)) await ports.channel(channel)?.discard(ref)
    await ports.store.jobs.finish(job.id)
  }

  return { letGo, discard }
}
