import type { AgentId, CaseCode, CaseId, EvidenceId, InboundId, ObjectId, Sha256Hex } from '../base/ids.ts'
import type { Language } from '../base/language.ts'
import type { Capture, ChannelName, ChatAddress, EvidenceKind, Inbound } from '../base/message.ts'
import type { Untrusted } from '../base/untrusted.ts'
import type { ErasureGround } from './erasure-request.ts'
import type { Severity } from '../base/severity.ts'
import type { PageTo } from './targets.ts'
import type { CrisisHit, CrisisLabel } from '../base/danger.ts'
import type { Derived, Examination } from '../base/examination.ts'
import type { Answer } from './answer.ts'
import type { Identifier } from '../text/identifiers/identifier.ts'
import type { Scope } from './access-rules.ts'
import type { BundleScope } from './bundle-scope.ts'
import type { Asked, Secret } from './access.ts'
import type { PhraseArgs, PhraseKey } from '../ports/phrases.ts'
import type { PinHash } from '../ports/pins.ts'
import type { Button } from '../ports/channel.ts'
import type { Bytes, Instant } from '../base/units.ts'

/** What is known of a file, or of words to be sealed, before a byte is taken. */
type Offered = {
  readonly evidence: EvidenceId
  readonly inbound: InboundId
  readonly kind: EvidenceKind
  readonly capture: Capture
  readonly fileName?: Untrusted
  readonly declaredMime?: Untrusted
  readonly declaredSize?: Bytes
  readonly duration?: number
  readonly facts?: Readonly<Record<string, string | number>>
  readonly forwarded: boolean
  readonly sentAt: Instant
}

/** `danger`: the message speaks of it, whatever was read there; `none`: it does not. The last one counts. */
export type DangerVerdict = 'danger' | 'none'

/**
 * What can have happened in a case. Past tense; the only thing that is stored of it (law 2). The payload of a ledger entry is
 * `{ v: 1, events }`, sealed; a later version is read by core/services/casebook/payload.ts (law 12).
 */
export type CaseEvent =
  // the case and its chat
  /** `origin`: see Inbound. */
  | {
      readonly type: 'case_opened'
      readonly code: CaseCode
      readonly channel: ChannelName
      readonly language: Language
      readonly origin?: string
    }
  | { readonly type: 'chat_attached'; readonly address: ChatAddress; readonly name?: Untrusted; readonly handle?: Untrusted }
  /** `by` is missing where the person chose it themselves: then no words change it. */
  | { readonly type: 'language_chosen'; readonly language: Language; readonly by?: 'words' }
  | { readonly type: 'person_blocked' }
  | { readonly type: 'person_unblocked' }
  /** The person left by quick exit: the conversation is hidden from the chat, the case stays. */
  /** `reopened`: not left by themselves: the page was opened anew on a phone that others look at, and asks for the code or the PIN first. */
  | { readonly type: 'person_exited'; readonly reopened?: true }
  // what the person sent
  /**
   * `redacted`: something the person keeps secret was taken out of it before it was written here. `by`: the person said it on a call, and this
   * agent typed it.
   */
  | {
      readonly type: 'message_received'
      readonly inbound: InboundId
      readonly message: Inbound
      readonly redacted?: true
      readonly by?: AgentId
    }
  /** The words of this message are answered once no more of them come (core/services/inbound/quiet). */
  | { readonly type: 'reply_owed'; readonly inbound: InboundId }
  /** What these messages say together was decided; what was answered stands beside it. */
  | { readonly type: 'reply_settled'; readonly inbounds: readonly InboundId[] }
  /** A message came that could not be handled, however often it was tried. It is kept nowhere. */
  | { readonly type: 'message_lost'; readonly inbound: InboundId; readonly arrivedAt: Instant }
  /** A newer version of an earlier message; the earlier one stays (law 6). */
  | { readonly type: 'message_edited'; readonly inbound: InboundId; readonly message: Inbound; readonly redacted?: true }
  // what rules read in it
  /**
   * Danger in the person's words. `sentences` are cut from the message as written, one for each hit, for the agent (bots/amin/README.md,
   * Danger).
   */
  | {
      readonly type: 'crisis_found'
      readonly inbound: InboundId
      readonly hits: readonly CrisisHit[]
      readonly sentences: readonly Untrusted[]
    }
  // the flow
  /** `asked` counts questions of this case: a button of an earlier question is told apart by it. */
  /** `by`: a member of the team had it asked while they hold the case, see core/services/agents/safety. `at`: when a worry was asked about, see core/model/worry. */
  | { readonly type: 'question_asked'; readonly step: string; readonly asked: number; readonly by?: AgentId; readonly at?: Instant }
  /** `toAgent`: of a question that a member of the team had asked. */
  /** `together`: all messages that it was made of, in their order, where they were several; `inbound` is one of them. */
  | {
      readonly type: 'answer_given'
      readonly step: string
      readonly answer: Answer
      readonly inbound?: InboundId
      readonly together?: readonly InboundId[]
      readonly toAgent?: true
    }
  | { readonly type: 'step_skipped'; readonly step: string; readonly how: 'skip' | 'unknown' }
  | { readonly type: 'step_reopened'; readonly step: string; readonly why: 'back' | 'edit' }
  /** Numbers, names, wallets in the person's words; `marks` are keyed hashes to match cases by, a card's among them. */
  | {
      readonly type: 'identifiers_found'
      readonly inbound: InboundId
      readonly identifiers: readonly (Identifier & { readonly marks: readonly string[] })[]
    }
  /**
   * Other cases name the same number, account or wallet. `file`: they only hold the same file; `picture`: they only hold pictures that look the
   * same, which a person has to compare by eye. Neither of these two says anything of who did it, so no rule counts them.
   */
  | { readonly type: 'case_linked'; readonly to: readonly CaseId[]; readonly reason?: 'file' | 'picture' }
  /**
   * A member of the team says that the link to a case is wrong, or right after all; it stands in both. `shared`: the marks that both had then: only
   * something else that they share later links them anew.
   */
  | {
      readonly type: 'link_judged'
      readonly agent: AgentId
      readonly alias: string
      readonly to: CaseId
      readonly wrong: boolean
      readonly reason: string
      readonly shared: readonly string[]
    }
  /** What linked these cases to this one turned out to be the person's own. */
  | { readonly type: 'links_lapsed'; readonly to: readonly CaseId[] }
  /** The person says that these are their own: they match nothing from now on. */
  | { readonly type: 'identifiers_owned'; readonly normals: readonly string[] }
  /** People were called for danger: the urgent questions take the place of the others until somebody came. */
  | { readonly type: 'urgent_path_taken' }
  | { readonly type: 'case_submitted' }
  /** `word`: only a word of return ends it, whoever holds the phone. Nothing said: the next message ends it. */
  | { readonly type: 'conversation_paused'; readonly until?: 'word' | 'message' }
  /** `locked`: a cry for help came out of a hidden chat. It is answered; what was told before stays hidden until the PIN or the code. */
  | { readonly type: 'conversation_resumed'; readonly locked?: true }
  // what was said to the person; `rows` n of the outbox in this entry
  | {
      readonly type: 'bot_said'
      readonly n: number
      readonly key: PhraseKey
      readonly args?: PhraseArgs
      readonly text: string
      readonly buttons?: readonly Button[]
      /** No row yet: it waits until the person writes, or until it is safe to write to them. */
      readonly held?: true
      /** Under it stands the app's own key for a place; with `placeOver` an earlier one went away. */
      readonly place?: true
      readonly placeOver?: true
    }
  | {
      readonly type: 'agent_said'
      readonly n: number
      readonly agent: AgentId
      readonly alias: string
      readonly text: string
      readonly key?: string
      readonly held?: true
      readonly placeOver?: true
    }
  /** What was held, now rows of this entry: `row` is the row of what was said at (seq, n). */
  | {
      readonly type: 'words_released'
      readonly lines: readonly { readonly seq: number; readonly n: number; readonly row: number }[]
    }
  /**
   * A member of the team wrote to the person on the linked phone itself, past this program: nobody knows who. An edit of theirs is one more. Until
   * somebody takes the case over the bot is silent.
   */
  | { readonly type: 'phone_said'; readonly inbound: InboundId; readonly message: Inbound }
  /** Another bot handed the chat over, see InboundBody. `title`: what that bot calls the matter. */
  | {
      readonly type: 'handed_over'
      readonly inbound: InboundId
      readonly session: string
      readonly texts: 'ours' | 'theirs'
      readonly title?: Untrusted
    }
  /** The other bot took the chat back, by itself or as the person asked: nothing reaches the person here until it hands over again. */
  | { readonly type: 'chat_ended'; readonly inbound: InboundId; readonly session: string }
  /** What the other bot said to the person, or a notice of its: no word of the person's, and no evidence. */
  | { readonly type: 'other_bot_said'; readonly inbound: InboundId; readonly message: Inbound }
  // evidence
  /** A file was offered and may be taken (law 10); it is fetched by a job. */
  /** `lines`: of a statement that was written in several messages, all of them in their order; its bytes are their words, a line each. */
  | ({ readonly type: 'evidence_announced'; readonly lines?: readonly InboundId[] } & Offered)
  /**
   * A file was offered before it was known whether it may be taken: nothing is downloaded, and what it is fetched by stays sealed in its message
   * until an answer allows it or forbids it. `message`: the platform's id. `onDevice`: it has not left the person's device.
   */
  | ({
      readonly type: 'evidence_waiting'
      readonly why: 'age' | 'consent'
      readonly message: string
      readonly onDevice?: true
    } & Offered)
  /** The answer allows a file that waited on the person's device: the device sends it by itself, as a message of its own. */
  | { readonly type: 'evidence_called'; readonly evidence: EvidenceId; readonly inbound: InboundId }
  /** A file was offered and not taken: nothing of it was downloaded. */
  | {
      readonly type: 'evidence_refused'
      readonly inbound: InboundId
      readonly why: 'age' | 'size' | 'count' | 'consent'
      /** Of one that waited, see `evidence_waiting`. */
      readonly evidence?: EvidenceId
    }
  /**
   * The bytes are sealed. `sha256` and `size` are of what arrived; the sealed file's hash stands in the header. `salt`, 32 bytes as hexadecimal,
   * opens the header's commitment to `sha256` (core/README.md, What the chain proves); entries of before there was one have none.
   */
  | {
      readonly type: 'evidence_received'
      readonly evidence: EvidenceId
      readonly object: ObjectId
      readonly sha256: Sha256Hex
      readonly size: Bytes
      readonly mime?: string
      readonly salt?: string
    }
  /** `age`: between the offer and the fetching it was said that this is about somebody under 18. */
  | { readonly type: 'evidence_failed'; readonly evidence: EvidenceId; readonly why: 'gone' | 'too_large' | 'unreachable' | 'age' }
  | {
      readonly type: 'preview_made'
      readonly evidence: EvidenceId
      readonly object: ObjectId
      readonly sha256: Sha256Hex
      readonly size: Bytes
      readonly width: number
      readonly height: number
      readonly tool: string
    }
  | { readonly type: 'preview_missing'; readonly evidence: EvidenceId; readonly why: string }
  /**
   * What was read off the file, one result a tool; `derived` names objects made from it (core/base/examination.ts). The file itself is not
   * touched (law 6). `marks` are keyed hashes of the file, and of the picture, to match cases by (core/services/linkage/pictures.ts).
   */
  | {
      readonly type: 'evidence_examined'
      readonly evidence: EvidenceId
      readonly results: readonly Examination[]
      readonly derived: readonly Derived[]
      readonly marks?: readonly string[]
    }
  /** The person's own device computed these: the file never left it. */
  | {
      readonly type: 'fingerprint_given'
      readonly evidence: EvidenceId
      readonly sha256: Sha256Hex
      readonly pdq?: { readonly hash: string; readonly quality: number }
    }
  /** Fingerprints of these items went into a list for platforms; only where the person agreed to it for each. */
  | {
      readonly type: 'fingerprints_shared'
      readonly evidence: readonly EvidenceId[]
      readonly form: 'csv' | 'threatexchange'
      readonly by: string
    }
  /** Whether the fingerprint of one item may go to platforms, said item by item. */
  | { readonly type: 'sharing_allowed' | 'sharing_withdrawn'; readonly evidence: EvidenceId }
  | { readonly type: 'receipt_scheduled' }
  /**
   * `seal`: over the items in this order, see core/model/seal.ts. Missing where there are none, and in entries of before it was written down: there
   * it is what the items' hashes give, and only its first 8 characters were said.
   */
  | { readonly type: 'receipt_given'; readonly evidence: readonly EvidenceId[]; readonly seal?: Sha256Hex }
  | {
      readonly type: 'evidence_viewed'
      readonly evidence: EvidenceId
      readonly agent: AgentId
      readonly what: 'reveal' | 'original'
      readonly reason: string
    }
  // handoff
  | { readonly type: 'handoff_requested'; readonly why: 'person' | 'submitted' | 'danger' | 'agent' | 'returned' | 'phone' | 'call' }
  | { readonly type: 'case_claimed'; readonly agent: AgentId; readonly alias: string }
  | { readonly type: 'case_released'; readonly agent: AgentId; readonly to: 'bot' | 'queue' }
  | {
      readonly type: 'case_transferred'
      readonly agent: AgentId
      readonly to: { readonly agent?: AgentId; readonly alias?: string; readonly team?: string }
      /** For whoever takes it up. */
      readonly note?: string
    }
  /** `why`: where it was closed without anybody having held it. */
  | { readonly type: 'case_closed'; readonly agent: AgentId; readonly outcome: Outcome; readonly why?: string }
  | { readonly type: 'case_reopened' }
  /** Nothing to do until then, unless the person writes. `promise`: what the person was told about it, in the agent's own words. */
  | { readonly type: 'case_snoozed'; readonly agent: AgentId; readonly until: Instant; readonly promise?: string }
  | { readonly type: 'snooze_ended'; readonly why: 'due' | 'agent' | 'person' }
  /** Known by its place, `<seq>.<n>`. */
  | { readonly type: 'task_added'; readonly agent: AgentId; readonly alias: string; readonly text: string; readonly dueAt?: Instant }
  | { readonly type: 'task_done' | 'task_reopened'; readonly agent: AgentId; readonly task: string }
  /** A member of the team put right what the bot understood; what the person wrote stays (law 6). */
  | {
      readonly type: 'answer_corrected'
      readonly agent: AgentId
      readonly step: string
      readonly answer: Answer
      readonly reason: string
    }
  /**
   * A member of the team says of a message of the person that it speaks of this danger, or that what was read there is none. Nobody learns from it by
   * itself: `amin danger report` counts it.
   */
  | {
      readonly type: 'danger_reviewed'
      readonly agent: AgentId
      readonly inbound: InboundId
      readonly label: CrisisLabel
      readonly verdict: DangerVerdict
    }
  | {
      readonly type: 'identifier_judged'
      readonly agent: AgentId
      readonly normal: string
      readonly owner: 'perpetrator' | 'self' | 'other'
      readonly reason: string
    }
  /** Whoever holds the case lets it go at `at`, and may take that back until then: the person is told nothing before. */
  | { readonly type: 'release_planned'; readonly agent: AgentId; readonly to: 'bot' | 'queue'; readonly at: Instant }
  | { readonly type: 'release_undone'; readonly agent: AgentId }
  /** An agent calls a supervisor to this case, and the end of that. */
  | { readonly type: 'help_asked'; readonly agent: AgentId; readonly alias: string; readonly text: string }
  | { readonly type: 'help_given'; readonly agent: AgentId }
  /** A colleague would like to have the case; a note beside it says why. */
  | { readonly type: 'case_asked'; readonly agent: AgentId; readonly alias: string }
  /** When it is safe to write to the person, as they told this agent; see core/model/safe-times. */
  | { readonly type: 'safe_times_set'; readonly agent: AgentId; readonly from: number; readonly to: number }
  | { readonly type: 'safe_times_cleared'; readonly agent: AgentId }
  /** Somebody who does not hold the case looked into it: once a shift and person. */
  | { readonly type: 'case_viewed'; readonly agent: AgentId; readonly as: 'member' | 'watch' | 'auditor' }
  | { readonly type: 'note_added'; readonly agent: AgentId; readonly alias: string; readonly text: string }
  /** `ruled` is what the rules alone say: they raise again only where they find more than before. `reasons` are keys of the locales; `why` is what a person wrote, required to lower (law 9). */
  | { readonly type: 'severity_judged'; readonly severity: Severity; readonly reasons: readonly string[]; readonly ruled: Severity }
  | { readonly type: 'severity_set'; readonly severity: Severity; readonly agent: AgentId; readonly why: string }
  /** `copies`: teams that see the case as well. */
  | { readonly type: 'team_assigned'; readonly team: string; readonly copies?: readonly string[] }
  /** Nobody had come: people were called again. `step` counts the calls of this wait at this severity from 0. */
  | { readonly type: 'paged'; readonly step: number; readonly to: PageTo; readonly severity: Severity }
  // the person and their own case (core/services/access)
  /** The bot waits for something that is no answer of the flow. `code`: what was typed as the code of a case; `evidence`: the item asked about. */
  /** `link`: the mark of the page that the answer may come from. */
  | {
      readonly type: 'access_asked'
      readonly what: Asked
      readonly code?: CaseCode
      readonly evidence?: EvidenceId
      readonly link?: string
    }
  | { readonly type: 'access_left' }
  /** All that is kept of a PIN, a decoy or a duress word. */
  | { readonly type: 'secret_kept'; readonly which: Secret; readonly salt: string; readonly hash: PinHash }
  /** In the chat that tried to return: nothing was opened. */
  | { readonly type: 'return_failed' }
  /** This chat speaks about another case from now on. */
  | { readonly type: 'return_granted'; readonly to: CaseId }
  | { readonly type: 'decoy_opened' }
  /** At the case: somebody tried to return to it. `from`: the code of the case that the person's new chat had until then. */
  | { readonly type: 'return_refused'; readonly channel: ChannelName }
  | { readonly type: 'person_returned'; readonly channel: ChannelName; readonly from: CaseCode }
  | { readonly type: 'decoy_used'; readonly channel: ChannelName }
  | { readonly type: 'duress_used'; readonly channel: ChannelName }
  /** `version` of the text that was agreed to, `language` it was read in. */
  | {
      readonly type: 'consent_given' | 'consent_withdrawn'
      readonly scope: Scope
      readonly version: string
      readonly language: Language
    }
  /** The person wants everything erased, and was asked twice. */
  | { readonly type: 'erase_confirmed' }
  /** A message is the correction of what was sent before: a statement of its own. */
  | { readonly type: 'correction_given'; readonly inbound: InboundId }
  /** Two words that the person reads now: who speaks for us can say them. */
  | { readonly type: 'check_shown'; readonly words: string }
  // the bundle for others (core/custody/bundle)
  /** With a two-person rule: one asks, another agrees or refuses. `by` is an agent's id or who used the command line. */
  | {
      readonly type: 'export_requested'
      readonly by: string
      readonly reason: string
      readonly scope?: BundleScope
      /** Public keys that the bundle is to be sealed to; none where it is to leave open. */
      readonly recipients?: readonly string[]
    }
  | { readonly type: 'export_approved' | 'export_refused'; readonly by: string; readonly request: number; readonly reason?: string }
  /** The case as it is handed on stands as of this entry; bundles made again from it are the same bytes. */
  | { readonly type: 'export_prepared'; readonly by: string; readonly scope: BundleScope }
  /** A bundle left: its SHA-256, and the `recipients` it was sealed to (public keys), none where it left open. `prepared` is the seq of what it shows. */
  | {
      readonly type: 'case_exported'
      readonly by: string
      readonly prepared: number
      readonly sha256: Sha256Hex
      readonly size: Bytes
      readonly recipients: readonly string[]
    }
  /** Nothing erases the case by itself, nor by a command, while it is held: a court or a prosecutor asked for it. */
  | { readonly type: 'hold_set' | 'hold_lifted'; readonly by: string; readonly reason: string }
  /** Two members of the team have the case erased (core/services/erasure/erasure-desk): one asks, another agrees or refuses. */
  | { readonly type: 'erasure_requested'; readonly by: AgentId; readonly ground: ErasureGround; readonly reason: string }
  | { readonly type: 'erasure_refused'; readonly by: AgentId; readonly request: number; readonly reason: string }
  /** Only named by the tombstone, beside `case_erased`: there is no key any more that it could be sealed under. */
  | { readonly type: 'erasure_approved'; readonly by: AgentId; readonly request: number }
  // the end of it
  | { readonly type: 'messages_wiped'; readonly by: 'exit' | 'erase' }
  | { readonly type: 'case_erased'; readonly by: string }

export const OUTCOMES = ['resolved', 'referred', 'withdrawn', 'unreachable', 'duplicate', 'not_a_case'] as const
export type Outcome = (typeof OUTCOMES)[number]
