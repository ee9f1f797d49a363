import type { Inbound } from '../../../core/base/message.ts'
import type { FailureCode } from '../../../core/base/failure.ts'
import type { OutboxId } from '../../../core/base/ids.ts'
import type { LogFields } from '../../../core/ports/log.ts'
import type { OutboundContent, SendOutcome } from '../../../core/ports/channel.ts'
import type { Advice } from './disconnects.ts'
import type { Generation } from './session-store.ts'

/**
 * What parent and child say to each other, over Node's IPC with structured clones. The parent has
 * the store; the child has the session file and the library. Either may die at any instant: what
 * was not acknowledged is said again.
 */

/** A server other than WhatsApp's, for tests and demonstrations: on this machine only. */
export type Endpoint = {
  /** `ws://127.0.0.1:…` */
  readonly url: string
  /** The root key that its certificates are signed with, 32 bytes. */
  readonly root: Uint8Array
  /** The certificate of its media host, in PEM. */
  readonly media?: string
  /** Divides every wait of the child. */
  readonly haste?: number
}

export type Opening = {
  readonly account: string
  readonly file: string
  /** 32 bytes, derived from the master key for this purpose. */
  readonly key: Uint8Array
  readonly endpoint?: Endpoint
  /** WhatsApp Web's version to claim, where the library's own is refused (405). */
  readonly version?: readonly [number, number, number]
  readonly pacing: Pacing
}

/**
 * How long we seem to type, per character and at the least and most; and how many messages a minute
 * the account sends in all.
 */
export type Pacing = {
  readonly characterMs: number
  readonly leastMs: number
  readonly mostMs: number
  readonly perMinute: number
}

export type AccountState = {
  /** `standby`: another process has the account. `failed`: the session file or the process cannot be used. */
  readonly status:
    | 'starting'
    | 'standby'
    | 'unpaired'
    | 'pairing'
    | 'connecting'
    | 'connected'
    | 'waiting'
    | 'stopped'
    | 'failed'
  /** Of the last end of a connection, as WhatsApp or the library numbers it. */
  readonly code?: number
  readonly advice?: Advice
  /** Milliseconds since 1970. */
  readonly retryAt?: number
  /** WhatsApp lets the account write to nobody new, until then where it says so. */
  readonly timeLock?: { readonly until?: number; readonly kind?: string }
  /** New chats begun and allowed in this cycle. */
  readonly capping?: { readonly status: string; readonly used?: number; readonly total?: number }
  /** Messages refused with 463 since the process started. */
  readonly refused: number
  /** Messages in the journal that are not in the inbox yet. */
  readonly waiting: number
  /** Private chats of the owner's that wrote since the link and were left alone. */
  readonly leftAlone?: number
}

export type PairRequest = { readonly mode: 'qr' } | { readonly mode: 'code'; readonly phone: string }

/** `qr` and `code` may come several times; the others are the end. */
export type PairStep =
  | { readonly status: 'qr'; readonly qr: string }
  /** To be typed on the phone under "link with phone number". Never logged. */
  | { readonly status: 'code'; readonly code: string }
  | { readonly status: 'paired' }
  | { readonly status: 'expired' | 'cancelled' | 'busy' | 'already' }
  | { readonly status: 'failed'; readonly advice: Advice; readonly code?: number }

/** `row`: the outbox row that the message was sent for, where that is known and the whole of it is meant. */
export type Delivery = {
  readonly message: string
  readonly row?: OutboxId
  readonly status: 'delivered' | 'read' | 'refused'
}

/** Where a file lies now, after the sender's phone was asked for it again. */
export type Reupload =
  | { readonly status: 'moved'; readonly directPath: string }
  /** The phone no longer has it. */
  | { readonly status: 'gone' }
  /** The phone did not answer; it may later. */
  | { readonly status: 'later' }

/** The parts of a message that name its file to the sender's phone. */
export type ReuploadRequest = {
  readonly chat: string
  readonly message: string
  readonly mediaKey: Uint8Array
  readonly kind: string
}

export type ToChild =
  | { readonly type: 'open'; readonly opening: Opening }
  /** The parent's store knows this generation as the newest, or refuses it: the file is an old copy. */
  | { readonly type: 'generation'; readonly verdict: 'newest' | 'old' }
  | { readonly type: 'connect' }
  /** An earlier child was stopped for this; only a person's `connect` or `pair` ends it. */
  | { readonly type: 'hold'; readonly advice: Advice }
  /** A private row opens a case all the same: it is to be said again, as anybody's. */
  | { readonly type: 'take'; readonly row: number }
  /** These rows are in the inbox, or were private and are left alone. */
  | { readonly type: 'done'; readonly rows: readonly number[] }
  | {
      readonly type: 'send'
      readonly id: number
      readonly chat: string
      readonly content: OutboundContent
      readonly row?: OutboxId
      /** Of a file. */
      readonly bytes?: Uint8Array
    }
  | { readonly type: 'reupload'; readonly id: number; readonly request: ReuploadRequest }
  | { readonly type: 'pair'; readonly request: PairRequest }
  | { readonly type: 'cancel_pairing' }
  /** Ask WhatsApp how the account stands. */
  | { readonly type: 'look' }
  /** Unlink from the phone and forget the pairing. */
  | { readonly type: 'unlink' }
  | { readonly type: 'stop' }

export type ToParent =
  | { readonly type: 'up' }
  | { readonly type: 'opened'; readonly paired: boolean }
  | { readonly type: 'broken'; readonly code: FailureCode }
  | { readonly type: 'generation'; readonly generation: Generation }
  /** `private`: of a chat that the owner had before the link; its items are looked at and never kept. */
  | {
      readonly type: 'row'
      readonly row: number
      readonly items: readonly Inbound[]
      readonly private?: true
    }
  | { readonly type: 'state'; readonly state: AccountState }
  | { readonly type: 'pairing'; readonly step: PairStep }
  | { readonly type: 'sent'; readonly id: number; readonly outcome: SendOutcome }
  | { readonly type: 'reuploaded'; readonly id: number; readonly answer: Reupload }
  | { readonly type: 'delivery'; readonly delivery: Delivery }
  | {
      readonly type: 'log'
      readonly level: 'debug' | 'info' | 'warn' | 'error'
      readonly message: string
      readonly fields: LogFields
    }
