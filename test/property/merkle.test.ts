import { array, assert as assertLaw, asyncProperty, integer, nat, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addLeaf,
  consistencyRanges,
  hashRanges,
  inclusionRanges,
  leafHash,
  peakSizes,
  rootOf,
  sizeOf,
  verifyConsistency,
  verifyInclusion,
  type Peaks,
} from '../../core/custody/merkle.ts'
import { hasher } from '../core/custody/world.ts'
import { runs } from './runs.ts'

const { digest } = hasher
const MOST = 200

const hashes = Array.from({ length: MOST }, (_, i) => leafHash(digest, hasher.utf8(`leaf ${i}`)))
const peaksOf = (size: number): Peaks =>
  hashes.slice(0, size).reduce<Peaks>((peaks, leaf) => addLeaf(digest, peaks, leaf), [])
const root = (size: number): Uint8Array => rootOf(digest, peaksOf(size))
const leaves = async function* (size: number) {
  for (const [index, leaf] of hashes.slice(0, size).entries()) yield { index, leaf }
}
const prove = async (
  size: number,
  ranges: ReturnType<typeof inclusionRanges>,
): Promise<readonly Uint8Array[]> => (await hashRanges(digest, leaves(size), ranges)) ?? []

const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const changed = Uint8Array.from(bytes)
  const at = Math.floor(bit / 8) % bytes.length
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8))
  return changed
}

/** A tree, a place in it, and a bit to flip somewhere. */
const place = tuple(integer({ min: 1, max: MOST }), nat(), nat(255), nat())

describe('trees', () => {
  test('what is kept of a tree is as small as its size in binary', () => {
    for (let size = 0; size <= MOST; size++) {
      expect(peaksOf(size).map((peak) => peak.size)).toEqual(peakSizes(size))
      expect(sizeOf(peaksOf(size))).toBe(size)
    }
  })

  test('law: every leaf is proved in every tree that has it, and a flipped bit anywhere is refused', async () => {
    await assertLaw(
      asyncProperty(place, async ([size, n, bit, which]) => {
        const index = n % size
        const leaf = hashes[index] ?? new Uint8Array()
        const proof = await prove(size, inclusionRanges(index, size))
        const stated = { leaf, index, size, proof, root: root(size) }
        expect(proof.length).toBeLessThanOrEqual(8)
        expect(verifyInclusion(digest, stated)).toBe(true)
        expect(verifyInclusion(digest, { ...stated, leaf: flipped(leaf, bit) })).toBe(false)
        expect(verifyInclusion(digest, { ...stated, root: flipped(stated.root, bit) })).toBe(false)
        const changed = proof.map((node, i) => (i === which % proof.length ? flipped(node, bit) : node))
        if (proof.length > 0) expect(verifyInclusion(digest, { ...stated, proof: changed })).toBe(false)
      }),
      runs(100),
    )
  })

  test('law: a proof of one place is none of another, nor with a node too many or too few', async () => {
    await assertLaw(
      asyncProperty(place, nat(), async ([size, n, , which], other) => {
        const index = n % size
        const proof = await prove(size, inclusionRanges(index, size))
        const stated = { leaf: hashes[index] ?? new Uint8Array(), index, size, proof, root: root(size) }
        if (other % size !== index)
          expect(verifyInclusion(digest, { ...stated, index: other % size })).toBe(false)
        expect(verifyInclusion(digest, { ...stated, proof: [...proof, root(size)] })).toBe(false)
        expect(verifyInclusion(digest, { ...stated, proof: proof.slice(0, -1) })).toBe(proof.length === 0)
        expect(verifyInclusion(digest, { ...stated, index: size })).toBe(false)
        expect(verifyInclusion(digest, { ...stated, index: -1 })).toBe(false)
        if (proof.length > 0) {
          const short = proof.map((node, i) => (i === which % proof.length ? node.slice(1) : node))
          expect(verifyInclusion(digest, { ...stated, proof: short })).toBe(false)
        }
      }),
      runs(80),
    )
  })

  test('law: every tree is the beginning of every longer one, and a flipped bit anywhere is refused', async () => {
    await assertLaw(
      asyncProperty(place, async ([second, n, bit, which]) => {
        const first = 1 + (n % second)
        const proof = await prove(second, consistencyRanges(first, second))
        const stated = { first, second, proof, firstRoot: root(first), secondRoot: root(second) }
        expect(verifyConsistency(digest, stated)).toBe(true)
        expect(verifyConsistency(digest, { ...stated, firstRoot: flipped(stated.firstRoot, bit) })).toBe(
          false,
        )
        expect(verifyConsistency(digest, { ...stated, secondRoot: flipped(stated.secondRoot, bit) })).toBe(
          false,
        )
        const changed = proof.map((node, i) => (i === which % proof.length ? flipped(node, bit) : node))
        if (proof.length > 0) expect(verifyConsistency(digest, { ...stated, proof: changed })).toBe(false)
        expect(verifyConsistency(digest, { ...stated, proof: [...proof, stated.secondRoot] })).toBe(false)
        if (first < second) {
          expect(verifyConsistency(digest, { ...stated, proof: proof.slice(0, -1) })).toBe(false)
          expect(verifyConsistency(digest, { ...stated, first: second, second: first })).toBe(false)
        }
      }),
      runs(100),
    )
  })

  test('law: a log of which a leaf was changed, taken out or moved is not the beginning of a longer one', async () => {
    await assertLaw(
      asyncProperty(
        tuple(integer({ min: 2, max: MOST }), nat(), nat()),
        array(nat(255), { maxLength: 3 }),
        async ([second, n, m], bits) => {
          const first = 1 + (n % second)
          const at = m % first
          const proof = await prove(second, consistencyRanges(first, second))
          const start = hashes.slice(0, first)
          const forgeries = [
            start.map((leaf, i) => (i === at ? bits.reduce(flipped, flipped(leaf, 3)) : leaf)),
            start.filter((_, i) => i !== at),
            start.length > 1 ? [...start.slice(1), ...start.slice(0, 1)] : [],
          ].filter((forged) =>
            forged.some(
              (leaf, i) => leaf !== start[i] && Buffer.compare(leaf, start[i] ?? leaf.slice(1)) !== 0,
            ),
          )
          for (const forged of forgeries) {
            const firstRoot = rootOf(
              digest,
              forged.reduce<Peaks>((peaks, leaf) => addLeaf(digest, peaks, leaf), []),
            )
            expect(
              verifyConsistency(digest, { first, second, proof, firstRoot, secondRoot: root(second) }),
            ).toBe(false)
          }
        },
      ),
      runs(80),
    )
  })

  test('sizes that are none are refused, and nothing is the beginning of everything', () => {
    const roots = { firstRoot: root(3), secondRoot: root(5) }
    for (const [first, second] of [
      [-1, 5],
      [3.5, 5],
      [3, Number.NaN],
      [3, 2 ** 60],
      [Number.POSITIVE_INFINITY, 5],
    ] as const)
      expect(verifyConsistency(digest, { first, second, proof: [], ...roots })).toBe(false)
    expect(
      verifyConsistency(digest, { first: 0, second: 5, proof: [], firstRoot: root(0), secondRoot: root(5) }),
    ).toBe(true)
    expect(
      verifyConsistency(digest, { first: 0, second: 5, proof: [], firstRoot: root(1), secondRoot: root(5) }),
    ).toBe(false)
    expect(verifyConsistency(digest, { first: 3, second: 5, proof: [], ...roots })).toBe(false)
  })

  test('nodes are not made of a log that lacks leaves', async () => {
    expect(await hashRanges(digest, leaves(4), inclusionRanges(1, 9))).toBeUndefined()
    expect(await hashRanges(digest, leaves(4), consistencyRanges(3, 9))).toBeUndefined()
  })
})
