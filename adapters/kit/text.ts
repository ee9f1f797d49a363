import type { IncomingMessage } from 'node:http'

/**
 * The text of a request or an answer, whole before it is read as letters: a letter may be cut between two
 * packets. Nothing where it is longer than `longest` bytes. Throws where the line is cut.
 */
export const readText = async (message: IncomingMessage, longest: number): Promise<string | undefined> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of message as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > longest) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
