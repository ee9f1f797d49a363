import type { Hasher } from '../ports/hasher.ts'
import { sameBytes } from '../base/bytes.ts'

/**
 * Merkle trees as RFC 9162, 2.1 has them: SHA-256, 32-byte hashes, sizes up to 2^53. Written from
 * the RFC.
 */
export type Digest = Hasher['digest']

const LEAF = new Uint8Array([0])
const NODE = new Uint8Array([1])

/** `SHA-256(0x00 || data)`. */
export const leafHash = (digest: Digest, data: Uint8Array): Uint8Array => digest(LEAF, data)

/** `SHA-256(0x01 || left || right)`. */
export const nodeHash = (digest: Digest, left: Uint8Array, right: Uint8Array): Uint8Array =>
  digest(NODE, left, right)

/** A perfect subtree: `size` is a power of two. */
export type Peak = { readonly size: number; readonly hash: Uint8Array }

/** The perfect subtrees of a tree, the largest first: all that has to be kept of it to go on. */
export type Peaks = readonly Peak[]

export const addLeaf = (digest: Digest, peaks: Peaks, leaf: Uint8Array): Peaks => {
  const rest = [...peaks]
  let peak: Peak = { size: 1, hash: leaf }
  for (let last = rest.at(-1); last !== undefined && last.size === peak.size; last = rest.at(-1)) {
    peak = { size: last.size * 2, hash: nodeHash(digest, last.hash, peak.hash) }
    rest.pop()
  }
  return [...rest, peak]
}

export const sizeOf = (peaks: Peaks): number => peaks.reduce((sum, { size }) => sum + size, 0)

/** The sizes of a tree's perfect subtrees, the largest first: the binary digits of its own size. */
export const peakSizes = (size: number): readonly number[] => {
  const sizes: number[] = []
  for (let left = size, bit = 1; left > 0; left = Math.floor(left / 2), bit *= 2)
    if (left % 2 === 1) sizes.unshift(bit)
  return sizes
}

/** The root; of no leaves, the digest of nothing. */
export const rootOf = (digest: Digest, peaks: Peaks): Uint8Array => {
  const last = peaks.at(-1)
  if (last === undefined) return digest()
  return peaks.slice(0, -1).reduceRight((hash, peak) => nodeHash(digest, peak.hash, hash), last.hash)
}

/** Leaves `from` up to, not with, `to`: a node of the tree. */
export type Range = { readonly from: number; readonly to: number }

/** The largest power of two below `n`, which is at least 2. */
const splitOf = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/**
 * The nodes of the inclusion proof of leaf `index` in a tree of `size` leaves, in the proof's order
 * (RFC 9162, 2.1.3.1).
 */
export const inclusionRanges = (index: number, size: number): readonly Range[] => {
  const walk = (from: number, to: number): readonly Range[] => {
    if (to - from === 1) return []
    const middle = from + splitOf(to - from)
    return index < middle
      ? [...walk(from, middle), { from: middle, to }]
      : [...walk(middle, to), { from, to: middle }]
  }
  return walk(0, size)
}

/**
 * The nodes of the consistency proof between the first `first` leaves and `second` of them, in the
 * proof's order (RFC 9162, 2.1.4.1).
 */
export const consistencyRanges = (first: number, second: number): readonly Range[] => {
  const walk = (from: number, to: number, known: boolean): readonly Range[] => {
    if (first === to) return known ? [] : [{ from, to }]
    const middle = from + splitOf(to - from)
    return first <= middle
      ? [...walk(from, middle, known), { from: middle, to }]
      : [...walk(middle, to, false), { from, to: middle }]
  }
  return first === 0 || first === second ? [] : walk(0, second, true)
}

/**
 * The hashes of nodes, in the order asked for, from one reading of the leaves in order; keeps the
 * peaks of each node only. Nothing where leaves are missing. The nodes of a proof do not overlap.
 */
export const hashRanges = async (
  digest: Digest,
  leaves: AsyncIterable<{ readonly index: number; readonly leaf: Uint8Array }>,
  ranges: readonly Range[],
): Promise<readonly Uint8Array[] | undefined> => {
  const sorted = ranges
    .map((range, place) => ({ ...range, place, peaks: [] as Peaks }))
    .sort((a, b) => a.from - b.from)
  let at = 0
  for await (const { index, leaf } of leaves) {
    while (at < sorted.length && index >= (sorted[at]?.to ?? 0)) at += 1
    const range = sorted[at]
    if (range === undefined) break
    if (index < range.from) continue
    range.peaks = addLeaf(digest, range.peaks, leaf)
  }
  if (sorted.some(({ from, to, peaks }) => sizeOf(peaks) !== to - from)) return undefined
  return sorted.sort((a, b) => a.place - b.place).map(({ peaks }) => rootOf(digest, peaks))
}

const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const half = (n: number): number => Math.floor(n / 2)
const isOdd = (n: number): boolean => n % 2 === 1

/** RFC 9162, 2.1.3.2. */
export const verifyInclusion = (
  digest: Digest,
  {
    leaf,
    index,
    size,
    proof,
    root,
  }: { leaf: Uint8Array; index: number; size: number; proof: readonly Uint8Array[]; root: Uint8Array },
): boolean => {
  if (!isSize(index) || !isSize(size) || index >= size) return false
  let fn = index
  let sn = size - 1
  let hash = leaf
  for (const node of proof) {
    if (sn === 0 || node.length !== 32) return false
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(digest, node, hash)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else hash = nodeHash(digest, hash, node)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && sameBytes(hash, root)
}

/**
 * RFC 9162, 2.1.4.2; beyond it, equal sizes need equal roots and no proof, and nothing is a prefix
 * of everything.
 */
export const verifyConsistency = (
  digest: Digest,
  {
    first,
    second,
    proof,
    firstRoot,
    secondRoot,
  }: {
    first: number
    second: number
    proof: readonly Uint8Array[]
    firstRoot: Uint8Array
    secondRoot: Uint8Array
  },
): boolean => {
  if (!isSize(first) || !isSize(second) || first > second || proof.some(({ length }) => length !== 32))
    return false
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot)
  if (first === 0) return proof.length === 0 && sameBytes(firstRoot, digest())
  const path = peakSizes(first).length === 1 ? [firstRoot, ...proof] : proof
  const [start] = path
  if (start === undefined) return false
  let fn = first - 1
  let sn = second - 1
  while (isOdd(fn)) {
    fn = half(fn)
    sn = half(sn)
  }
  let fr = start
  let sr = start
  for (const node of path.slice(1)) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(digest, node, fr)
      sr = nodeHash(digest, node, sr)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else sr = nodeHash(digest, sr, node)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && sameBytes(fr, firstRoot) && sameBytes(sr, secondRoot)
}
