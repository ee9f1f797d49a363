import type { EvidenceId, InboundId } from '../base/ids.ts'
import type { Untrusted } from '../base/untrusted.ts'
import type { FactField } from '../ports/helper.ts'
import type { SoftHit } from '../text/helper/raise.ts'

/** What a `second-look` job is about. */
export type SecondLookJob = { readonly inbound: InboundId }
/** What a `transcribe` job is about. */
export type TranscribeJob = { readonly evidence: EvidenceId }

/** Words of a message that a model says tell this; `start` and `end` are their place in it. */
export type SuggestedFact = {
  readonly field: FactField
  readonly inbound: InboundId
  readonly start: number
  readonly end: number
  readonly words: Untrusted
}

/**
 * What a language model suggested (core/ports/helper); `model` and `prompt` say which one, and by
 * which version of the question.
 */
export type HelpEvent =
  /** A soft sign of danger in this message, with the words of it that it rests on. */
  | {
      readonly type: 'danger_suggested'
      readonly inbound: InboundId
      readonly hit: SoftHit
      readonly sentence: Untrusted
      readonly model: string
      readonly prompt: string
    }
  /**
   * Who, where, what is demanded, until when, on which platform: each as the words of a message,
   * nothing else. For the team alone.
   */
  | {
      readonly type: 'facts_suggested'
      readonly facts: readonly SuggestedFact[]
      readonly model: string
      readonly prompt: string
    }
  /** What a machine heard in a voice note; the voice note stays what was said. */
  | {
      readonly type: 'voice_transcribed'
      readonly evidence: EvidenceId
      readonly inbound: InboundId
      readonly text: Untrusted
      readonly model: string
      readonly prompt: string
    }
