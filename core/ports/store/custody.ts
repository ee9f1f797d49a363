import type { CaseId, Sha256Hex } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'

/** An entry of a case as the log takes it: of a case that changed, the newest. */
export type CaseHead = {
  readonly caseId: CaseId
  readonly seq: number
  /** The entry's chain hash. */
  readonly hash: Sha256Hex
}

/**
 * `leaf`: RFC 9162 leaf hash over the leaf's data, 32 bytes; see core/custody/leaf.ts. The data
 * name no case, this row does.
 */
export type NewLeaf = CaseHead & { readonly leaf: Uint8Array }
/** `index` counts the leaves of the log from 0, without holes. */
export type Leaf = NewLeaf & { readonly index: number }

/** What an outside authority gave over a checkpoint's text, see core/ports/anchor.ts. */
export type Stamp = {
  /** The authority's id in the operator file. */
  readonly anchor: string
  /** The time that the authority vouches for. */
  readonly at: Instant
  /** RFC 3161 TimeStampResp, DER: what `openssl ts -verify -in` takes. */
  readonly token: Uint8Array
  /** What it is verified against: the authority's certificates as the operator named them, PEM. */
  readonly certificates: string
}

/** A signed statement about the first `size` leaves. Never changed once kept. */
export type Checkpoint = {
  /** Counts checkpoints from 0, without holes; `size` and `at` never fall from one to the next. */
  readonly no: number
  /** Leaves that it covers; at least 1. */
  readonly size: number
  readonly root: Sha256Hex
  /**
   * Hashes of the perfect subtrees of `size` leaves, the largest first: what the next root is
   * computed from. They hash to `root`.
   */
  readonly peaks: readonly Sha256Hex[]
  readonly at: Instant
  /** The signed note, see core/custody/note.ts. */
  readonly text: string
  /** Ed25519 public key that it is signed with, 32 bytes in hexadecimal. */
  readonly publicKey: string
  readonly stamps: readonly Stamp[]
}

/**
 * The log of the heads of all cases (core/README.md, What the chain proves), append-only, and the
 * checkpoints over it. No leaf and no checkpoint is ever changed or removed. May throw what the
 * store may.
 */
export type CustodyLog = {
  /**
   * Adds the leaves at `expectedSize` and after, in this order. `moved`: the log does not stand at
   * `expectedSize`, or has a leaf of one of these entries; some of the first may be there, look
   * again. A leaf alone is harmless: whatever checkpoint comes next covers it.
   */
  readonly append: (expectedSize: number, leaves: readonly NewLeaf[]) => Promise<'done' | 'moved'>
  readonly size: () => Promise<number>
  /** Leaves `from` up to, not with, `to`, in order; those that are there. */
  readonly leaves: (from: number, to: number) => AsyncIterable<Leaf>
  /** The leaf of the lowest seq at or after `seq` of a case. */
  readonly leafOf: (caseId: CaseId, seq: number) => Promise<Leaf | undefined>
  /**
   * Newest entries of cases that are no leaf yet, in no order. What was committed just before may
   * be missing where other processes commit.
   */
  readonly changed: () => AsyncIterable<CaseHead>
  /** `moved`: there is a checkpoint of this number, or none of the number before. */
  readonly keep: (checkpoint: Checkpoint) => Promise<'done' | 'moved'>
  readonly latest: () => Promise<Checkpoint | undefined>
  /** The first checkpoint of at least this size. */
  readonly covering: (size: number) => Promise<Checkpoint | undefined>
  /** All, in order, those after `no`. */
  readonly checkpoints: (no?: number) => AsyncIterable<Checkpoint>
}
