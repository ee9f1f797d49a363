import type { CrisisHit } from '../../base/danger.ts'
import type { EvidenceId, InboundId } from '../../base/ids.ts'
import type { ReadFacts } from '../../text/facts/reader.ts'
import type { Identifier } from '../../text/identifiers/identifier.ts'
import type { Command, MediaKind, SharedPlace } from '../../base/message.ts'
import type { Untrusted } from '../../base/untrusted.ts'
import type { Language } from '../../base/language.ts'
import type { Checks } from '../../ports/checks.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import type { Instant } from '../../base/units.ts'
import type { Meaning } from '../../model/marks.ts'

/**
 * What is evidence and no words of the person: it runs no command, chooses no language and tells no
 * story. `kept`: it is sealed, or will be in a moment; without consent it is not.
 */
export type Shared =
  /** Somebody else's words. `from`: the account that the platform attests, as it is shown. */
  | { readonly kind: 'forwarded'; readonly kept: boolean; readonly from?: string }
  | {
      readonly kind: 'contact'
      readonly kept: boolean
      readonly shown: Untrusted
      readonly identifiers: readonly Identifier[]
      readonly forwarded?: true
    }
  | {
      readonly kind: 'place'
      readonly kept: boolean
      readonly place: SharedPlace
      readonly forwarded?: true
    }

/**
 * A piece of a message: what kind of saying it is, where that is sure enough to answer it. `firm`:
 * sure enough beside a story, too.
 */
export type SaidPiece = {
  readonly start: number
  readonly end: number
  readonly kind?: string
  readonly firm?: true
}

/**
 * The subject of the guidance that words ask about. `sure`: surely enough to be answered by its
 * guide. `firm`: so surely that it goes before what is said to such words otherwise. `near`: the
 * likeliest subjects, where it is likely that one of them is asked about.
 */
export type SaidSubject = {
  readonly subject: string
  readonly sure?: true
  readonly firm?: true
  readonly near?: readonly string[]
}

/** Reads it; `named`: subjects whose names stand in the text. */
export type ReadSubject = (text: string, named: readonly string[]) => SaidSubject | undefined

/**
 * What the conversation is told of an inbound message. Files arrive here after
 * core/services/evidence/accept judged them.
 */
export type ConversationInput =
  | { readonly kind: 'start' }
  /**
   * `cry`: a call for help that asks for nothing by name, alone or among other words. `earlier`:
   * written before the open question was asked.
   */
  | {
      readonly kind: 'text'
      readonly text: Untrusted
      readonly cry?: 'alone' | 'among'
      readonly earlier?: true
    }
  | { readonly kind: 'press'; readonly token: string }
  | {
      readonly kind: 'media'
      readonly evidence: EvidenceId
      readonly media: MediaKind
      readonly caption?: Untrusted
      readonly forwarded?: true
    }
  /**
   * A file that waits for this answer: its item is named already, nothing of it is here
   * (core/services/evidence/waiting).
   */
  | {
      readonly kind: 'media_waits'
      readonly evidence: EvidenceId
      readonly media: MediaKind
      readonly why: 'age' | 'consent'
      readonly caption?: Untrusted
    }
  /** A file that was not taken; its refusal was said already, a caption still counts as words. */
  | { readonly kind: 'media_refused'; readonly caption?: Untrusted }
  | Shared
  | { readonly kind: 'command'; readonly command: Command }
  /**
   * A mark under a message of ours. A yes or a no is under the open question, which the caller has
   * made sure of.
   */
  | { readonly kind: 'reaction'; readonly means: Meaning }
  | { readonly kind: 'unsupported'; readonly what: string }
  /**
   * An agent handed the conversation back, or the person came back after days: ask again where it
   * stopped. `inDanger`: nobody answered a danger, and people are called for it anew.
   */
  | { readonly kind: 'resume'; readonly inDanger?: true }
  /**
   * The files that were sent are sealed, and their receipt is being given. `quiet`: no more of them
   * came for minutes.
   */
  | { readonly kind: 'settled'; readonly quiet?: true }
  /** Words that were changed later hold a danger; they answer nothing. */
  | { readonly kind: 'alarm' }
  /** A later version of words that answered these questions. */
  | { readonly kind: 'edited'; readonly text: Untrusted; readonly steps: readonly string[] }

export type ConversationContext = {
  readonly now: Instant
  readonly language: Language
  readonly inbound?: InboundId
  /** The messages whose words these are, where that is not `inbound` alone. */
  readonly together?: readonly InboundId[]
  /** All messages that this turn hears, greetings among them; `inbound` is the last. */
  readonly hears?: readonly InboundId[]
  /** When the person wrote before that, where these are several. */
  readonly heardBefore?: Instant
  /** What kinds of sayings the words are, piece by piece; nothing where they were not read for that. */
  readonly sayings?: readonly SaidPiece[]
  /** Tells what subject words ask about, where nobody listed them; nothing where that is not read. */
  readonly subject?: ReadSubject
  /** Tells what words answer of questions that are still to come; by hints alone where that is not read. */
  readonly facts?: ReadFacts
  /** Numbering plans and check sums, for what names somebody in a text. */
  readonly checks: Checks
  /**
   * Our one official account on this channel, where the operator named it: shown to who asks
   * whether this is really us.
   */
  readonly official?: string
  /** The text that says who else can read what is written on this channel. */
  readonly note?: PhraseKey
  /** A number for emergencies that the operator confirmed lately, as people dial it. */
  readonly emergency?: string
  /** What was sent can be changed on this channel: picked answers are marked where they stand. */
  readonly edits?: true
  /** The chat stands behind a decoy: it knows nothing of the case. */
  readonly decoy?: true
  /** Files that were sent are still on their way, and their receipt with them. */
  readonly sealing?: true
  /** Danger that rules read in this message. */
  readonly hits?: readonly CrisisHit[]
}
