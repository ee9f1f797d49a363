import type { Examination } from '../../core/base/examination.ts'
import { whyNot } from './exiftool.ts'
import { notComputed } from './facts.ts'
import { inputOf } from './probe.ts'
import type { Programs, Reader } from './programs.ts'

const PEAKS = 64
/** Of what ffmpeg gives us: enough to see loudness by. */
const RATE = 8_000
/** Samples in a slice of 20 ms; the peaks are made of slices, for the length is known at the end only. */
const SLICE = 160
const MAX_SECONDS = 14_400
const LOUDEST = 32_768

/** Samples as they come -> the loudest of each slice. */
const makeMeter = (): {
  readonly take: (piece: Buffer) => void
  readonly slices: () => readonly number[]
  readonly samples: () => number
} => {
  const slices: number[] = []
  let odd: number | undefined
  let samples = 0
  const one = (low: number, high: number): void => {
    const value = Math.abs((((high << 8) | low) << 16) >> 16)
    const slice = Math.floor(samples / SLICE)
    slices[slice] = Math.max(slices[slice] ?? 0, value)
    samples += 1
  }
  return {
    take: (piece) => {
      let at = 0
      if (odd !== undefined && piece.length > 0) {
        one(odd, piece[0] ?? 0)
        odd = undefined
        at = 1
      }
      for (; at + 1 < piece.length; at += 2) one(piece[at] ?? 0, piece[at + 1] ?? 0)
      if (at < piece.length) odd = piece[at]
    },
    slices: () => slices,
    samples: () => samples,
  }
}

const peaksOf = (slices: readonly number[]): string =>
  Buffer.from(
    Array.from({ length: PEAKS }, (_, i) => {
      const from = Math.floor((i * slices.length) / PEAKS)
      const to = Math.max(from + 1, Math.floor(((i + 1) * slices.length) / PEAKS))
      return Math.min(255, Math.round((Math.max(...slices.slice(from, to)) / LOUDEST) * 255))
    }),
  ).toString('hex')

/**
 * `peaks`: 64 bytes as hexadecimal, each the loudest of its 64th of the sound, 0 to 255;
 * `durationMs` of what was decoded.
 */
export const readVoice = async (
  { ffmpeg }: Programs,
  demuxer: string | undefined,
  read: Reader,
): Promise<Examination> => {
  if (ffmpeg === undefined) return notComputed('rendering', 'ffmpeg', 'tool_absent')
  const { tool } = ffmpeg
  if (demuxer === undefined) return notComputed('rendering', tool, 'unsupported')
  const meter = makeMeter()
  const args = [
    ...`-hide_banner -nostdin -nostats -loglevel error -threads 1 -t ${MAX_SECONDS}`.split(' '),
    ...inputOf(demuxer),
    ...`-map 0:a:0 -vn -sn -dn -map_metadata -1 -ac 1 -ar ${RATE} -c:a pcm_s16le -f s16le pipe:1`.split(' '),
  ]
  const ran = await read(ffmpeg, args, MAX_SECONDS * RATE * 2 + RATE, meter.take)
  if (ran.status !== 'ended') return notComputed('rendering', tool, whyNot(ran))
  const samples = meter.samples()
  if (samples === 0) return notComputed('rendering', tool, 'damaged')
  const facts = { peaks: peaksOf(meter.slices()), durationMs: Math.round((samples / RATE) * 1_000) }
  return { aspect: 'rendering', found: ran.code === 0 ? 'found' : 'broken', tool, facts }
}

/** Two minutes: the same recording is known by them, and an hour's print would not fit. */
const PRINT_SECONDS = 120
/** Bytes of a print in one fact, whose text has at most 500 characters. */
const PIECE = 360
const MOST_PRINT = 65_536

/**
 * Chromaprint of the sound, 32 bits for each eighth of a second, in pieces of base64: the same
 * recording has nearly the same, however it was packed.
 */
export const printVoice = async (
  { ffmpeg }: Programs,
  demuxer: string | undefined,
  read: Reader,
): Promise<Examination> => {
  if (ffmpeg === undefined) return notComputed('fingerprint', 'ffmpeg', 'tool_absent')
  const tool = `chromaprint, ${ffmpeg.tool}`
  if (demuxer === undefined) return notComputed('fingerprint', tool, 'unsupported')
  const args = [
    ...`-hide_banner -nostdin -nostats -loglevel error -threads 1 -t ${PRINT_SECONDS}`.split(' '),
    ...inputOf(demuxer),
    ...'-map 0:a:0 -vn -sn -dn -map_metadata -1 -ac 1 -f chromaprint -fp_format raw pipe:1'.split(' '),
  ]
  const ran = await read(ffmpeg, args, MOST_PRINT)
  if (ran.status !== 'ended') return notComputed('fingerprint', tool, whyNot(ran))
  // Not every build of ffmpeg has it.
  if (ran.code !== 0) return notComputed('fingerprint', tool, 'tool_absent')
  const words = Math.floor(ran.stdout.length / 4)
  if (words === 0) return { aspect: 'fingerprint', found: 'none', tool, facts: {} }
  const facts: Record<string, string | number> = { words }
  for (let at = 0; at < words * 4; at += PIECE)
    facts[`chromaprint-${at / PIECE}`] = ran.stdout
      .subarray(at, Math.min(at + PIECE, words * 4))
      .toString('base64')
  return { aspect: 'fingerprint', found: 'found', tool, facts }
}
