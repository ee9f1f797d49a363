import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  addLeaf,
  consistencyRanges,
  hashRanges,
  inclusionRanges,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type Peaks,
} from '../../core/custody/merkle.ts'
import { hasher } from '../core/custody/world.ts'

type Vectors = {
  /** Data of eight leaves, as the first public logs of certificates were tested with. */
  readonly leaves: readonly string[]
  /** Of the first n leaves. */
  readonly roots: readonly string[]
  readonly inclusion: readonly {
    readonly index: number
    readonly size: number
    readonly proof: readonly string[]
  }[]
  readonly consistency: readonly {
    readonly first: number
    readonly second: number
    readonly proof: readonly string[]
  }[]
}

const vectors = JSON.parse(readFileSync(new URL('./merkle.json', import.meta.url), 'utf8')) as Vectors
const { digest } = hasher
const raw = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const hexOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex')
const hashes = vectors.leaves.map((data) => leafHash(digest, raw(data)))
const root = (size: number): Uint8Array => raw(vectors.roots[size] ?? '')

const leaves = async function* (size: number) {
  for (const [index, leaf] of hashes.slice(0, size).entries()) yield { index, leaf }
}

/** Another implementation than the product's: the recursive definition of RFC 9162, 2.1.1. */
const treeHash = (data: readonly Uint8Array[]): Buffer => {
  const [only] = data
  if (only === undefined) return createHash('sha256').digest()
  if (data.length === 1) return createHash('sha256').update(Uint8Array.of(0)).update(only).digest()
  let k = 1
  while (k * 2 < data.length) k *= 2
  return createHash('sha256')
    .update(Uint8Array.of(1))
    .update(treeHash(data.slice(0, k)))
    .update(treeHash(data.slice(k)))
    .digest()
}

describe('the frozen trees', () => {
  test('roots are what the recursive definition gives, and what leaves added one by one give', () => {
    let peaks: Peaks = []
    for (let size = 0; size <= 8; size++) {
      expect(hexOf(rootOf(digest, peaks))).toBe(vectors.roots[size])
      expect(treeHash(vectors.leaves.slice(0, size).map(raw)).toString('hex')).toBe(vectors.roots[size])
      const next = hashes[size]
      if (next !== undefined) peaks = addLeaf(digest, peaks, next)
    }
  })

  test.each(vectors.inclusion)(
    'leaf $index of $size is proved by the frozen path',
    async ({ index, size, proof }) => {
      const made = await hashRanges(digest, leaves(size), inclusionRanges(index, size))
      expect(made?.map(hexOf)).toEqual(proof)
      const leaf = hashes[index] ?? new Uint8Array()
      expect(verifyInclusion(digest, { leaf, index, size, proof: proof.map(raw), root: root(size) })).toBe(
        true,
      )
    },
  )

  test.each(vectors.consistency)(
    '$first of $second is proved by the frozen path',
    async ({ first, second, proof }) => {
      const made = await hashRanges(digest, leaves(second), consistencyRanges(first, second))
      expect(made?.map(hexOf)).toEqual(proof)
      const roots = { firstRoot: root(first), secondRoot: root(second) }
      expect(verifyConsistency(digest, { first, second, proof: proof.map(raw), ...roots })).toBe(true)
    },
  )
})
