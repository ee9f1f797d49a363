import type { ChatAddress } from '../../../core/base/message.ts'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import type { ChatHistory } from '../../../core/ports/chat-history.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Random } from '../../../core/ports/random.ts'
import type { SecretDoor } from '../../../core/ports/secret-page.ts'
import type { Spool } from '../../../core/ports/spool.ts'
import type { WebchatLimits } from './limits.ts'

/** What the web chat works with. */
export type WebchatDesk = {
  readonly sink: InboundSink
  readonly history: ChatHistory
  readonly spool: Spool
  readonly hasher: Hasher
  readonly random: Random
  readonly clock: Clock
  readonly log: Log
  readonly limits: WebchatLimits
  /** Which pages for secrets are open. */
  readonly secrets: SecretDoor
  /** Somebody types; told and forgotten. */
  readonly typing: (address: ChatAddress) => void
}
