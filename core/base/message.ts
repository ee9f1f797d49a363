import type { Pdq } from './fingerprint/pdq.ts'
import type { CaseCode, Sha256Hex } from './ids.ts'
import type { Bytes, Instant } from './units.ts'
import type { Untrusted } from './untrusted.ts'

/** Every way by which people write to us. */
export const CHANNELS = ['webchat', 'telegram', 'whatsapp', 'botpress'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** Those on which we have an account that people can look for: another bot hands over its own. */
export const PUBLIC_CHANNELS = ['telegram', 'whatsapp', 'webchat'] as const satisfies readonly ChannelName[]

/**
 * Where a chat is, in the platform's own words. `chat` may identify a person: sealed at rest,
 * hashed for look-up (law 7).
 */
export type ChatAddress = {
  readonly channel: ChannelName
  /** Which of our accounts on that platform: the bot's id, or `web`. */
  readonly account: string
  readonly chat: string
}

/**
 * How a file reached the platform: `recompressed` where the platform re-encodes (photos), `as_sent`
 * where it keeps the bytes (files), `unknown` where another bot hands it on and nobody says what
 * became of it on the way.
 */
export type Capture = 'recompressed' | 'as_sent' | 'unknown'

export type MediaKind = 'photo' | 'document' | 'video' | 'voice' | 'audio' | 'animation' | 'video_note'

/**
 * What is kept as evidence. A `statement` is words; a card and a place are words as well, as the
 * platform gave them or written out of its fields.
 */
export type EvidenceKind = MediaKind | 'statement' | 'contact' | 'location'

const WRITTEN: ReadonlySet<EvidenceKind> = new Set(['statement', 'contact', 'location'])

/** No file: its bytes came in the message itself, so nothing is fetched, examined or receipted. */
export const isWritten = (kind: EvidenceKind): boolean => WRITTEN.has(kind)

/**
 * What a person's own device read off a file that stays there. PDQ where it is a picture that the
 * device could decode.
 */
export type DevicePrint = { readonly sha256: Sha256Hex; readonly pdq?: Pdq }

export type InboundMedia = {
  readonly kind: MediaKind
  readonly capture: Capture
  /**
   * Opaque to the core: what the channel needs to fetch the bytes later. Sealed like text; may hold
   * platform ids, never bytes.
   */
  readonly ref: string
  /** As declared by the sender's device or the platform; evidence of a claim, not of a fact. */
  readonly fileName?: Untrusted
  readonly mime?: Untrusted
  readonly size?: Bytes
  readonly duration?: number
  /** Platform facts worth keeping (stable file id, dimensions); shown to agents, never trusted. */
  readonly facts?: Readonly<Record<string, string | number>>
  /** The file stayed with the person (law 10): `ref` is empty, and nothing is ever fetched. */
  readonly print?: DevicePrint
}

/** A shared contact card: of the suspect, as a rule. */
export type SharedContact = {
  readonly kind: 'contact'
  readonly name?: Untrusted
  /** One number, or several with commas between. */
  readonly phone?: Untrusted
  /** The card as the platform gave it (vCard); kept without a picture in it of who may send none. */
  readonly card?: Untrusted
  /** The platform's id of the account that has this number, where the platform says it. */
  readonly account?: string
  /** The card is the sender's own, as the platform says. */
  readonly own?: true
}

export type SharedPlace = {
  readonly kind: 'location'
  readonly latitude: number
  readonly longitude: number
  /** Of a place that has a name: a shop, a park. */
  readonly name?: Untrusted
  readonly address?: Untrusted
  /** It moves: later versions come as edits. */
  readonly live?: true
}

export type InboundBody =
  | { readonly kind: 'text'; readonly text: Untrusted }
  /**
   * A button was pressed. `token` is what the core put on the button, see
   * core/policy/conversation/token.ts.
   */
  | { readonly kind: 'press'; readonly token: string }
  | {
      readonly kind: 'media'
      readonly media: InboundMedia
      readonly caption?: Untrusted
      readonly album?: string
    }
  | SharedContact
  | SharedPlace
  /**
   * A mark under a message, `of` its platform's id; `emoji` as the platform names it, empty where
   * it was taken back.
   */
  | { readonly kind: 'reaction'; readonly emoji: string; readonly of: string }
  /** Opened by a link or by the start button; `payload` is the link's code where it had one. */
  | { readonly kind: 'start'; readonly payload?: Untrusted }
  | { readonly kind: 'command'; readonly command: Command }
  /** They called, or tried to: nobody can be spoken to here. `video`: where the platform says so. */
  | { readonly kind: 'call'; readonly video?: true }
  /**
   * The platform could not or would not deliver the content; `what` is the platform's name of the
   * kind ('story', 'sticker').
   */
  | { readonly kind: 'unsupported'; readonly what: string }
  /** The person blocked (or unblocked) our account. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unblocked' }
  /**
   * The channel's own doing: the conversation was opened anew on a phone that others look at, who
   * must not see it.
   */
  | { readonly kind: 'reopened' }
  /**
   * Another bot, which the person talks to, hands the conversation over. `session`: counts how
   * often it did in this chat. `texts`: whether our bot speaks here, or is silent until one of the
   * team has the case (`theirs`).
   */
  | {
      readonly kind: 'handed_over'
      readonly session: string
      readonly texts: 'ours' | 'theirs'
      readonly title?: Untrusted
    }
  /** The other bot took this session back: nothing that is said here reaches the person any more. */
  | { readonly kind: 'ended'; readonly session: string }

/** What every channel can ask for by a command of its own (a slash command, a menu, a header button). */
export type Command = 'exit' | 'help' | 'human' | 'language' | 'stop' | 'back' | 'skip' | 'restart'

/**
 * One thing a person did in a chat, in the one shape that every channel maps to (core/README.md,
 * Three ways through the house). Natural key, by which it counts once (law 4): channel, account,
 * chat, message, edit.
 */
export type Inbound = ChatAddress & {
  readonly v: 1
  /** The platform's id of the message or action, unique in the chat. */
  readonly message: string
  /** 0 for the original; for an edit the platform's edit time in seconds, or a counter. */
  readonly edit: number
  /** The platform's time of the message (not of the edit). */
  readonly sentAt: Instant
  /**
   * `origin`: a mark that says which conversations of one day began in the same network, and
   * nothing else (adapters/channels/webchat/origins.ts).
   */
  readonly from: {
    readonly name?: Untrusted
    readonly handle?: Untrusted
    readonly language?: string
    readonly origin?: string
  }
  readonly body: InboundBody
  /**
   * Not of the person. `phone`: written by a member of the team on the phone that the account is
   * linked to, nobody knows by whom; `chat` is whom they wrote to, `from` is empty. `bot`: said by
   * the other bot that hands this chat over, or a notice of its.
   */
  readonly by?: 'phone' | 'bot'
  /**
   * Told to another bot before the chat was handed over: nobody here asked for it, and `sentAt` is
   * only when it came here.
   */
  readonly elsewhere?: true
  /**
   * Came from the page that asked for this secret (core/ports/secret-page), not from the chat;
   * `code` where the page asked for that as well. Never kept.
   */
  readonly page?: { readonly mark: string; readonly code?: CaseCode }
  /**
   * Set where the message was forwarded: the platform's origin object, whole, as JSON. The
   * forwarder is the person; the origin is not.
   */
  readonly forward?: Untrusted
  /**
   * The platform's message, whole, as JSON, where the mapping keeps less than it had (forwards,
   * unknown kinds, replies).
   */
  readonly raw?: Untrusted
}

/**
 * What a message is as evidence that came in words; nothing where it is the person's own words, a
 * file, or nothing that was said.
 */
export const sharedKind = ({
  body,
  forward,
}: Pick<Inbound, 'body' | 'forward'>): EvidenceKind | undefined => {
  if (body.kind === 'contact' || body.kind === 'location') return body.kind
  return body.kind === 'text' && forward !== undefined ? 'statement' : undefined
}
