import { makeDigest, type Digest } from './digest.ts'

/**
 * The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2),
 * computed rather than copied.
 */
const fractions = (count: number, root: (n: number) => number): Int32Array => {
  const found = new Int32Array(count)
  for (let n = 2, at = 0; at < count; n += 1) {
    let prime = true
    for (let d = 2; d * d <= n && prime; d += 1) prime = n % d !== 0
    if (!prime) continue
    const value = root(n)
    found[at] = Math.floor((value - Math.floor(value)) * 0x100000000) | 0
    at += 1
  }
  return found
}

const ROUNDS = fractions(64, Math.cbrt)
const START = fractions(8, Math.sqrt)

/** FIPS 180-4. */
export const startSha256 = (): Digest => {
  const state = new Int32Array(START)
  const w = new Int32Array(64)
  const compress = (block: DataView, at: number): void => {
    for (let i = 0; i < 16; i += 1) w[i] = block.getInt32(at + 4 * i)
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15] as number
      const y = w[i - 2] as number
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0
    }
    let a = state[0] as number
    let b = state[1] as number
    let c = state[2] as number
    let d = state[3] as number
    let e = state[4] as number
    let f = state[5] as number
    let g = state[6] as number
    let h = state[7] as number
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] as number) + (w[i] as number)) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0] = (state[0] as number) + a
    state[1] = (state[1] as number) + b
    state[2] = (state[2] as number) + c
    state[3] = (state[3] as number) + d
    state[4] = (state[4] as number) + e
    state[5] = (state[5] as number) + f
    state[6] = (state[6] as number) + g
    state[7] = (state[7] as number) + h
  }
  const end = (): Uint8Array => {
    const bytes = new Uint8Array(32)
    const view = new DataView(bytes.buffer)
    state.forEach((word, i) => view.setInt32(4 * i, word))
    return bytes
  }
  return makeDigest(compress, end, true)
}

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const digest = startSha256()
  for (const part of parts) digest.update(part)
  return digest.end()
}
