import type { CrisisHit, CrisisLabel, IN_PICTURE } from '../base/danger.ts'
import type { AgentId, EvidenceId, InboundId } from '../base/ids.ts'
import type { Untrusted } from '../base/untrusted.ts'
import type { ReadBubble } from '../ports/picture-reader.ts'
import type { Identifier } from '../text/identifiers/identifier.ts'

/** A number, an account name, a wallet as a machine read it in a picture. */
export type ReadCode = {
  readonly identifier: Identifier
  /** Its own check sum holds, or two looks at it agree letter by letter. */
  readonly sure: boolean
  /** Which bubble it stands in, from 0; in the head of the screen where it has none. */
  readonly bubble?: number
}

/** A code in the reading of a picture, by its place in it. */
export type CodePlace = { readonly evidence: EvidenceId; readonly place: number }

/** Where the words of a read picture stand, in pixels of it; the words are facts of its examination. */
export type ReadPicture = {
  readonly width: number
  readonly height: number
  readonly bubbles: readonly (Pick<ReadBubble, 'side' | 'box'> & {
    /** How well it was read, in per cent. */
    readonly confidence: number
  })[]
  readonly codes: readonly ReadCode[]
}

/** Who says whether a code was read right: the person in the chat, or a member of the team beside the picture. */
export type CodeJudge =
  | { readonly kind: 'person'; readonly inbound: InboundId }
  | { readonly kind: 'agent'; readonly agent: AgentId; readonly alias: string }

type Judged = {
  readonly evidence: EvidenceId
  /** Its place among the codes of the picture's reading, from 0. */
  readonly place: number
  readonly by: CodeJudge
}

/** Signs of danger in a picture are never sure: a machine may have misread it. */
export type PictureHit = CrisisHit & {
  readonly hard: false
  readonly rule: `${typeof IN_PICTURE}${CrisisLabel}`
}

/** What was made of the words that a machine read in a picture (core/ports/picture-reader). */
export type ReadingEvent =
  /**
   * A code was read right, or stands here as it was put right (`fixed`). From here on it counts like
   * a told one: `identifiers_found` stands beside it.
   */
  | ({ readonly type: 'reading_confirmed'; readonly value: string; readonly fixed?: true } & Judged)
  /** It was misread, and nobody said how it should be. */
  | ({ readonly type: 'reading_rejected' } & Judged)
  /** The person would not or could not say; it stays open for the team. */
  | ({ readonly type: 'reading_passed' } & Judged)
  /** A soft sign of danger in what the other side wrote in a picture, with the words it rests on. */
  | {
      readonly type: 'picture_danger_found'
      readonly evidence: EvidenceId
      readonly inbound: InboundId
      readonly hit: PictureHit
      readonly sentence: Untrusted
      readonly tool: string
    }
