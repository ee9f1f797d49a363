import type { Sha256Hex } from '../ids.ts'
import type { CaseHead, NewLeaf } from '../ports/custody.ts'
import type { Hasher } from '../ports/hasher.ts'
import { leafHash } from './merkle.ts'

/**
 * What a leaf of the log is made of: RFC 8785 canonical JSON `{"hash":HEX,"seq":N,"v":1}`, UTF-8. `hash` is the entry's chain hash, so the data say
 * nothing about whose case it is.
 */
export const leafData = (hasher: Hasher, { hash, seq }: { readonly hash: Sha256Hex; readonly seq: number }): Uint8Array =>
  hasher.utf8(hasher.canonical({ hash, seq, v: 1 }))

export const makeLeaf = (hasher: Hasher, { caseId, seq, hash }: CaseHead): NewLeaf => ({
  caseId,
  seq,
  hash,
  leaf: leafHash(hasher.digest, leafData(hasher, { hash, seq })),
})
