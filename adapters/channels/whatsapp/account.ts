import type { Inbound } from '../../../core/base/message.ts'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import type { Channel, ChannelHealth } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Leases } from '../../../core/ports/store/leases.ts'
import type { MediaOptions } from './download.ts'
import type { AccountState, Delivery, Endpoint, Pacing, PairRequest, PairStep } from './protocol.ts'

/** What an account is opened with. */
export type WhatsappOptions = {
  /** Our own name for the account: 1 to 16 small letters. Part of every chat's key, so it never changes. */
  readonly account: string
  /** The session file; nobody else opens it. Its folder is made where it is not there. */
  readonly file: string
  /** 32 bytes, derived from the master key for this alone. */
  readonly key: Uint8Array
  readonly sink: InboundSink
  readonly leases: Leases
  readonly clock: Clock
  readonly log: Log
  /** This process, as the store knows it. */
  readonly owner: string
  /**
   * Whether a message opens a case in a chat that the owner of the number had before it was linked; all do
   * where nothing says so.
   */
  readonly opens?: (item: Inbound) => boolean
  readonly onHealth?: (health: ChannelHealth) => void
  readonly onAccount?: (state: AccountState) => void
  /** What became of a message of ours later on, by WhatsApp's id. */
  readonly onDelivery?: (delivery: Delivery) => void
  /** WhatsApp Web's version to claim where the library's own is refused (405). */
  readonly version?: readonly [number, number, number]
  readonly pacing?: Partial<Pacing>
  /**
   * For tests and demonstrations only: other servers, another entry of the child, shorter waits, a
   * look at the child's output.
   */
  readonly trial?: Trial
}

type Trial = {
  readonly endpoint?: Endpoint
  readonly entry?: string
  readonly haste?: number
  readonly media?: MediaOptions
  readonly output?: (chunk: Uint8Array) => void
}

export type Whatsapp = {
  readonly channel: Channel
  /** Resolves at once: what WhatsApp has to say shows in `health` and `account`. */
  readonly start: () => Promise<void>
  /** Ends the session cleanly; what is in the journal stays there. */
  readonly stop: () => Promise<void>
  readonly health: () => ChannelHealth
  readonly account: () => AccountState
  /**
   * Links the account to a phone; ends with the last step, and is cancelled by leaving the loop.
   * `phone`: country code and number.
   */
  readonly pair: (request: PairRequest) => AsyncIterable<PairStep>
  /** Ends the pairing under way: its last step is `cancelled`. */
  readonly cancelPairing: () => void
  /** Tries again after a stop (see `account().advice`): for a person to ask for. */
  readonly connect: () => void
  /** Asks WhatsApp about restrictions; the answer shows in `account`. */
  readonly look: () => void
  /** Unlinks from the phone and forgets the pairing. */
  readonly unlink: () => void
  /** Of the child, for tests that kill it. */
  readonly pid: () => number | undefined
}
