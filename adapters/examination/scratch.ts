import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdtemp, open, readdir, rm, stat, statfs, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../core/base/failure.ts'
import { DISK_FD, MEMORY_FD } from './protocol.ts'

/**
 * Where plain bytes stand while they are read: two files without a name, one in the machine's
 * memory (tmpfs), one on its disk for what finds no room there. They are unlinked before the first
 * byte is written, so that no crash leaves one behind, and emptied after every file. What the disk
 * held stays on it until it is written over; only a file that is too large for the memory goes
 * there.
 */
export type Scratch = {
  /** Read-only, for children: [memory, disk]. The same descriptors as long as it is open. */
  readonly descriptors: readonly [memory: number, disk: number]
  /** Empty, mode 0700: where programs are started. Made again where something swept it away. */
  readonly folder: () => string
  /**
   * One pass: keeps up to `most` bytes and digests all. Throws what `bytes` throws, `disk_full`,
   * `data_unwritable`.
   */
  readonly fill: (bytes: AsyncIterable<Uint8Array>, expected: number, most: number) => Promise<Filled>
  readonly empty: () => Promise<void>
  readonly close: () => Promise<void>
}

export type Filled = {
  readonly fd: typeof MEMORY_FD | typeof DISK_FD
  readonly size: number
  readonly sha256: string
  readonly md5: string
  /** Not where the file is larger than `most`: then nothing of it is kept. */
  readonly isKept: boolean
}

type Place = { readonly writer: FileHandle; readonly reader: FileHandle }

const PREFIX = 'amin-examination-'
const SHARED_MEMORY = '/dev/shm'
const TMPFS = 0x0102_1994
/** Left to others in the memory, and the largest file that goes there. */
const MEMORY_RESERVE = 64 * 1_048_576
const MEMORY_MOST = 256 * 1_048_576

const isTmpfs = async (path: string): Promise<boolean> =>
  (await statfs(path).catch(() => undefined))?.type === TMPFS

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Folders of processes that are gone. They are empty but for a moment at their start. */
const sweep = async (root: string): Promise<void> => {
  for (const name of await readdir(root).catch(() => [])) {
    const pid = Number(/^amin-examination-(\d+)-\w+$/.exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(pid) || isAlive(pid)) continue
    const path = join(root, name)
    if ((await stat(path).catch(() => undefined))?.uid === process.getuid?.())
      await rm(path, { recursive: true, force: true })
  }
}

const openPlace = async (folder: string): Promise<Place> => {
  const path = join(folder, 'file')
  const writer = await open(path, 'wx', 0o600)
  const reader = await open(path, 'r')
  await unlink(path)
  return { writer, reader }
}

const toFailure = (error: unknown): Failure =>
  (error as NodeJS.ErrnoException).code === 'ENOSPC'
    ? new Failure('disk_full', undefined, error)
    : new Failure('data_unwritable', 'the folder for temporary files', error)

const writeAll = async (writer: FileHandle, piece: Uint8Array, at: number): Promise<void> => {
  for (let done = 0; done < piece.length;)
    done += (await writer.write(piece, done, piece.length - done, at + done)).bytesWritten
}

export const openScratch = async (
  roots: { readonly memory?: string; readonly disk?: string } = {},
): Promise<Scratch> => {
  const diskRoot = roots.disk ?? tmpdir()
  const memoryRoot = roots.memory ?? SHARED_MEMORY
  const hasMemory = await isTmpfs(memoryRoot)
  const make = async (root: string): Promise<string> => {
    await sweep(root)
    return mkdtemp(join(root, `${PREFIX}${process.pid}-`))
  }
  const prepare = async (): Promise<{
    readonly folder: string
    readonly memory: Place
    readonly disk: Place
  }> => {
    const folder = await make(diskRoot)
    const memoryFolder = hasMemory ? await make(memoryRoot) : folder
    const memory = await openPlace(memoryFolder)
    if (memoryFolder !== folder) await rm(memoryFolder, { recursive: true, force: true })
    return { folder, memory, disk: await openPlace(folder) }
  }
  const { folder, memory, disk } = await prepare().catch((error: unknown) => {
    throw toFailure(error)
  })

  const hasRoom = async (size: number): Promise<boolean> => {
    if (!hasMemory || size > MEMORY_MOST) return false
    const facts = await statfs(memoryRoot).catch(() => undefined)
    return facts !== undefined && facts.bavail * facts.bsize >= size + MEMORY_RESERVE
  }

  const empty = async (): Promise<void> => {
    await memory.writer.truncate(0)
    await disk.writer.truncate(0)
  }

  return {
    descriptors: [memory.reader.fd, disk.reader.fd],
    folder: () => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return folder
    },
    fill: async (bytes, expected, most) => {
      const fd = (await hasRoom(Math.min(expected, most))) ? MEMORY_FD : DISK_FD
      const { writer } = fd === MEMORY_FD ? memory : disk
      const sha256 = createHash('sha256')
      const md5 = createHash('md5')
      // What says it is small and is not would fill the memory.
      const bound = fd === MEMORY_FD ? Math.min(most, MEMORY_MOST) : most
      let size = 0
      let isKept = true
      await empty()
      for await (const piece of bytes) {
        sha256.update(piece)
        md5.update(piece)
        if (isKept && size + piece.length > bound) {
          isKept = false
          await empty()
        }
        if (isKept)
          await writeAll(writer, piece, size).catch((error: unknown) => {
            throw toFailure(error)
          })
        size += piece.length
      }
      return { fd, size, sha256: sha256.digest('hex'), md5: md5.digest('hex'), isKept }
    },
    empty,
    close: async () => {
      await empty().catch(() => undefined)
      for (const handle of [memory.writer, memory.reader, disk.writer, disk.reader])
        await handle.close().catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
