import type { SealedSource } from '../../../core/ports/sealer.ts'
import { bytes } from '../../../core/base/units.ts'

/** A stream of `whole`, cut into pieces of these lengths, again and again. */
export async function* inPieces(
  whole: Uint8Array,
  lengths: readonly number[] = [65_536],
): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let i = 0; at < whole.length; i++) {
    const length = lengths[i % lengths.length] ?? whole.length
    yield whole.subarray(at, at + length)
    at += length
  }
}

export const collect = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** A sealed object in memory, and which ranges of it were read. */
export const sourceOf = (
  sealed: Uint8Array,
): SealedSource & { readonly reads: readonly (readonly [number, number])[] } => {
  const reads: (readonly [number, number])[] = []
  return {
    size: bytes(sealed.length),
    reads,
    read: async (start, end) => {
      reads.push([start, end])
      return sealed.subarray(start, end)
    },
  }
}
