import type { CrisisHit } from '../base/danger.ts'
import type { Once } from './once.ts'
import type { EvidenceId, InboundId } from '../base/ids.ts'
import type { EvidenceKind, SharedPlace } from '../base/message.ts'
import type { Language } from '../base/language.ts'
import type { Instant } from '../base/units.ts'
import type { Answer } from './answer.ts'
import type { Worries } from './worry.ts'

/**
 * Where a conversation stands. Plain JSON. Every turn costs the same: an event changes a few
 * fields, nothing is replayed and the flow is not needed. A later shape is another `v`, read by an
 * upcast (law 12).
 */
export type ConversationState = {
  readonly v: 1
  readonly language?: Language
  /** The person chose the language themselves, by a button or its name: it holds until they choose again. */
  readonly chosen?: true
  /**
   * The language of the newest messages that clearly have one, where it is another than the
   * conversation's, and how many they are.
   */
  readonly strays?: { readonly language: Language; readonly count: number }
  /**
   * The language in which the whole question for consent stands in the chat; `before`: something was
   * said after it.
   */
  readonly consentIn?: { readonly language: Language; readonly before?: true }
  /** Languages that were offered: each once. */
  readonly offered?: readonly Language[]
  /** How many questions were asked; the ordinal of the last one. */
  readonly asked: number
  /**
   * The question that waits. `byAgent`: a member of the team had it asked. `picked`: it has had an
   * answer or a skip since it was asked, so it waits only if it collects several.
   */
  readonly open?: {
    readonly step: string
    readonly asked: number
    readonly reopened: boolean
    readonly picked: boolean
    readonly byAgent?: true
  }
  /** The question that was open when a worry came between: it is asked again afterwards. */
  readonly aside?: NonNullable<ConversationState['open']>
  readonly answers: Readonly<Record<string, Answer>>
  readonly skipped: Readonly<Record<string, 'skip' | 'unknown'>>
  /** Of these the ones whose answer the person took out. */
  readonly removed?: readonly string[]
  /** Steps in the order in which they were answered or skipped: the way back. */
  readonly order: readonly string[]
  /** Steps that were asked at least once. */
  readonly seen: readonly string[]
  readonly paused?: 'word' | 'message'
  readonly exited: boolean
  /**
   * Left, and nobody showed since by PIN or code that it is theirs: nothing of the case is said
   * here, whatever else is.
   */
  readonly locked?: true
  /**
   * Locked, and somebody came back by a word alone, where nothing could show that it is theirs: the
   * conversation goes on with what comes from now on, and shows nothing that was told before.
   */
  readonly unproven?: true
  /**
   * Locked because somebody looks on, and a cry for help was heard since: the team may speak here, and
   * nothing of the case shows until the person says that it is safe, or shows by their PIN that it is they.
   */
  readonly watched?: true
  readonly submitted: boolean
  /** People were called for danger, or because the person asked: once is enough until somebody comes. */
  readonly called: { readonly danger: boolean; readonly person: boolean }
  /** People were called for danger and nobody came yet: only urgent questions are asked. */
  readonly urgent: boolean
  /** Texts of danger said since the team last did something. */
  readonly warned: readonly string[]
  /** Cards that were said. */
  readonly cards: readonly string[]
  /** Danger that rules read in the person's words so far, each rule once. */
  readonly crisis: readonly KnownCrisis[]
  /** What the person is or was asked about because words may mean a danger. */
  readonly worries?: Worries
  /**
   * Whether everything is to be erased: it was asked last, or it waits until the question of a worry that
   * came between has an answer. Two questions that one "yes" could mean never stand at once.
   */
  readonly erase?: 'asked' | 'waits'
  /** How often the open question was not understood: 0, 1 (explained again), 2 (a person was offered). */
  readonly misses: 0 | 1 | 2
  /** It was said once that something was not understood. */
  readonly unheard?: true
  /** What was said of late to what people say unasked, the newest last. */
  readonly sayings?: readonly string[]
  /** Said since the last question: texts that are worth saying once. */
  readonly said: readonly Once[]
  /** What was named last: the person may say that it is their own. */
  readonly named?: readonly string[]
  /**
   * The list shown last where it is not the open question's: typed numbers mean its lines. Of the
   * guidance, the key of what was shown. `decoy`: the harmless list of a chat that shows nothing else.
   */
  readonly menu?: 'language' | 'correct' | 'add' | 'lessons' | 'place' | 'decoy' | `guide${string}`
  /** Subjects that were offered last to a question that may be about one of them, in their order. */
  readonly near?: readonly string[]
  /**
   * The guide that was begun last and not finished, and its step that was shown last. `asked`:
   * whether it is done was asked, once.
   */
  readonly guide?: { readonly id: string; readonly step: number; readonly asked?: true }
  /** The newest place that the person shared themselves. */
  readonly place?: KnownPlace
  /** The places that they were asked about, the newest last: a button stands for its own. */
  readonly placesAsked?: readonly KnownPlace[]
  /** The newest message, its time, and the time of the one before it: silence is measured between them. */
  readonly heard?: { readonly inbound: string; readonly at: Instant; readonly before?: Instant }
  /** The first message with words: the only one whose letters may change the language unasked. */
  readonly firstWords?: string
  /** Files that wait for consent or for the age, in the order in which they came. */
  readonly waits: readonly Waits[]
  /** Of these the ones that waited when the chat was left; see core/model/apart. */
  readonly apart?: readonly Waits[]
  /**
   * The person's own words said that they are under 18 (`self`), or that pictures show them so. Holds until
   * a member of the team corrects the answer of `step`. `new`: what follows was not said to them yet.
   */
  readonly minorTold?: {
    readonly step: string
    readonly self?: 'new' | 'said'
    readonly pictures?: 'new' | 'said'
  }
  /** Why the age that was given is unknown again; until it is answered. `said`: the person was told. */
  readonly ageOpen?: { readonly why: 'other' | 'taken_back'; readonly step: string; readonly said?: true }
  /** Answers of somebody who may be another, each with the one that stood there before. */
  readonly doubted?: readonly Doubted[]
}

type Doubted = { readonly step: string; readonly before?: Answer }

/** A place with the message it came in. `n`: which of the places that were shared; none of the first days. */
export type KnownPlace = {
  readonly inbound: InboundId
  readonly message: string
  readonly at: SharedPlace
  readonly n?: number
}

/** `step`: the question that waited when it came. `onDevice`: it has not left the person's device. */
export type Waits = {
  readonly evidence: EvidenceId
  readonly kind: EvidenceKind
  readonly step?: string
  readonly onDevice?: true
}

export type KnownCrisis = Omit<CrisisHit, 'start' | 'end'>

export const beginConversation = (): ConversationState => ({
  v: 1,
  asked: 0,
  answers: {},
  skipped: {},
  order: [],
  seen: [],
  exited: false,
  submitted: false,
  called: { danger: false, person: false },
  urgent: false,
  warned: [],
  cards: [],
  crisis: [],
  misses: 0,
  said: [],
  waits: [],
})
