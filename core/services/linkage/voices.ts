import type { CaseId } from '../../base/ids.ts'

/** Chromaprint of a sound: a word of 32 bits for each eighth of a second. */
export type VoicePrint = Uint32Array

/** Fewer common words (a second and a half) tell nothing. */
export const LEAST_WORDS = 12
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
 * Share of bits in which two sounds differ where they lie best over each other; `worst` where they are too
 * short, or nowhere as near as that: the less is asked for, the sooner strangers are left.
 */
export const apart = (one: VoicePrint, other: VoicePrint, worst = 1): number => {
  const [a, b] = [one.subarray(0, MOST_WORDS), other.subarray(0, MOST_WORDS)]
  const least = Math.max(LEAST_WORDS, Math.floor(Math.min(a.length, b.length) / 2))
  let best = worst
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

/** Whether two sounds are one recording. */
export const isSameRecording = (one: VoicePrint, other: VoicePrint): boolean =>
  apart(one, other, SAME_RECORDING + 1 / 1024) <= SAME_RECORDING

/**
 * Recordings compared with each new one: of ten seconds each some 25 ms, and it is done between two messages.
 */
const MOST_SOUNDS = 5_000

/** Recordings with the cases that hold them, in memory; the oldest fall out. */
export type SoundIndex = {
  readonly put: (caseId: CaseId, sounds: readonly VoicePrint[]) => void
  readonly remove: (caseId: CaseId) => void
  /** Every case with this recording. */
  readonly search: (sound: VoicePrint) => readonly CaseId[]
}

export const makeSoundIndex = (most: number = MOST_SOUNDS): SoundIndex => {
  const held = new Map<CaseId, readonly VoicePrint[]>()
  let count = 0
  const remove = (caseId: CaseId): void => {
    count -= held.get(caseId)?.length ?? 0
    held.delete(caseId)
  }
  return {
    remove,
    put: (caseId, sounds) => {
      remove(caseId)
      if (sounds.length === 0) return
      held.set(caseId, sounds)
      count += sounds.length
      for (const oldest of held.keys()) {
        if (count <= most) return
        remove(oldest)
      }
    },
    search: (sound) =>
      [...held].flatMap(([caseId, sounds]) =>
        sounds.some((other) => isSameRecording(sound, other)) ? [caseId] : [],
      ),
  }
}
