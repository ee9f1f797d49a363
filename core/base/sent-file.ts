import type { ObjectId, Sha256Hex } from './ids.ts'
import { mebibytes, type Bytes } from './units.ts'

/** What an agent can send a person beside words. A channel says of each how large it may be. */
export const SENT_KINDS = ['photo', 'document', 'voice'] as const
export type SentKind = (typeof SENT_KINDS)[number]

/** Largest file that is sent to anybody, whatever a channel would carry: it is held in memory on its way. */
export const LARGEST_SENT: Bytes = mebibytes(16)

/** A file that an agent sends, as it leaves the house; its bytes are a sealed object of the case. */
export type SentFile = {
  readonly kind: SentKind
  readonly object: ObjectId
  readonly sha256: Sha256Hex
  readonly size: Bytes
  readonly mime: string
  /** What the person sees as its name: of a picture or a recording nothing that its device gave it. */
  readonly name: string
}
