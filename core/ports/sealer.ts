import type { CaseId, ObjectId, Sha256Hex } from '../base/ids.ts'
import type { Bytes } from '../base/units.ts'

/** What a sealed piece is: bound into it, so that a piece moved to another place does not open. */
export type SealContext = string

/** Seals and opens under one case's key. */
export type CaseSealer = {
  /** JSON value -> sealed bytes (AES-256-GCM, random nonce, context as associated data). */
  readonly seal: (context: SealContext, value: unknown) => Uint8Array
  /** Throws `seal_broken` where a byte changed or the context differs. */
  readonly open: (context: SealContext, sealed: Uint8Array) => unknown
  /**
   * A stream under an object key of its own, wrapped by the case key and carried in the stream's
   * header: 64 KiB chunks, STREAM construction, so that ranges can be read and a cut, a swap or a
   * flip is found.
   */
  readonly sealStream: (objectId: ObjectId, plain: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  /**
   * `read` gives sealed bytes [start, end); only the chunks that cover the asked range are read.
   * Throws `seal_broken`.
   */
  readonly openStream: (
    objectId: ObjectId,
    source: SealedSource,
    range?: { readonly start: number; readonly end: number },
  ) => AsyncIterable<Uint8Array>
}

export type SealedSource = {
  readonly size: Bytes
  readonly read: (start: number, end: number) => Promise<Uint8Array>
}

/**
 * Wrapped case keys, kept apart from the store so that a backup of the store cannot bring back an
 * erased case.
 */
export type KeyStore = {
  /**
   * Keeps `wrapped` unless the case has a key or had one; returns what is kept, or `destroyed`.
   * Durable when it resolves. Throws `master_key_wrong` where the master key was rotated since
   * `check` was asked here: nobody could open that key any more.
   */
  readonly keep: (caseId: CaseId, wrapped: Uint8Array) => Promise<Uint8Array | 'destroyed'>
  readonly get: (caseId: CaseId) => Promise<Uint8Array | 'destroyed' | undefined>
  /** Overwrites and removes the key; the case id stays, marked. Durable when it resolves. Idempotent. */
  readonly destroy: (caseId: CaseId) => Promise<void>
  /**
   * A value that only the right master key opens: set once, then compared at each start. Throws
   * `rotation_interrupted`, see `rotate`.
   */
  readonly check: (make: () => Uint8Array) => Promise<Uint8Array>
  /** In no order; keys may be replaced meanwhile. */
  readonly list: () => AsyncIterable<{ readonly caseId: CaseId; readonly wrapped: Uint8Array | 'destroyed' }>
  /**
   * The same key under another master key. Passed over where the case has no key, so that a
   * destroyed one never comes back.
   */
  readonly replace: (caseId: CaseId, wrapped: Uint8Array) => Promise<void>
  /**
   * What `check` compares with, and what a rotation that did not come to its end was to put in its
   * place. Makes and refuses nothing.
   */
  readonly checks: () => Promise<{ readonly kept?: Uint8Array; readonly coming?: Uint8Array }>
  /**
   * Puts every key under another master key, then `check` in the place of the check value. `rewrap`
   * gives a key as it shall stand, and nothing where it shall stay; it may be asked twice of a key,
   * and gives what is under the new master key already as it is. Interrupted at any instant, either
   * all is as before, or `check` throws until this is called again with the same value. Throws
   * `store_busy` where it is called with another one meanwhile.
   */
  readonly rotate: (to: {
    readonly check: Uint8Array
    readonly rewrap: (caseId: CaseId, wrapped: Uint8Array) => Uint8Array | undefined
  }) => Promise<void>
  readonly close: () => Promise<void>
}

export type Sealer = {
  /** The sealer of a case, its key made where the case is new. Throws `key_destroyed` after erasure. */
  readonly forCase: (caseId: CaseId) => Promise<CaseSealer>
  /**
   * For what waits between a channel and its case (inbox rows, uploads not yet claimed): a key
   * derived from the master key. Such rows are emptied when they are handled.
   */
  readonly transit: CaseSealer
  /** Erases a case: its key is gone when this resolves (law 7). */
  readonly destroy: (caseId: CaseId) => Promise<void>
  readonly sha256: (sealed: Uint8Array) => Sha256Hex
}
