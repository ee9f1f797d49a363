import { readSync } from 'node:fs'
import { MAX_WHOLE } from '../protocol.ts'

/** The file under examination, read by position from a descriptor that has no name. */
export type File = {
  readonly size: number
  /** Bytes [start, end), fewer where the file ends. */
  readonly read: (start: number, end: number) => Buffer
  /** Nothing where the file is larger than `MAX_WHOLE`. */
  readonly whole: () => Buffer | undefined
  readonly includes: (bytes: string) => boolean
}

const PIECE = 1_048_576

export const openFile = (fd: number, size: number): File => {
  const read = (start: number, end: number): Buffer => {
    const from = Math.max(0, Math.min(start, size))
    const taken = Buffer.alloc(Math.max(0, Math.min(end, size) - from))
    let filled = 0
    while (filled < taken.length) {
      const got = readSync(fd, taken, filled, taken.length - filled, from + filled)
      if (got === 0) break
      filled += got
    }
    return taken.subarray(0, filled)
  }
  return {
    size,
    read,
    whole: () => (size > MAX_WHOLE ? undefined : read(0, size)),
    includes: (text) => {
      for (let at = 0; at < size; at += PIECE)
        if (read(at, at + PIECE + text.length).includes(text, 0, 'latin1')) return true
      return false
    },
  }
}
