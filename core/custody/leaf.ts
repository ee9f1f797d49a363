import type { CaseId, Sha256Hex } from '../base/ids.ts'
import type { CaseHead, NewLeaf } from '../ports/store/custody.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { DeedHead } from '../ports/witness.ts'
import { leafHash } from './merkle.ts'

/**
 * What a leaf of the log is made of: RFC 8785 canonical JSON `{"hash":HEX,"seq":N,"v":1}`, UTF-8.
 * `hash` is the entry's chain hash, so the data say nothing about whose case it is.
 */
export const leafData = (
  hasher: Hasher,
  { hash, seq }: { readonly hash: Sha256Hex; readonly seq: number },
): Uint8Array => hasher.utf8(hasher.canonical({ hash, seq, v: 1 }))

/**
 * Stands where a case's id stands, in the leaf of the administrators' log: `seq` is the number of
 * its newest deed, `hash` that one's hash. No case has such an id.
 */
export const DEEDS = 'deeds' as CaseId

/**
 * As `leafData`, of the administrators' log: `{"hash":HEX,"log":"deeds","seq":N,"v":1}`. No data of
 * a case's leaf are these.
 */
const deedsData = (
  hasher: Hasher,
  { hash, seq }: { readonly hash: Sha256Hex; readonly seq: number },
): Uint8Array => hasher.utf8(hasher.canonical({ hash, log: 'deeds', seq, v: 1 }))

export const makeLeaf = (hasher: Hasher, { caseId, seq, hash }: CaseHead): NewLeaf => ({
  caseId,
  seq,
  hash,
  leaf: leafHash(hasher.digest, (caseId === DEEDS ? deedsData : leafData)(hasher, { hash, seq })),
})

export const makeDeedsLeaf = (hasher: Hasher, { no, hash }: DeedHead): NewLeaf =>
  makeLeaf(hasher, { caseId: DEEDS, seq: no, hash })
