import type { Examination } from '../../../core/base/examination.ts'
import { makeFacts } from '../facts.ts'
import type { File } from './file.ts'

const PAGE_HEADER = 27
/** A voice message of an hour has about as many. */
const MAX_PAGES = 200_000
/** Opus counts in 48 kHz whatever went in (RFC 7845). */
const OPUS_RATE = 48_000
const NO_POSITION = 0xffff_ffff_ffff_ffffn
const WINDOW = 1_048_576

type Stream = { codec?: string; rate?: number; skip?: number; last?: bigint }

const readFirst = (body: Buffer, stream: Stream): void => {
  if (body.toString('latin1', 0, 8) === 'OpusHead' && body.length >= 16) {
    stream.codec = 'opus'
    stream.rate = OPUS_RATE
    stream.skip = body.readUInt16LE(10)
  } else if (body.toString('latin1', 1, 7) === 'vorbis' && body.length >= 16) {
    stream.codec = 'vorbis'
    stream.rate = body.readUInt32LE(12)
  } else if (body.toString('latin1', 1, 7) === 'theora') stream.codec = 'theora'
  else if (body.toString('latin1', 0, 8) === 'Speex   ' && body.length >= 40) {
    stream.codec = 'speex'
    stream.rate = body.readUInt32LE(36)
  } else if (body.toString('latin1', 1, 5) === 'FLAC') stream.codec = 'flac'
}

/** Milliseconds of the sound, from the position that its last page names. */
const durationOf = ({ rate = 0, skip = 0, last }: Stream): number | undefined => {
  if (last === undefined || rate <= 0) return undefined
  const length = (Number(last) - skip) / rate
  return length >= 0 && length < 1e7 ? Math.round(length * 1_000) : undefined
}

/** Walks the pages: streams with their codecs, number of pages, duration. Sums of pages are not checked. */
export const readOgg = (file: File, tool: string): Examination => {
  const streams = new Map<number, Stream>()
  let window = file.read(0, WINDOW)
  let from = 0
  let at = 0
  let pages = 0
  let isWhole = true
  while (at < file.size) {
    if (at + 65_536 > from + window.length && from + window.length < file.size) {
      from = at
      window = file.read(from, from + WINDOW)
    }
    const page = window.subarray(at - from)
    isWhole = page.length >= PAGE_HEADER && page.toString('latin1', 0, 5) === 'OggS\0' && pages < MAX_PAGES
    if (!isWhole) break
    const lengths = page.subarray(PAGE_HEADER, PAGE_HEADER + (page[26] ?? 0))
    const body = PAGE_HEADER + (page[26] ?? 0)
    const end = body + lengths.reduce((sum, length) => sum + length, 0)
    const id = page.readUInt32LE(14)
    const stream = streams.get(id) ?? {}
    if (streams.size < 16) streams.set(id, stream)
    if (((page[5] ?? 0) & 2) !== 0) readFirst(page.subarray(body, Math.min(end, page.length)), stream)
    const position = page.readBigUInt64LE(6)
    if (position !== NO_POSITION) stream.last = position
    pages += 1
    at += end
    isWhole = at <= file.size
  }
  const facts = makeFacts()
  const durations = [...streams.values()].map(durationOf).filter((length) => length !== undefined)
  facts.put('pages', pages)
  facts.put('streams', streams.size)
  ;[...streams.values()].forEach(({ codec }, i) => facts.put(`stream-${i}`, codec ?? 'unknown'))
  if (durations.length > 0) facts.put('durationMs', Math.max(...durations))
  if (pages === 0) return { aspect: 'container', found: 'not_computed', why: 'damaged', tool, facts: {} }
  return { aspect: 'container', found: isWhole ? 'found' : 'broken', tool, facts: facts.all() }
}
