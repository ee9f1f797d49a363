import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 9162, 2.1, word by word and slow: the hash of a tree over leaf data. */
export const treeHash = (leaves: readonly Uint8Array[]): Buffer => {
  const [first] = leaves
  if (first === undefined) return sha256()
  if (leaves.length === 1) return sha256(Uint8Array.of(0), first)
  const k = splitOf(leaves.length)
  return sha256(Uint8Array.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}

const splitOf = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** RFC 9162, 2.1.3.1. */
export const inclusionProof = (leaves: readonly Uint8Array[], index: number): readonly Buffer[] => {
  if (leaves.length === 1) return []
  const k = splitOf(leaves.length)
  return index < k
    ? [...inclusionProof(leaves.slice(0, k), index), treeHash(leaves.slice(k))]
    : [...inclusionProof(leaves.slice(k), index - k), treeHash(leaves.slice(0, k))]
}
