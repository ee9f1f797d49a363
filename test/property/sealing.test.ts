import { createSecretKey, randomBytes, randomInt } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPiece, PIECE_OVERHEAD, sealPiece } from '../../adapters/crypto/piece.ts'
import { CHUNK, HEADER_BYTES, SEALED_CHUNK } from '../../adapters/crypto/stream-format.ts'
import { openStream, sealStream } from '../../adapters/crypto/stream.ts'
import { isFailure } from '../../core/base/failure.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import { collect, inPieces, sourceOf } from '../adapters/crypto/pieces.ts'
import { runs } from './runs.ts'

const caseKey = createSecretKey(randomBytes(32))
const objectId = '0123456789ABCDEFGHJKMNPQRS' as ObjectId
const otherId = '0123456789ABCDEFGHJKMNPQRT' as ObjectId

const seal = (plain: Uint8Array, lengths?: readonly number[]): Promise<Buffer> =>
  collect(sealStream(caseKey, objectId, inPieces(plain, lengths)))
const open = (sealed: Uint8Array, range?: { start: number; end: number }, id = objectId): Promise<Buffer> =>
  collect(openStream(caseKey, id, sourceOf(sealed), range))
const isFound = async (opening: Promise<unknown>): Promise<boolean> => {
  try {
    await opening
    return false
  } catch (error) {
    return isFailure(error, 'seal_broken')
  }
}

const EDGES = [
  0,
  1,
  CHUNK - 1,
  CHUNK,
  CHUNK + 1,
  2 * CHUNK - 1,
  2 * CHUNK,
  2 * CHUNK + 1,
  16 * CHUNK,
  16 * CHUNK + 1,
  33 * CHUNK + 7,
]
const size = fc.oneof(fc.constantFrom(...EDGES), fc.integer({ min: 0, max: 5 * CHUNK }))

describe('a sealed stream', () => {
  test.each(EDGES)('of %i bytes opens to what was sealed, in whole chunks with one last', async (length) => {
    const plain = randomBytes(length)
    const sealed = await seal(plain)
    expect(sealed.length).toBe(HEADER_BYTES + length + 16 * Math.max(1, Math.ceil(length / CHUNK)))
    expect((await open(sealed)).equals(plain)).toBe(true)
  })

  test('opens to what was sealed, however the source is cut into pieces', async () => {
    const lengths = fc
      .array(fc.integer({ min: 1, max: 3 * CHUNK }), { minLength: 1, maxLength: 5 })
      .filter((all) => Math.max(...all) > 500)
    await fc.assert(
      fc.asyncProperty(size, lengths, async (length, cut) => {
        const plain = randomBytes(length)
        expect((await open(await seal(plain, cut))).equals(plain)).toBe(true)
      }),
      runs(50),
    )
  })

  test('does not depend on pieces that the source reuses', async () => {
    const shared = Buffer.alloc(CHUNK)
    const wanted = Buffer.concat([1, 2, 3].map((n) => Buffer.alloc(CHUNK, n)))
    async function* reusing(): AsyncGenerator<Uint8Array> {
      for (const n of [1, 2, 3]) yield shared.fill(n)
    }
    expect((await open(await collect(sealStream(caseKey, objectId, reusing())))).equals(wanted)).toBe(true)
  })

  test('gives ranges equal to slices, reading only the chunks that cover them', async () => {
    const plain = randomBytes(20 * CHUNK + 123)
    const sealed = await seal(plain)
    const place = fc.oneof(
      fc.integer({ min: 0, max: plain.length + 10 }),
      fc.constantFrom(0, CHUNK, 16 * CHUNK, 20 * CHUNK, plain.length),
    )
    await fc.assert(
      fc.asyncProperty(place, place, async (start, end) => {
        const source = sourceOf(sealed)
        const found = await collect(openStream(caseKey, objectId, source, { start, end }))
        expect(found.equals(plain.subarray(start, Math.max(start, end)))).toBe(true)
        for (const [from, to] of source.reads.slice(1)) {
          expect(from).toBeGreaterThanOrEqual(HEADER_BYTES + Math.floor(start / CHUNK) * SEALED_CHUNK)
          expect(to).toBeLessThanOrEqual(
            HEADER_BYTES + Math.ceil(Math.min(end, plain.length) / CHUNK) * SEALED_CHUNK,
          )
        }
      }),
      runs(100),
    )
  })

  test('betrays each of 2,000 flipped bits, and every flip in the header', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK + 1_000))
    const places = [
      ...Array.from({ length: HEADER_BYTES }, (_, at) => at),
      ...Array.from({ length: 2_000 }, () => randomInt(HEADER_BYTES, sealed.length)),
    ]
    const missed: number[] = []
    for (const at of places) {
      const bit = 1 << randomInt(8)
      sealed[at]! ^= bit
      if (!(await isFound(open(sealed)))) missed.push(at)
      sealed[at]! ^= bit
    }
    expect(missed).toEqual([])
    expect(await isFound(open(sealed))).toBe(false)
  })

  test('betrays a cut at any length before the first byte is given out', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK + 50))
    const borders = [0, 1, 2, 3].map((n) => HEADER_BYTES + n * SEALED_CHUNK)
    const lengths = [
      ...borders,
      ...borders.map((n) => n + 16),
      0,
      50,
      sealed.length - 1,
      ...Array.from({ length: 100 }, () => randomInt(sealed.length)),
    ]
    for (const length of lengths) {
      const first = openStream(caseKey, objectId, sourceOf(sealed.subarray(0, length))).next()
      expect(await isFound(first), `cut to ${length}`).toBe(true)
    }
  })

  test('betrays chunks that were swapped, repeated, left out or added', async () => {
    const sealed = await seal(randomBytes(4 * CHUNK))
    const header = sealed.subarray(0, HEADER_BYTES)
    const chunks = [0, 1, 2, 3].map((n) =>
      sealed.subarray(HEADER_BYTES + n * SEALED_CHUNK, HEADER_BYTES + (n + 1) * SEALED_CHUNK),
    )
    const orders = [
      [1, 0, 2, 3],
      [0, 2, 1, 3],
      [0, 1, 3, 2],
      [3, 1, 2, 0],
      [0, 0, 2, 3],
      [0, 1, 3],
      [1, 2, 3],
      [0, 1, 2, 3, 3],
      [0, 1, 2, 2, 3],
    ]
    for (const order of orders) {
      const mixed = Buffer.concat([header, ...order.map((n) => chunks[n]!)])
      expect(await isFound(open(mixed)), order.join()).toBe(true)
    }
  })

  test('betrays chunks of another object of the same case, and a whole object under another id or key', async () => {
    const plain = randomBytes(2 * CHUNK)
    const sealed = await seal(plain)
    const other = await collect(sealStream(caseKey, otherId, inPieces(plain)))
    const mixed = Buffer.concat([
      sealed.subarray(0, HEADER_BYTES + SEALED_CHUNK),
      other.subarray(HEADER_BYTES + SEALED_CHUNK),
    ])
    expect(await isFound(open(mixed))).toBe(true)
    expect(await isFound(open(sealed, undefined, otherId))).toBe(true)
    expect(
      await isFound(collect(openStream(createSecretKey(randomBytes(32)), objectId, sourceOf(sealed)))),
    ).toBe(true)
  })

  test('betrays a source that gives fewer bytes than its size says', async () => {
    const sealed = await seal(randomBytes(CHUNK))
    const short = {
      size: sourceOf(sealed).size,
      read: async (start: number, end: number) => sealed.subarray(start, end - 1),
    }
    expect(await isFound(collect(openStream(caseKey, objectId, short)))).toBe(true)
  })

  test('passes on what its source throws, and ends the source when the reader leaves', async () => {
    let ended = false
    async function* failing(): AsyncGenerator<Uint8Array> {
      try {
        yield randomBytes(5 * CHUNK)
        throw new RangeError('the line broke')
      } finally {
        ended = true
      }
    }
    await expect(collect(sealStream(caseKey, objectId, failing()))).rejects.toThrow('the line broke')
    ended = false
    const stream = sealStream(caseKey, objectId, failing())
    await stream.next()
    await stream.next()
    await stream.return(undefined)
    expect(ended).toBe(true)
  })
})

describe('a sealed small piece', () => {
  test('opens to what was sealed under its own context only', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (plain, context, other) => {
          const sealed = sealPiece(caseKey, context, plain)
          expect(sealed.length).toBe(plain.length + PIECE_OVERHEAD)
          expect(openPiece(caseKey, context, sealed).equals(plain)).toBe(true)
          if (Buffer.from(other).equals(Buffer.from(context))) return
          expect(() => openPiece(caseKey, other, sealed)).toThrow('sealed data')
        },
      ),
      runs(150),
    )
  })

  test('betrays each of 2,000 flipped bits and every cut', () => {
    const sealed = sealPiece(caseKey, 'entry', randomBytes(300))
    let found = 0
    for (let i = 0; i < 2_000; i++) {
      const at = i < sealed.length ? i : randomInt(sealed.length)
      const bit = 1 << randomInt(8)
      sealed[at]! ^= bit
      try {
        openPiece(caseKey, 'entry', sealed)
      } catch (error) {
        if (isFailure(error, 'seal_broken')) found++
      }
      sealed[at]! ^= bit
    }
    expect(found).toBe(2_000)
    for (let length = 0; length < sealed.length; length++) {
      expect(() => openPiece(caseKey, 'entry', sealed.subarray(0, length))).toThrow('sealed data')
    }
  })

  test('never uses a nonce twice', () => {
    const nonces = new Set<string>()
    for (let i = 0; i < 20_000; i++)
      nonces.add(Buffer.from(sealPiece(caseKey, '', Buffer.alloc(0)).subarray(1, 13)).toString('hex'))
    expect(nonces.size).toBe(20_000)
  })
})
