import type { Examination } from '../../core/base/examination.ts'
import { whyNot } from './exiftool.ts'
import { makeFacts, notComputed } from './facts.ts'
import type { Programs, Reader } from './programs.ts'
import { FILE } from './run.ts'

/** How the file's own turn makes a frame upright, in degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270

export type Probed = { readonly result: Examination; readonly turn: Turn; readonly seconds?: number }

const MOST = 2 * 1_048_576
const MAX_STREAMS = 24
const WORD = /^[\w.,+ /:-]{1,60}$/

type Json = Readonly<Record<string, unknown>>

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(record) : [])
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && WORD.test(value) ? value : undefined
const decimal = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d{1,12}(?:\.\d{1,12})?$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined
}

/**
 * Arguments that every use of the two programs has: nothing but this file, by the demuxer its
 * content calls for, one thread.
 */
export const inputOf = (demuxer: string): readonly string[] => [
  '-protocol_whitelist',
  'file,pipe',
  '-f',
  demuxer,
  '-i',
  FILE,
]

const describeStream = (stream: Json): string =>
  [
    word(stream['codec_type']) ?? '?',
    word(stream['codec_name']) ?? '?',
    word(stream['profile']),
    decimal(stream['width']) === undefined
      ? undefined
      : `${decimal(stream['width'])}x${decimal(stream['height']) ?? '?'}`,
    word(stream['avg_frame_rate']),
    decimal(stream['sample_rate']) === undefined ? undefined : `${decimal(stream['sample_rate'])} Hz`,
    decimal(stream['channels']) === undefined ? undefined : `${decimal(stream['channels'])} ch`,
  ]
    .filter((part) => part !== undefined && part !== '0/0')
    .join(' ')

const turnOf = (streams: readonly Json[]): Turn => {
  const video = streams.find((stream) => stream['codec_type'] === 'video') ?? {}
  const rotation = list(video['side_data_list']).map((data) => data['rotation'])[0]
  const turn = typeof rotation === 'number' ? ((-rotation % 360) + 360) % 360 : 0
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0
}

/** Format, duration and streams as ffprobe sees them. */
export const probe = async (
  { ffprobe }: Programs,
  demuxer: string | undefined,
  read: Reader,
): Promise<Probed> => {
  if (ffprobe === undefined) return { result: notComputed('container', 'ffprobe', 'tool_absent'), turn: 0 }
  const { tool } = ffprobe
  const none = (why: Examination['why'] & string): Probed => ({
    result: notComputed('container', tool, why),
    turn: 0,
  })
  if (demuxer === undefined) return none('unsupported')
  const ran = await read(
    ffprobe,
    ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', ...inputOf(demuxer)],
    MOST,
  )
  if (ran.status !== 'ended') return none(whyNot(ran))
  let said: Json
  try {
    said = record(JSON.parse(ran.stdout.toString('utf8')))
  } catch {
    return none('damaged')
  }
  const format = record(said['format'])
  const streams = list(said['streams'])
  if (streams.length === 0) return none('damaged')
  const facts = makeFacts()
  const seconds = decimal(format['duration'])
  facts.put('format', word(format['format_name']))
  if (seconds !== undefined) facts.put('durationMs', Math.round(seconds * 1_000))
  facts.put('bitRate', decimal(format['bit_rate']))
  facts.put('streams', streams.length)
  streams.slice(0, MAX_STREAMS).forEach((stream, i) => facts.put(`stream-${i}`, describeStream(stream)))
  const turn = turnOf(streams)
  if (turn !== 0) facts.put('turn', turn)
  // Some of it was read although something in it does not hold.
  const found = ran.code === 0 ? 'found' : 'broken'
  return {
    result: { aspect: 'container', found, tool, facts: facts.all() },
    turn,
    ...(seconds === undefined ? {} : { seconds }),
  }
}
