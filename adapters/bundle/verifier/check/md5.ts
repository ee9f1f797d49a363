import { makeDigest, type Digest } from './digest.ts'

const SHIFTS = Int32Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21)
/** Which word of the block a step takes: a step of its own a round. */
const ORDER = Int32Array.from(
  { length: 64 },
  (_, i) => ([i, 5 * i + 1, 3 * i + 5, 7 * i][i >> 4] as number) & 15,
)
/** RFC 1321, 3.4: T[i] is the whole part of 2^32 times |sin i|. */
const SINES = Int32Array.from(
  { length: 64 },
  (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 0x100000000) | 0,
)

/**
 * RFC 1321. Proves nothing by itself (files with equal MD5 can be made); the index names it because
 * hash lists are kept in it.
 */
export const startMd5 = (): Digest => {
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476])
  const words = new Int32Array(16)
  const compress = (block: DataView, at: number): void => {
    for (let i = 0; i < 16; i += 1) words[i] = block.getInt32(at + 4 * i, true)
    let a = state[0] as number
    let b = state[1] as number
    let c = state[2] as number
    let d = state[3] as number
    for (let i = 0; i < 64; i += 1) {
      const round = i >> 4
      const mixed =
        round === 0
          ? (b & c) | (~b & d)
          : round === 1
            ? (b & d) | (c & ~d)
            : round === 2
              ? b ^ c ^ d
              : c ^ (b | ~d)
      const sum = (a + mixed + (SINES[i] as number) + (words[ORDER[i] as number] as number)) | 0
      const shift = SHIFTS[4 * round + (i & 3)] as number
      a = d
      d = c
      c = b
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0
    }
    state[0] = (state[0] as number) + a
    state[1] = (state[1] as number) + b
    state[2] = (state[2] as number) + c
    state[3] = (state[3] as number) + d
  }
  const end = (): Uint8Array => {
    const bytes = new Uint8Array(16)
    const view = new DataView(bytes.buffer)
    state.forEach((word, i) => view.setInt32(4 * i, word, true))
    return bytes
  }
  return makeDigest(compress, end, false)
}
