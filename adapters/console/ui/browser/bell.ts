import type { Severity } from '../../contract/index.ts'

/** Soft notes made on the spot: no file, and no sound before a click allowed it. */
export type Bell = { readonly unlock: () => void; readonly ring: (what: Ring) => void }

/** `call`: somebody of the team calls, or waits for an answer. */
export type Ring = Severity | 'call'

type Tune = {
  readonly pitches: readonly number[]
  readonly gap: number
  readonly loudness: number
  readonly rank: number
}

/** Told apart by how many notes there are as well as by pitch, for who hears pitches badly. */
const GRAVE: Tune = { pitches: [740, 988, 740], gap: 0.2, loudness: 0.25, rank: 2 }
const URGENT: Tune = { pitches: [660, 880], gap: 0.16, loudness: 0.2, rank: 1 }
/** Falls, where all others rise or stand. */
const CALL: Tune = { pitches: [880, 587, 587], gap: 0.18, loudness: 0.2, rank: 1 }
const PLAIN: Tune = { pitches: [520], gap: 0, loudness: 0.14, rank: 0 }
const TUNES: Readonly<Record<Ring, Tune>> = { P1: GRAVE, P2: URGENT, P3: PLAIN, P4: PLAIN, call: CALL }

/**
 * At most one ring in this time, so that a busy night does not become an alarm; a graver one is not
 * held up by a lesser.
 */
const PAUSE = 8_000

export const makeBell = (): Bell => {
  let audio: AudioContext | undefined
  let last: { readonly at: number; readonly rank: number } | undefined
  const note = (context: AudioContext, pitch: number, at: number, loudness: number): void => {
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + 0.55)
  }
  return {
    unlock: () => {
      audio ??= new AudioContext()
      void audio.resume()
    },
    ring: (what) => {
      const { pitches, gap, loudness, rank } = TUNES[what]
      const now = Date.now()
      if (audio === undefined || (last !== undefined && now - last.at < PAUSE && rank <= last.rank)) return
      last = { at: now, rank }
      for (const [i, pitch] of pitches.entries()) note(audio, pitch, audio.currentTime + i * gap, loudness)
    },
  }
}
