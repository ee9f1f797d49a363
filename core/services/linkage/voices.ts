/** Chromaprint of a sound: a word of 32 bits for each eighth of a second. */
export type VoicePrint = Uint32Array

/** Fewer common words (a second and a half) tell nothing. */
const LEAST_WORDS = 12
/** Share of bits that may differ: the same recording, copied or cut. Not the same speaker. */
export const SAME_RECORDING = 0.25
/** Words compared at each offset: more change nothing, and a long film must not hold anybody up. */
const MOST_WORDS = 480

const ones = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Share of bits in which two sounds differ where they lie best over each other; 1 where they are too short.
 */
export const apart = (one: VoicePrint, other: VoicePrint): number => {
  const [a, b] = [one.subarray(0, MOST_WORDS), other.subarray(0, MOST_WORDS)]
  const least = Math.max(LEAST_WORDS, Math.floor(Math.min(a.length, b.length) / 2))
  let best = 1
  for (let shift = least - b.length; shift <= a.length - least; shift += 1) {
    const from = Math.max(0, shift)
    const to = Math.min(a.length, b.length + shift)
    if (to - from < least) continue
    const most = best * (to - from) * 32
    let bits = 0
    for (let i = from; i < to && bits <= most; i += 1)
      bits += ones((a[i] as number) ^ (b[i - shift] as number))
    best = Math.min(best, bits / ((to - from) * 32))
  }
  return best
}
