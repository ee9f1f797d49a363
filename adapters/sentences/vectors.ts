import { HIDDEN } from './kernel/common.ts'

/**
 * Vectors of pieces and places. A piece is a row of blocks, each a scale (half a float) and 32 numbers
 * of four bits, of which the low halves come first; behind all rows a vector of floats for each place.
 */
const BLOCK = 32
const BLOCKS = HIDDEN / BLOCK
const BLOCK_BYTES = 2 + BLOCK / 2
const ROW_BYTES = BLOCKS * BLOCK_BYTES
/** Four bits stand for -8 to 7. */
const MIDDLE = 8

/** IEEE 754 binary16, without infinities. */
const halfFloat = (bits: number): number => {
  const sign = bits >> 15 === 0 ? 1 : -1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

/** The vectors of these pieces at their places, one behind the other. */
export const makeVectors = (
  bytes: Uint8Array,
  pieces: number,
): ((ids: readonly number[]) => Float32Array) => {
  const places = new Float32Array(Uint8Array.from(bytes.subarray(pieces * ROW_BYTES)).buffer)
  if (bytes.length < pieces * ROW_BYTES || places.length % HIDDEN !== 0)
    throw new RangeError('vectors of another size')
  return (ids) => {
    const vectors = places.slice(0, ids.length * HIDDEN)
    ids.forEach((id, place) => {
      for (let block = 0; block < BLOCKS; block += 1) {
        const at = id * ROW_BYTES + block * BLOCK_BYTES
        const scale = halfFloat((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8))
        const to = place * HIDDEN + block * BLOCK
        for (let n = 0; n < BLOCK / 2; n += 1) {
          const both = bytes[at + 2 + n] ?? 0
          vectors[to + n] = (vectors[to + n] ?? 0) + ((both & 15) - MIDDLE) * scale
          const later = to + BLOCK / 2 + n
          vectors[later] = (vectors[later] ?? 0) + ((both >> 4) - MIDDLE) * scale
        }
      }
    })
    return vectors
  }
}
