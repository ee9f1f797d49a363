/**
 * Numbers that look random and are the same for the same seed, so that a failing case can be made
 * again (mulberry32).
 */
export type Draw = {
  /** From 0 up to, not with, `below`. */
  readonly number: (below: number) => number
  readonly bytes: (length: number) => Uint8Array
  readonly pick: <T>(values: readonly [T, ...T[]]) => T
}

export const makeDraw = (seed: number): Draw => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const number = (below: number): number => next() % below
  return {
    number,
    bytes: (length) => Uint8Array.from({ length }, () => number(256)),
    pick: (values) => values[number(values.length)] ?? values[0],
  }
}
