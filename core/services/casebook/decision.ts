import type { Actor } from '../../model/entry.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { InboundId, JobId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { JobKind } from '../../ports/store/jobs.ts'
import type { OutboundContent } from '../../ports/channel.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { SealedObject } from '../../ports/store/ledger.ts'

/** What somebody decided about a case; becomes one ledger entry and all that it causes. */
export type Decision = {
  readonly actor: Actor
  readonly events: readonly CaseEvent[]
  /** What the bot says to the person because of it, in order. */
  readonly says?: readonly Say[]
  /** What goes to the channel without being said: a wipe, the answer to a button press. */
  readonly signals?: readonly OutboundContent[]
  /** What an agent says; its event is made here, for it must name its outbox row. */
  readonly agentSays?: Omit<Extract<CaseEvent, { type: 'agent_said' }>, 'type' | 'n'>
  readonly jobs?: readonly { readonly kind: JobKind; readonly dueAt: Instant; readonly payload: unknown }[]
  readonly objects?: readonly SealedObject[]
  readonly silence?: boolean
  /** Says now what was held until the person writes, before anything else. */
  readonly releases?: true
  /** Gives the sign without content that something waits, where one may be given. */
  readonly signs?: true
  /** What this comes of, where that counts once and is no inbox row or job that it ends. */
  readonly cause?: string
  readonly handles?: { readonly inbound?: InboundId; readonly job?: JobId }
}
