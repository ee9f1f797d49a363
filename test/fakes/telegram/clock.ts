/** Seconds and milliseconds of the fake's world: real time plus what a test skipped. */
export type VirtualClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Unix seconds, as Telegram dates things. */
  readonly seconds: () => number
  readonly advance: (ms: number) => void
}

export const makeVirtualClock = (): VirtualClock => {
  let skipped = 0
  const now = (): number => Date.now() + skipped
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    advance: (ms) => {
      skipped += ms
    },
  }
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export const makeSeeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
