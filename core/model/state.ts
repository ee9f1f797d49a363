import type { CaseEvent } from './events.ts'
import type { CaseCode, CaseId, EvidenceId, InboundId, Sha256Hex } from '../base/ids.ts'
import type { ChatAddress, ChannelName, EvidenceKind } from '../base/message.ts'
import { DEFAULT_LANGUAGE, type Language } from '../base/language.ts'
import type { Instant } from '../base/units.ts'
import { instant } from '../base/units.ts'
import { beginAccess, type AccessState } from './access.ts'
import { beginConversation, type ConversationState } from './conversation.ts'
import type { Line, Owed } from './owed.ts'
import { GENESIS } from './entry.ts'
import type { ErasureRequest } from './erasure-request.ts'
import { beginWork, type Work } from './work.ts'
import { beginFindings, type Findings } from './findings.ts'
import type { Exhibits } from './exhibits.ts'
import type { Hands } from './assignment.ts'
import { beginHandover, type Handover } from './handover.ts'
import type { Keyboard } from './keyboard.ts'
import type { Relay } from './relay.ts'
import type { Severity } from '../base/severity.ts'
import type { Times } from './times.ts'
import type { Wait } from './wait.ts'

/** Somebody outside asked that nothing be erased. */
/** `stays`: set anew by somebody who knew that the person wants everything erased. */
export type Hold = {
  readonly by: string
  readonly reason: string
  readonly since: Instant
  readonly stays?: true
}

/** As it was offered; without `message` where it came in another chat than the case has now. */
export type WaitingFile = Omit<Extract<CaseEvent, { type: 'evidence_waiting' }>, 'type' | 'message'> & {
  readonly message?: string
}

/** A message, and how it came. */
/** `message`: the platform's name of it, by which a later version is known. */
export type Heard = {
  readonly inbound: InboundId
  readonly sentAt: Instant
  readonly forwarded: boolean
  readonly message?: string
}

/**
 * `together`: all messages of it, where they were several. `sentAt` and `forwarded` are of the
 * first; missing where it was too long ago.
 */
export type Told = Partial<Omit<Heard, 'inbound' | 'message'>> & {
  readonly step: string
  readonly inbound: InboundId
  readonly together?: readonly InboundId[]
}

/**
 * What decisions need to know of a case; a fold of its events, small enough to keep in memory. What
 * was said is in the transcript.
 */
export type CaseState = Findings & {
  readonly caseId: CaseId
  /** Of the last entry; 0 before the first. */
  readonly seq: number
  readonly hash: Sha256Hex
  readonly code: CaseCode
  /** Of a conversation that began in the web chat, see Inbound. */
  readonly origin?: string
  /** Kept somewhere else before, and brought in: its times here are none of its own. */
  readonly elsewhere?: true
  readonly channel: ChannelName
  /**
   * Whether there ever was a chat; a case that an agent took down on a call has none until the
   * caller comes back.
   */
  readonly chatted: boolean
  readonly language: Language
  readonly openedAt: Instant
  readonly lastAt: Instant
  readonly hands: Hands
  /**
   * Seq of the last entry in which somebody spoke or the case changed hands: what an agent must
   * have seen to speak. Not that they took it, nor what the program says while they hold it.
   */
  readonly version: number
  readonly address?: ChatAddress
  readonly name?: string
  readonly blocked: boolean
  readonly exited: boolean
  /**
   * Somebody of the team, nobody knows who, speaks with the person on the linked phone; until
   * somebody takes the case over.
   */
  readonly onPhone: boolean
  /** Of a chat that another bot handed over. */
  readonly relay?: Relay
  /** When the person called last. */
  readonly calledAt?: Instant
  readonly conversation: ConversationState
  readonly access: AccessState
  readonly severity: Severity
  readonly reasons: readonly string[]
  /** The most urgent that the rules alone have found. */
  readonly ruled: Severity
  /** A member of the team set the team; rules do not change it any more. */
  readonly team: string
  readonly teamBy: 'rules' | 'agent'
  /** Teams that see the case as well. */
  readonly copies: readonly string[]
  /** Where somebody waits for a person: since when, how urgently, how often people were called. */
  readonly wait?: Wait
  readonly times: Times
  /** What the team has to do beyond answering. */
  readonly work: Work
  /** When each question was answered last: what "within hours" counts from. */
  readonly answeredAt: Readonly<Record<string, Instant>>
  /** When each rule of danger fired last, by its id. */
  readonly crisisAt: Readonly<Record<string, Instant>>
  readonly evidence: Exhibits
  /** Files that were offered and wait for consent or for the age: nothing of them is here. */
  readonly waiting: readonly WaitingFile[]
  /** What was asked and prepared of bundles for others. */
  readonly handover: Handover
  /** Nothing erases this case while it stands. */
  readonly hold?: Hold
  /** What the team asked for last: that the case be erased. */
  readonly erasure?: ErasureRequest
  /** `seq`: of the newest receipt that names a file. `apart`: files without one when the chat was left. */
  readonly receipt: {
    readonly due: boolean
    readonly given: readonly EvidenceId[]
    readonly seq?: number
    readonly apart?: readonly EvidenceId[]
  }
  /**
   * Messages that answered a question in words, with the question: what may have to be sealed as a
   * statement.
   */
  readonly told: readonly Told[]
  /** Which messages each answer stood in. */
  readonly answeredBy: Readonly<Record<string, readonly InboundId[]>>
  /** The newest messages: an answer names those that it stood in, and comes after them. */
  readonly heard: readonly Heard[]
  /**
   * What was shared in words (forwards, cards, places) and is not announced as evidence yet: before
   * consent nothing is.
   */
  readonly shared: readonly {
    readonly inbound: InboundId
    readonly kind: EvidenceKind
    readonly forwarded: boolean
    readonly sentAt: Instant
  }[]
  /** The place that was shared last, while it may still move, and the question that it answered. */
  readonly live?: { readonly inbound: InboundId; readonly message: string; readonly step?: string }
  /** The newest message of nothing but words, until it is known whether its answer waits. */
  readonly newest?: Line
  /** Words that no answer was given to yet: more of them may come. */
  readonly owed?: Owed
  /** When the open question was asked: what was written before it is no answer to it. */
  readonly askedAt?: Instant
  /** What stands last in the chat of what we said there: the same is not said twice running. */
  readonly lastText?: string
  /** The app's own key for a place stands in the chat. */
  readonly placeKey?: true
  /** Messages with buttons that may still have to change, oldest first. */
  readonly keyboards: readonly Keyboard[]
  /** When somebody of the team last wrote to the person, or judged that they are in no danger to life. */
  readonly spokenAt?: Instant
  /** Since when a danger to life waits that whoever holds the case has not answered: others are called. */
  readonly alarmedAt?: Instant
  /** Messages since the case was handed over that nobody of the team has read, see core/model/unread. */
  readonly unread: number
  /** The newest of them, until it proves to be an answer to the bot. */
  readonly counted?: InboundId
  /** When the first of them came, and when something had been said before it: a silence between. */
  readonly unreadFrom?: { readonly at: Instant; readonly after: Instant }
  /** Last words of the person, for the queue; at most 120 characters. */
  readonly lastWords: string
  /**
   * What the person wrote last, one soon after the other, oldest first: danger may show only where
   * it is read together. Anew after a danger was heard.
   */
  readonly lately: readonly { readonly text: string; readonly at: Instant }[]
  /** The person was told that they are in line, since they last came into it. */
  readonly toldInLine: boolean
  /** Idempotency keys of what agents said last: a repeated request says nothing twice. */
  readonly saidKeys: readonly string[]
}

export const emptyCase = (caseId: CaseId): CaseState => ({
  caseId,
  seq: 0,
  hash: GENESIS,
  code: '' as CaseCode,
  channel: 'webchat',
  chatted: false,
  language: DEFAULT_LANGUAGE,
  openedAt: instant(0),
  lastAt: instant(0),
  hands: { status: 'bot' },
  version: 0,
  blocked: false,
  exited: false,
  onPhone: false,
  conversation: beginConversation(),
  access: beginAccess(),
  severity: 'P4',
  reasons: [],
  ruled: 'P4',
  team: 'intake',
  teamBy: 'rules',
  copies: [],
  times: {},
  work: beginWork(),
  answeredAt: {},
  crisisAt: {},
  ...beginFindings(),
  evidence: {},
  waiting: [],
  handover: beginHandover(),
  receipt: { due: false, given: [] },
  told: [],
  answeredBy: {},
  heard: [],
  shared: [],
  keyboards: [],
  unread: 0,
  lastWords: '',
  lately: [],
  toldInLine: false,
  saidKeys: [],
})

/** Where an event happened: the entry's seq and time. */
export type EventPlace = { readonly seq: number; readonly at: Instant }

export const begun = (
  state: CaseState,
  event: Extract<CaseEvent, { type: 'case_opened' }>,
  at: Instant,
): CaseState => {
  const { type: _, ...opened } = event
  return { ...state, ...opened, openedAt: at, lastAt: at }
}
