import type { Asked, Secret } from './access.ts'
import type { CaseCode, CaseId, EvidenceId, InboundId } from '../base/ids.ts'
import type { ChannelName } from '../base/message.ts'
import type { Language } from '../base/language.ts'
import type { PinHash } from '../ports/pins.ts'
import type { Scope } from './access-rules.ts'

/** The person and their own case (core/services/access). */
export type AccessEvent =
  /**
   * The bot waits for something that is no answer of the flow. `code`: what was typed as the code
   * of a case; `evidence`: the item asked about, `place`: which code of its reading.
   */
  /**
   * `link`: the mark of the page that the answer may come from. `waits`: it was wanted and not asked yet,
   * since a question of danger stands first; it is asked alone afterwards.
   */
  | {
      readonly type: 'access_asked'
      readonly what: Asked
      readonly code?: CaseCode
      readonly evidence?: EvidenceId
      readonly place?: number
      readonly link?: string
      readonly waits?: true
    }
  | { readonly type: 'access_left' }
  /** All that is kept of a PIN, a decoy or a duress word. */
  | { readonly type: 'secret_kept'; readonly which: Secret; readonly salt: string; readonly hash: PinHash }
  /** In the chat that tried to return: nothing was opened. */
  | { readonly type: 'return_failed' }
  /** This chat speaks about another case from now on. */
  | { readonly type: 'return_granted'; readonly to: CaseId }
  | { readonly type: 'decoy_opened' }
  /**
   * At the case: somebody tried to return to it. `from`: the code of the case that the person's new
   * chat had until then.
   */
  | { readonly type: 'return_refused'; readonly channel: ChannelName }
  /**
   * In its own chat, after it was left: somebody came back by a word of return alone, where the person
   * was told neither PIN nor code. It may be another. What they write is heard; nothing that was told
   * before is shown.
   */
  | { readonly type: 'return_unproven' }
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
