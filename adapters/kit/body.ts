import type { IncomingMessage } from 'node:http'
import { Failure } from '../../core/base/failure.ts'

/** A file that did not come whole. To be tried again; `detail` tells neither file nor address. */
export const failed = (detail: string): Failure => new Failure('download_failed', detail)

/**
 * The body of an answer, as long as it keeps what was announced: throws `download_failed` beyond
 * `size` (or `most`, where none was), where it is cut, and at an end before `size`.
 */
export async function* readBody(
  response: IncomingMessage,
  { size, most }: { readonly size: number | undefined; readonly most: number },
): AsyncGenerator<Uint8Array> {
  let total = 0
  try {
    for await (const chunk of response) {
      const piece = chunk as Uint8Array
      total += piece.length
      if (total > (size ?? most)) throw failed('longer than announced')
      yield piece
    }
  } catch (error) {
    throw error instanceof Failure ? error : failed('cut')
  } finally {
    response.destroy()
  }
  if (size !== undefined && total !== size) throw failed('shorter than announced')
}
