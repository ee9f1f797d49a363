import type { Random } from '../../core/ports/random.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same seed gives the same ids: for tests only, nothing here is secret. Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export const makeMemoryRandom = (seed = 1): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return (x ^ (x >>> 14)) >>> 0
  }
  const code = (length: number): string =>
    Array.from({ length }, () => CROCKFORD[next() >>> 27] ?? '').join('')
  return { id: () => code(26), code }
}
