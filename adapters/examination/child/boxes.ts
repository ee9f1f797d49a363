import type { Examination } from '../../../core/base/examination.ts'
import { makeFacts } from '../facts.ts'
import type { Facts } from '../facts.ts'
import type { File } from './file.ts'

type Box = { readonly type: string; readonly body: number; readonly end: number }

/** Boxes that hold boxes, and how many bytes stand before those. */
const HOLDERS: Readonly<Record<string, number>> = {
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
  moof: 0,
  traf: 0,
  stsd: 8,
}
const MAX_DEPTH = 8
const MAX_BOXES = 10_000
const MAX_TRACKS = 16
/** From 1904-01-01, where these files count from, to 1970-01-01. */
const EPOCH_SECONDS = 2_082_844_800

type Walk = {
  readonly seen: { count: number; broken: boolean }
  readonly onBox: (box: Box, path: readonly string[]) => void
}

const next = (file: File, at: number, end: number): Box | undefined => {
  const head = file.read(at, Math.min(at + 16, end))
  if (head.length < 8) return undefined
  const type = head.toString('latin1', 4, 8)
  const short = head.readUInt32BE(0)
  // 0 means to the end of what holds it, 1 that a longer number follows.
  const long = short === 1 ? (head.length < 16 ? 0n : head.readBigUInt64BE(8)) : BigInt(short)
  const length = short === 0 ? end - at : long > BigInt(end) ? end + 1 : Number(long)
  const header = short === 1 ? 16 : 8
  return length < header || at + length > end || !/^[ -~\u00A9]{4}$/.test(type)
    ? undefined
    : { type, body: at + header, end: at + length }
}

const walk = (
  file: File,
  start: number,
  end: number,
  path: readonly string[],
  { seen, onBox }: Walk,
): void => {
  let at = start
  while (at < end) {
    seen.count += 1
    const box = seen.count > MAX_BOXES ? undefined : next(file, at, end)
    if (box === undefined) {
      seen.broken = true
      return
    }
    onBox(box, path)
    const skipped = HOLDERS[box.type]
    if (skipped !== undefined && path.length >= MAX_DEPTH) seen.broken = true
    else if (skipped !== undefined)
      walk(file, box.body + skipped, box.end, [...path, box.type], { seen, onBox })
    at = box.end
  }
}

/** A time of these files as ISO 8601, where it is one of ours: 1970 to 2100. */
const timeOf = (seconds: number): string | undefined => {
  const at = seconds - EPOCH_SECONDS
  return at > 0 && at < 4_102_444_800 ? new Date(at * 1_000).toISOString() : undefined
}

const readMovieHeader = (body: Buffer, facts: Facts): void => {
  const isLong = body[0] === 1
  if (body.length < (isLong ? 32 : 20)) return
  const scale = body.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16)
  facts.put('created', timeOf(isLong ? Number(body.readBigUInt64BE(4)) : body.readUInt32BE(4)))
  if (scale > 0 && Number.isSafeInteger(length)) facts.put('durationMs', Math.round((length / scale) * 1_000))
}

type Track = { handler?: string; codec?: string; width?: number; height?: number }

const readTrackHeader = (body: Buffer, track: Track): void => {
  const at = body[0] === 1 ? 88 : 76
  if (body.length < at + 8) return
  track.width = body.readUInt32BE(at) >>> 16
  track.height = body.readUInt32BE(at + 4) >>> 16
}

const wordOf = ({ handler = '?', codec = '?', width = 0, height = 0 }: Track): string =>
  [handler, codec, ...(width > 0 && height > 0 ? [`${width}x${height}`] : [])].join(' ')

/**
 * Brands, boxes in their order, duration and tracks of an MP4, MOV, HEIC or AVIF; what a cut or
 * lying file still shows, and that it does not hold.
 */
export const readBoxes = (file: File, tool: string): Examination => {
  const facts = makeFacts()
  const top: string[] = []
  const tracks: Track[] = []
  const seen = { count: 0, broken: false }
  let fragments = 0
  let end = 0
  const onBox = (box: Box, path: readonly string[]): void => {
    if (path.length === 0) {
      top.push(box.type)
      end = box.end
    }
    if (box.type === 'ftyp' && path.length === 0) {
      const brands = file.read(box.body, Math.min(box.end, box.body + 256)).toString('latin1')
      facts.put('brand', brands.slice(0, 4))
      facts.put('compatible', (brands.slice(8).match(/.{4}/gs) ?? []).join(' '))
    }
    if (box.type === 'moof') fragments += 1
    if (box.type === 'mvhd') readMovieHeader(file.read(box.body, Math.min(box.end, box.body + 32)), facts)
    if (box.type === 'trak') tracks.push({})
    const track = tracks.at(-1)
    if (track === undefined || !path.includes('trak')) return
    if (box.type === 'tkhd') readTrackHeader(file.read(box.body, Math.min(box.end, box.body + 96)), track)
    if (box.type === 'hdlr')
      track.handler ??= file.read(box.body + 8, Math.min(box.end, box.body + 12)).toString('latin1')
    if (path.at(-1) === 'stsd') track.codec ??= box.type
  }
  walk(file, 0, file.size, [], { seen, onBox })
  const runs = top.filter((type, i) => type !== top[i - 1])
  facts.put('boxes', runs.slice(0, 60).join(' '))
  facts.put('tracks', tracks.length)
  tracks.slice(0, MAX_TRACKS).forEach((track, i) => facts.put(`track-${i}`, wordOf(track)))
  if (fragments > 0) facts.put('fragments', fragments)
  // What follows the last whole box: something appended, or the first box that does not hold.
  if (seen.broken && end < file.size) facts.put('unreadBytes', file.size - end)
  return { aspect: 'container', found: seen.broken ? 'broken' : 'found', tool, facts: facts.all() }
}
