import { Failure } from './failure.ts'
import type { Bytes } from './units.ts'

/** One piece as a stream. */
export const once = async function* (chunk: Uint8Array): AsyncIterable<Uint8Array> {
  yield chunk
}

export const join = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The whole stream in memory; throws where it is longer than `limit`, for memory is bounded. */
export const readUpTo = async (source: AsyncIterable<Uint8Array>, limit: Bytes): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > limit) throw new Failure('seal_broken', 'an object is longer than its record says')
    chunks.push(chunk)
  }
  return join(chunks)
}
