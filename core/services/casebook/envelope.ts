import type { OutboundContent } from '../../ports/channel.ts'
import type { OutboxId } from '../../base/ids.ts'

/**
 * Sealed in an outbox row. Of what outlives its case: `brief` is taken back soon, so its receipt is
 * kept; `takes` is the row that a wipe takes back, whose message nobody knows before it is sent.
 */
export type Envelope = {
  readonly chat: string
  readonly content: OutboundContent
  readonly brief?: true
  readonly takes?: OutboxId
}

export const outboxContext = (id: string): string => `outbox:${id}`
export const jobContext = (id: string): string => `job:${id}`
