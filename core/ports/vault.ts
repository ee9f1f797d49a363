import type { ObjectId, Sha256Hex } from '../base/ids.ts'
import type { Bytes, Instant } from '../base/units.ts'
import type { SealedSource } from './sealer.ts'

/** Keeps sealed objects whole. Knows no key and never sees plain bytes. */
export type Vault = {
  /**
   * Writes `sealed` under `objectId`; whole and durable when it resolves, absent when it throws
   * (`disk_full`, `data_unwritable`, or whatever the source threw). Writing an id again replaces
   * it: a job that was interrupted starts over.
   */
  readonly put: (
    objectId: ObjectId,
    sealed: AsyncIterable<Uint8Array>,
  ) => Promise<{ readonly size: Bytes; readonly sha256: Sha256Hex }>
  /** Nothing where there is no such object. The caller closes the source. */
  readonly open: (
    objectId: ObjectId,
  ) => Promise<(SealedSource & { readonly close: () => Promise<void> }) | undefined>
  /** Idempotent. */
  readonly remove: (objectId: ObjectId) => Promise<void>
  readonly list: () => AsyncIterable<ObjectId>
  /** When it was written last, by the vault's own clock; nothing where there is no such object. */
  readonly writtenAt: (objectId: ObjectId) => Promise<Instant | undefined>
  /**
   * How much may still be written before `put` throws `disk_full`: what is kept free for words is
   * left out. Nothing where the vault does not know, such as one behind a server.
   */
  readonly room: () => Promise<Bytes | undefined>
  /** Writes, reads and removes a probe; throws where the vault is not usable. For `/readyz`. */
  readonly probe: () => Promise<void>
}
