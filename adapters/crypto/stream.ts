import type { KeyObject } from 'node:crypto'
import { Failure } from '../../core/base/failure.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import type { SealedSource } from '../../core/ports/sealer.ts'
import {
  CHUNK,
  HEADER_BYTES,
  SEALED_CHUNK,
  makeHeader,
  makeSecrets,
  measure,
  openChunk,
  openHeader,
  sealChunk,
} from './stream-format.ts'
import type { StreamKey, StreamSecrets } from './stream-format.ts'

/** Chunks fetched by one read: 1 MiB and its tags. Two such reads are in memory at a time. */
const CHUNKS_PER_READ = 16

/**
 * Holds one chunk of plain text back at any time: only the end of the source tells which chunk is
 * the last.
 */
export async function* sealStream(
  caseKey: KeyObject,
  objectId: ObjectId,
  plain: AsyncIterable<Uint8Array>,
  secrets: StreamSecrets = makeSecrets(),
): AsyncGenerator<Uint8Array> {
  const stream = makeHeader(caseKey, objectId, secrets)
  yield stream.header
  const held = Buffer.allocUnsafe(CHUNK)
  let filled = 0
  let index = 0
  for await (const piece of plain) {
    let at = 0
    while (at < piece.length) {
      if (filled === CHUNK) {
        yield* sealChunk(stream, index++, false, held)
        filled = 0
      }
      const left = piece.length - at
      if (filled === 0 && left > CHUNK) {
        yield* sealChunk(stream, index++, false, piece.subarray(at, at + CHUNK))
        at += CHUNK
      } else {
        const taken = Math.min(CHUNK - filled, left)
        held.set(piece.subarray(at, at + taken), filled)
        filled += taken
        at += taken
      }
    }
  }
  yield* sealChunk(stream, index, true, held.subarray(0, filled))
}

const readExactly = async (source: SealedSource, start: number, end: number): Promise<Uint8Array> => {
  const bytes = await source.read(start, end)
  if (bytes.length !== end - start) throw new Failure('seal_broken', 'the object was cut')
  return bytes
}

const readChunks = (source: SealedSource, first: number, afterLast: number): Promise<Uint8Array> =>
  readExactly(
    source,
    HEADER_BYTES + first * SEALED_CHUNK,
    Math.min(source.size, HEADER_BYTES + afterLast * SEALED_CHUNK),
  )

/** Plain bytes of chunks [first, afterLast), the next read under way while this one is opened. */
async function* openChunks(
  stream: StreamKey,
  source: SealedSource,
  first: number,
  afterLast: number,
  last: number,
): AsyncGenerator<Buffer> {
  const fetch = (from: number): Promise<Uint8Array> => {
    const coming = readChunks(source, from, Math.min(from + CHUNKS_PER_READ, afterLast))
    // Heard when it is awaited; the reader may be slow, or leave early, and a failure unheard until
    // then would end the process.
    coming.catch(() => undefined)
    return coming
  }
  let index = first
  let coming = fetch(first)
  while (index < afterLast) {
    const bytes = await coming
    const following = index + CHUNKS_PER_READ
    if (following < afterLast) coming = fetch(following)
    for (let at = 0; at < bytes.length; at += SEALED_CHUNK, index++) {
      yield openChunk(stream, index, index === last, bytes.subarray(at, at + SEALED_CHUNK))
    }
  }
}

/**
 * Plain bytes, or those of `range`, which is cut to the object's size. The last chunk is opened
 * before anything is given out when the whole object is asked for, so that a cut at a chunk's
 * border is found before the first byte leaves; a range vouches for its own chunks only.
 */
export async function* openStream(
  caseKey: KeyObject,
  objectId: ObjectId,
  source: SealedSource,
  range?: { readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  const { chunks, plainSize } = measure(source.size)
  const stream = openHeader(caseKey, objectId, Buffer.from(await readExactly(source, 0, HEADER_BYTES)))
  const last = chunks - 1
  if (range === undefined) openChunk(stream, last, true, await readChunks(source, last, chunks))
  const start = Math.max(0, range?.start ?? 0)
  const end = Math.min(plainSize, range?.end ?? plainSize)
  if (start >= end) return
  const first = Math.floor(start / CHUNK)
  let at = first * CHUNK
  for await (const plain of openChunks(stream, source, first, Math.ceil(end / CHUNK), last)) {
    yield plain.subarray(Math.max(0, start - at), Math.min(plain.length, end - at))
    at += plain.length
  }
}
