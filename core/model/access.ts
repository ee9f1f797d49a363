import type { CaseCode, CaseId, EvidenceId, JobId } from '../base/ids.ts'
import type { ChatAddress } from '../base/message.ts'
import type { Button } from '../ports/channel.ts'
import type { PinHash } from '../ports/pins.ts'
import type { SentFile } from '../base/sent-file.ts'
import type { Instant } from '../base/units.ts'
import type { Scope } from './access-rules.ts'
import type { CodePlace } from './reading-events.ts'
import type { SafeTimes } from './safe-times.ts'

export const SECRETS = ['pin', 'decoy', 'duress'] as const
/** `decoy` opens an empty chat, `duress` ends the conversation innocently and calls people. */
export type Secret = (typeof SECRETS)[number]

/** Who gets the case where the person agrees: asked by itself, with what goes to whom. */
export const HAND_ON = ['share-investigators', 'share-ngo'] as const
export type HandOn = (typeof HAND_ON)[number]

/**
 * What the next message may be, where that is no answer of the flow. `change`: the PIN of now, before
 * another is set. `read-code`: whether a code was
 * read right in a picture, `read-fix`: how it should be. `check-in`: whether we may ask later how it is.
 */
export type Asked =
  | Secret
  | 'change'
  | 'show'
  | 'return-code'
  | 'return-pin'
  | 'erase'
  | 'consents'
  | 'correct'
  | 'share'
  | 'read-code'
  | 'read-fix'
  | 'check-in'
  | HandOn

/**
 * Something said that waits in the case until the person writes or it is safe to write to them;
 * `seq` and `n` are its place.
 */
export type Held = {
  readonly seq: number
  readonly n: number
  readonly speaker: 'bot' | 'agent'
  readonly text: string
  readonly buttons?: readonly Button[]
  /** In the place of words; `alias`: whose it is. */
  readonly file?: SentFile
  readonly alias?: string
}

/** What core/services/access needs to know of a case; a part of the case's state. */
export type AccessState = {
  /**
   * `code`: what was typed as the code of another case. `link`: the mark of the page that it is
   * asked on. `misses`: messages that were none of what was asked for.
   */
  readonly asking?: {
    readonly what: Asked
    readonly at: Instant
    readonly code?: CaseCode
    readonly evidence?: EvidenceId
    readonly place?: number
    readonly link?: string
    readonly misses: number
  }
  /** Codes that the person was asked about, each once, in that order: a button names one by its place here. */
  readonly codesAsked?: readonly CodePlace[]
  readonly salt?: string
  readonly secrets: Readonly<Partial<Record<Secret, PinHash>>>
  /**
   * Platform ids of the messages that are kept redacted, newest last: their edits and what quotes
   * them are redacted too.
   */
  readonly hidden: readonly string[]
  /**
   * Given or taken back in so many words; what follows from the answer to the first question is in
   * consentsOf.
   */
  readonly consents: Readonly<Partial<Record<Scope, boolean>>>
  /** When the person was last there, by our clock. */
  readonly heardAt?: Instant
  /** When the first of the team took the case, since it was last closed. */
  readonly takenAt?: Instant
  /** People were called because of danger, since it was last closed. */
  readonly cried?: true
  /** A discreet sign was given since the person last wrote. */
  readonly pinged: boolean
  readonly held: readonly Held[]
  /** Set by who held the case; at other times nothing is begun by us. */
  readonly safeTimes?: SafeTimes
  /** Something waits while there are safe times: seq of the entry whose timer looks at it when they begin. */
  readonly opening?: number
  readonly erasing: boolean
  /** Since when they want it. */
  readonly erasingSince?: Instant
  /**
   * The chat in which they said it: its owner gets the certificate, whoever comes back to the case
   * from elsewhere meanwhile.
   */
  readonly askedFrom?: ChatAddress
  /**
   * The chat of this case, `address`, belongs to that case now; `job` makes it so, see
   * core/services/access/arrive.ts.
   */
  readonly moved?: { readonly to: CaseId; readonly job: JobId; readonly address: ChatAddress }
  /** Where the case was spoken about before. */
  readonly former?: ChatAddress
  /** This chat shows nothing: a decoy was used in it. */
  readonly decoy: boolean
  /** Somebody is being forced: the duress word was written. */
  readonly duress: boolean
  /** How often each member of the team took the case or opened a file of it, by the name the person knows. */
  readonly looks: Readonly<Record<string, number>>
  readonly aliases: Readonly<Record<string, string>>
  /** A member of the team did something with the case. */
  readonly touched: boolean
  /** The return code was said to the person, as what it is. */
  readonly codeGiven: boolean
  /** A way back was offered, by itself or with the code. */
  readonly offered: boolean
  /** It was offered once more, to who came back after the first exit. */
  readonly offeredAgain?: true
  /** Chats that this case was spoken about in, newest last: who tries from one of them is not a stranger. */
  readonly homes: readonly ChatAddress[]
  /** Tries with a wrong PIN that the person does not know of yet. */
  readonly tries: number
  /** They were told of tries since they last wrote. */
  readonly triesTold: boolean
}

export const beginAccess = (): AccessState => ({
  secrets: {},
  hidden: [],
  consents: {},
  pinged: false,
  held: [],
  erasing: false,
  decoy: false,
  duress: false,
  looks: {},
  aliases: {},
  touched: false,
  codeGiven: false,
  offered: false,
  homes: [],
  tries: 0,
  triesTold: false,
})
