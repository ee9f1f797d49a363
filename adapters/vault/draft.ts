import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Sha256Hex } from '../../core/base/ids.ts'
import { bytes } from '../../core/base/units.ts'
import type { Bytes } from '../../core/base/units.ts'
import { guard } from './fault.ts'

/** One batch is written while the next is filled and hashed: 2 MiB in memory for an object of any size. */
const BATCH = 1_048_576

const writeAll = async (file: FileHandle, batch: Buffer, position: number): Promise<void> => {
  let at = 0
  while (at < batch.length) at += (await file.write(batch, at, batch.length - at, position + at)).bytesWritten
}

/** Batches between two looks at the room that is left: 16 MiB is what a large file may take of a reserve. */
const BATCHES_A_LOOK = 16

/**
 * Writes a whole stream to `file`, from its start, and hashes what it wrote. The caller makes it
 * durable. `look` is called now and then, and throws where nothing more may be written.
 */
export const writeDraft = async (
  file: FileHandle,
  pieces: AsyncIterable<Uint8Array>,
  look: () => Promise<void>,
): Promise<{ readonly size: Bytes; readonly sha256: Sha256Hex }> => {
  const hash = createHash('sha256')
  let filling = Buffer.allocUnsafe(BATCH)
  let resting: Buffer<ArrayBuffer> | undefined
  let filled = 0
  let size = 0
  let batches = 0
  let writing = Promise.resolve()

  const flush = async (): Promise<void> => {
    const batch = filling.subarray(0, filled)
    await writing
    batches += 1
    if (batches % BATCHES_A_LOOK === 0) await look()
    writing = guard(writeAll(file, batch, size))
    // Heard at the next batch or at the end; the source may fail before, and then nobody would hear it.
    writing.catch(() => undefined)
    hash.update(batch)
    size += filled
    filled = 0
    const full = filling
    filling = resting ?? Buffer.allocUnsafe(BATCH)
    resting = full
  }

  try {
    for await (const piece of pieces) {
      let at = 0
      while (at < piece.length) {
        const taken = Math.min(BATCH - filled, piece.length - at)
        filling.set(piece.subarray(at, at + taken), filled)
        filled += taken
        at += taken
        if (filled === BATCH) await flush()
      }
    }
    await flush()
  } finally {
    // Nobody may close the file under a write.
    await writing.catch(() => undefined)
  }
  await writing
  return { size: bytes(size), sha256: hash.digest('hex') as Sha256Hex }
}
