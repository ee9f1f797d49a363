import { whyNot } from './exiftool.ts'
import type { NotComputed } from '../../core/base/examination.ts'
import { inputOf } from './probe.ts'
import type { Programs, Reader } from './programs.ts'
import { FRAME_SIDE } from './protocol.ts'

/** A frame as ffmpeg decoded it; `seconds` from the start, where it said when. */
export type VideoFrame = {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
  readonly seconds?: number
}

export const MAX_FRAMES = 8
/** Frames of a video longer than this come from its first part. */
const MAX_SECONDS = 7_200
const MAX_PIXELS = 40_000_000
/**
 * A short clip with fewer key frames than this is decoded whole instead: some seconds of work, and
 * one frame says little.
 */
const FEW = 4
const SHORT_SECONDS = 30
/** Of a video whose length nobody names: a frame every so many seconds. */
const STEP_SECONDS = 10
const MAX_HEADER = 32
const MOST = MAX_FRAMES * (FRAME_SIDE * FRAME_SIDE * 3 + MAX_HEADER)
const SHOWN =
  /^\[Parsed_showinfo_\d+ @ 0x[0-9a-f]+\] n: *(\d{1,9}) pts: *-?\d{1,19} pts_time:(\d{1,9}(?:\.\d{1,9})?) /

/**
 * Key frames: a tenth of the work, and what an encoder takes for a new scene. One in each eighth of
 * the video, no larger than `FRAME_SIDE`, as PPM, which says its own size; showinfo says when each
 * was.
 */
const argumentsOf = (demuxer: string, seconds: number | undefined, keysOnly: boolean): readonly string[] => {
  const step = seconds === undefined ? STEP_SECONDS : Math.min(seconds, MAX_SECONDS) / MAX_FRAMES
  const select = `select='isnan(prev_selected_t)+gte(t-prev_selected_t\\,${step.toFixed(3)})'`
  const scale = `scale=w='min(${FRAME_SIDE}\\,iw)':h='min(${FRAME_SIDE}\\,ih)':force_original_aspect_ratio=decrease:flags=area`
  return [
    ...'-hide_banner -nostdin -nostats -loglevel info -threads 1 -filter_threads 1 -noautorotate'.split(' '),
    ...(keysOnly ? ['-skip_frame', 'nokey'] : []),
    ...`-max_pixels ${MAX_PIXELS} -t ${MAX_SECONDS}`.split(' '),
    ...inputOf(demuxer),
    ...'-map 0:v:0 -an -sn -dn -map_metadata -1 -vf'.split(' '),
    `${select},${scale},showinfo=checksum=0`,
    ...`-fps_mode passthrough -frames:v ${MAX_FRAMES} -threads 1 -c:v ppm -pix_fmt rgb24 -f image2pipe pipe:1`.split(
      ' ',
    ),
  ]
}

/** Nothing where it is not a run of whole PPM pictures within the bounds. */
const toFrames = (stdout: Buffer): readonly Pick<VideoFrame, 'width' | 'height' | 'pixels'>[] | undefined => {
  const frames: Pick<VideoFrame, 'width' | 'height' | 'pixels'>[] = []
  let at = 0
  while (at < stdout.length) {
    const header = /^P6\n(\d{1,5}) (\d{1,5})\n255\n/.exec(stdout.toString('latin1', at, at + MAX_HEADER))
    const width = Number(header?.[1])
    const height = Number(header?.[2])
    if (header === null || !(width >= 1 && width <= FRAME_SIDE && height >= 1 && height <= FRAME_SIDE))
      return undefined
    const start = at + header[0].length
    at = start + width * height * 3
    // The last one may be cut where the program was ended by its own limits.
    if (at > stdout.length) break
    frames.push({ width, height, pixels: stdout.subarray(start, at) })
    if (frames.length > MAX_FRAMES) return undefined
  }
  return frames
}

/** When each frame was; all of them or none: a line that a file's own texts forged would shift the rest. */
const timesIn = (stderr: string, count: number): readonly (number | undefined)[] => {
  const shown = stderr
    .split('\n')
    .map((line) => SHOWN.exec(line))
    .filter((found) => found !== null)
  const isWhole = shown.length === count && shown.every((found, i) => Number(found[1]) === i)
  return Array.from({ length: count }, (_, i) => (isWhole ? Number(shown[i]?.[2]) : undefined))
}

type Taken =
  | { readonly tool: string; readonly frames: readonly VideoFrame[] }
  | { readonly tool: string; readonly why: NotComputed }

/** Up to eight frames, or why there are none. */
export const takeFrames = async (
  { ffmpeg }: Programs,
  demuxer: string,
  seconds: number | undefined,
  read: Reader,
): Promise<Taken> => {
  if (ffmpeg === undefined) return { tool: 'ffmpeg', why: 'tool_absent' }
  const { tool } = ffmpeg
  const take = async (keysOnly: boolean): Promise<Taken> => {
    const ran = await read(ffmpeg, argumentsOf(demuxer, seconds, keysOnly), MOST)
    if (ran.status !== 'ended') return { tool, why: whyNot(ran) }
    const frames = toFrames(ran.stdout)
    if (frames === undefined) return { tool, why: 'failed' }
    if (frames.length === 0) return { tool, why: 'damaged' }
    const times = timesIn(ran.stderr, frames.length)
    return { tool, frames: frames.map((frame, i) => withTime(frame, times[i])) }
  }
  const keys = await take(true)
  if ('why' in keys || keys.frames.length >= FEW || seconds === undefined || seconds > SHORT_SECONDS)
    return keys
  const all = await take(false)
  return 'frames' in all && all.frames.length > keys.frames.length ? all : keys
}

const withTime = (frame: Omit<VideoFrame, 'seconds'>, seconds: number | undefined): VideoFrame =>
  seconds === undefined ? frame : { ...frame, seconds }
