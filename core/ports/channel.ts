import type { OutboxId } from '../base/ids.ts'
import type { ChannelName } from '../base/message.ts'
import type { SentFile, SentKind } from '../base/sent-file.ts'
import type { Bytes, Instant, Ms } from '../base/units.ts'
import type { PhraseKey } from './phrases.ts'

/** What a channel can do; the core writes the same message for all and lets this decide its form. */
export type Capabilities = {
  /**
   * Choices as buttons; where false, as a numbered list in the text. Typed numbers and words are
   * accepted everywhere.
   */
  readonly buttons: boolean
  /** Most buttons on one message, and most characters on one. */
  readonly maxButtons: number
  readonly maxText: number
  readonly maxDownload: Bytes
  /** The largest file of each kind that can be sent to a person here; a kind that is missing cannot. */
  readonly sends: Readonly<Partial<Record<SentKind, Bytes>>>
  readonly takesBack: TakesBack
  /**
   * What people call it: texts that speak of hiding, erasing and clearing a chat say what holds in
   * this app alone.
   */
  readonly app: App
  /**
   * Whether `settle` can change what was sent: buttons of an answered question go away, and picked
   * ones are marked in place.
   */
  readonly edit?: true
  /**
   * A text can stand in the place of an earlier one of ours (`instead`): what is shown again after
   * each change is one message. Where that one cannot be changed any more, it is a new message.
   */
  readonly redraws?: true
  /**
   * So many choices can be seen without opening a list; ways on then stand as words in the text
   * rather than pushing the answers into one.
   */
  readonly seenButtons?: number
  /**
   * A question for a place has a key of the app's own under it that sends where the phone is. It
   * then has no other buttons.
   */
  readonly asksPlace?: true
  /** No such key can stand under a question, but the app's own menu sends a place: the question says so. */
  readonly placeByMenu?: true
  /** What an agent says can stand under the name they have here. */
  readonly names?: true
  /**
   * A file can be fetched only with the account that it was sent to: to another one the platform says that
   * it knows no such file. Elsewhere a `ref` holds all that is needed, whatever the account.
   */
  readonly filesOfAccount?: true
  /**
   * A text that is given twice with the same row is shown once: what was interrupted is simply sent
   * again.
   */
  readonly sendsOnce?: true
  /**
   * A text that says who else can read what is written here: part of what a person is told before
   * they agree.
   */
  readonly note?: PhraseKey
}

/**
 * What `wipe` takes out of a chat, on the phone that it is read on. `nothing`: all that was said
 * stays. `ours`: what we said, each with a line in its place that something was deleted; what the
 * person wrote stays. `both`: any message of either side by itself, without a trace, while the
 * platform lets us. `shown`: everything at once, and nothing is left but what a browser remembers
 * of a visit.
 */
export type TakesBack = 'nothing' | 'ours' | 'both' | 'shown'

/** `phone`: nobody reads anything, an agent says it on a call. */
export type App = 'telegram' | 'whatsapp' | 'whatsapp-cloud' | 'webchat' | 'botpress' | 'phone'

/**
 * What a button is beside an answer. `control`: a way on. `several`: one of those that can be
 * picked together, ended by `done`; `alone`: beside those, ends by itself. `main`: what the
 * question is about; `apart`: what is not undone.
 */
export type ButtonRole = 'control' | 'several' | 'alone' | 'done' | 'main' | 'apart'

/** `picked`: it counts among the answers given so far. */
export type Button = {
  readonly label: string
  readonly token: string
  readonly role?: ButtonRole
  readonly picked?: true
}

export type OutboundContent =
  /**
   * `silent`: follows another message of the same moment, and rings no second time where the
   * platform can be told so; elsewhere it is a message like any other. `alias`: the name of the
   * agent who says it, where the channel can show one. `place`: asks where the phone is by a key of
   * this name, where the channel can; `placeOver`: that key goes away with this message. `instead`:
   * takes the place of what outbox row `of` said, where that still can be; `message`, by the
   * platform's id, is filled in when it goes out.
   */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly buttons?: readonly Button[]
      readonly silent?: true
      readonly alias?: string
      readonly place?: string
      readonly placeOver?: true
      readonly instead?: { readonly of: OutboxId; readonly message?: string }
    }
  /**
   * A file of the agent called `alias`; its bytes come beside it (`SendContext`). Without words of
   * its own: they are a message like any other.
   */
  | { readonly kind: 'file'; readonly file: SentFile; readonly alias?: string }
  /** Shows that somebody writes; worth nothing a few seconds later, so never retried. */
  | { readonly kind: 'typing' }
  /** Takes back these messages, by the platform's ids, as far as the platform allows (`takesBack`). */
  | { readonly kind: 'wipe'; readonly messages: readonly string[] }
  /**
   * Changes what outbox row `of` said, as far as it can be; `message`, by the platform's id, is
   * filled in when it goes out. Worth nothing later.
   */
  | {
      readonly kind: 'settle'
      readonly of: OutboxId
      readonly message?: string
      readonly text: string
      readonly buttons?: readonly Button[]
    }
  /** Tells the bot that handed the chat over who of the team has it now; nothing that the person reads. */
  | { readonly kind: 'assigned'; readonly session: string; readonly alias: string }
  /** Gives the chat back to the bot that handed it over. */
  | { readonly kind: 'ended'; readonly session: string }
  /** Answers a button press so that the button stops spinning; `press` is the inbound message id. */
  | { readonly kind: 'pressed'; readonly press: string }

/** What became of one attempt to send. */
export type SendOutcome =
  /** `message`: the platform's id of ours; several, joined by commas, where one text went out in pieces. */
  | { readonly status: 'sent'; readonly message?: string; readonly at: Instant }
  /** Certainly not delivered, and never will be. */
  | { readonly status: 'refused'; readonly why: 'blocked' | 'gone' | 'invalid' }
  /**
   * Certainly not delivered; try again after `wait`. `everyone` where the platform slows the whole
   * account.
   */
  | { readonly status: 'later'; readonly wait?: Ms; readonly everyone?: boolean }
  /** Perhaps delivered: the connection broke after the request left. */
  | { readonly status: 'unclear' }
  /** The platform no longer accepts our token: the channel stops, the rest goes on. */
  | { readonly status: 'unauthorised' }

export type Download =
  | { readonly status: 'open'; readonly size?: Bytes; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly status: 'gone' }
  | { readonly status: 'too_large' }

/**
 * The outbox row that a content belongs to, so that what the platform says of it later, or a second
 * try, finds the first.
 */
export type SendContext = {
  readonly row: OutboxId
  /** Of a file: its bytes, read when the channel is about to send them. Nothing where they are gone. */
  readonly bytes?: () => Promise<Uint8Array | undefined>
}

/**
 * The outgoing half of a channel. The incoming half writes to the inbox by itself (core/README.md,
 * Three ways through the house).
 */
export type Channel = {
  readonly name: ChannelName
  readonly account: string
  readonly capabilities: Capabilities
  /** `chat` is the platform's address. Never throws for what the platform answers. */
  readonly send: (
    chat: string,
    content: OutboundContent,
    signal?: AbortSignalLike,
    context?: SendContext,
  ) => Promise<SendOutcome>
  /**
   * Opens the bytes behind an inbound `ref`, of this account where `filesOfAccount` says so. Throws `download_failed` where it may succeed later.
   * The stream throws it where it is cut or has another length than declared.
   */
  readonly download: (ref: string) => Promise<Download>
  /**
   * Frees what the channel holds for `ref` (an upload in transit), once the evidence is sealed or
   * refused. Idempotent.
   */
  readonly discard: (ref: string) => Promise<void>
}

/** The part of an AbortSignal that a pure module may name. */
export type AbortSignalLike = { readonly aborted: boolean }

/**
 * `ready` where messages flow; `degraded` where they are late; `down` where a person must act.
 * `since` for the console and `/readyz`.
 */
export type ChannelHealth = {
  readonly status: 'starting' | 'ready' | 'degraded' | 'down'
  readonly since: Instant
  readonly reason?: 'unauthorised' | 'unreachable' | 'conflict' | 'standby'
}
