import type { AgentId, EvidenceId, InboundId, ObjectId, Sha256Hex } from '../base/ids.ts'
import type { Bytes, Instant } from '../base/units.ts'
import type { Capture, EvidenceKind } from '../base/message.ts'
import type { Derived, Examination } from '../base/examination.ts'
import type { ReadPicture } from './reading-events.ts'
import type { Untrusted } from '../base/untrusted.ts'

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

/** A file, or words that are sealed as one: from the offer to the receipt. */
export type EvidenceEvent =
  /** A file was offered and may be taken (law 10); it is fetched by a job. */
  /**
   * `lines`: of a statement that was written in several messages, all of them in their order; its
   * bytes are their words, a line each.
   */
  | ({ readonly type: 'evidence_announced'; readonly lines?: readonly InboundId[] } & Offered)
  /**
   * A file was offered before it was known whether it may be taken: nothing is downloaded, and what
   * it is fetched by stays sealed in its message until an answer allows it or forbids it.
   * `message`: the platform's id. `onDevice`: it has not left the person's device.
   */
  | ({
      readonly type: 'evidence_waiting'
      readonly why: 'age' | 'consent'
      readonly message: string
      readonly onDevice?: true
    } & Offered)
  /**
   * The answer allows a file that waited on the person's device: the device sends it by itself, as
   * a message of its own.
   */
  | { readonly type: 'evidence_called'; readonly evidence: EvidenceId; readonly inbound: InboundId }
  /**
   * The person went back to an older case (`return_granted` names it): what waited here goes on
   * there, as items of that case with ids of their own.
   */
  | {
      readonly type: 'files_carried'
      readonly files: readonly { readonly evidence: EvidenceId; readonly inbound: InboundId }[]
    }
  /** A file was offered and not taken: nothing of it was downloaded. `taken_back`: by who had sent it. */
  | {
      readonly type: 'evidence_refused'
      readonly inbound: InboundId
      readonly why: 'age' | 'size' | 'count' | 'consent' | 'taken_back'
      /** Of one that waited, see `evidence_waiting`. */
      readonly evidence?: EvidenceId
    }
  /**
   * The bytes are sealed. `sha256` and `size` are of what arrived; the sealed file's hash stands in
   * the header. `salt`, 32 bytes as hexadecimal, opens the header's commitment to `sha256`
   * (core/README.md, What the chain proves); entries of before there was one have none.
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
  /**
   * `age`: between the offer and the fetching it was said that this is about somebody under 18.
   * `taken_back`: who had sent it took it back meanwhile.
   */
  | {
      readonly type: 'evidence_failed'
      readonly evidence: EvidenceId
      readonly why: 'gone' | 'too_large' | 'unreachable' | 'age' | 'taken_back'
    }
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
   * What was read off the file, one result a tool; `derived` names objects made from it
   * (core/base/examination.ts). The file itself is not touched (law 6). `marks` are keyed hashes of
   * the file, and of the picture, to match cases by (core/services/linkage/pictures.ts).
   */
  | {
      readonly type: 'evidence_examined'
      readonly evidence: EvidenceId
      readonly results: readonly Examination[]
      readonly derived: readonly Derived[]
      readonly marks?: readonly string[]
      /** Of a picture whose words were read: where they stand, and the codes in it. */
      readonly read?: ReadPicture
    }
  /** The person's own device computed these: the file never left it. */
  | {
      readonly type: 'fingerprint_given'
      readonly evidence: EvidenceId
      readonly sha256: Sha256Hex
      readonly pdq?: { readonly hash: string; readonly quality: number }
    }
  /**
   * Fingerprints of these items went into a list for platforms; only where the person agreed to it
   * for each.
   */
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
   * `seal`: over the items in this order, see core/model/seal.ts. Missing where there are none, and
   * in entries of before it was written down: there it is what the items' hashes give, and only its
   * first 8 characters were said.
   */
  | { readonly type: 'receipt_given'; readonly evidence: readonly EvidenceId[]; readonly seal?: Sha256Hex }
  | {
      readonly type: 'evidence_viewed'
      readonly evidence: EvidenceId
      readonly agent: AgentId
      readonly what: 'reveal' | 'original'
      readonly reason: string
    }
