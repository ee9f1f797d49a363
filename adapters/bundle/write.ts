import { randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../core/base/failure.ts'

const MODE = 0o600
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

const isNoRoom = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  NO_ROOM.has(error.code)

const unwritable = (error: unknown): Failure =>
  isNoRoom(error)
    ? new Failure('disk_full', 'the bundle was not written, and nothing of it was left', error)
    : new Failure(
        'settings_invalid',
        'the bundle cannot be written there; name a file in a folder that this user may write',
        error,
      )

const guard = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw unwritable(error)
  }
}

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Gives a draft its name where nothing has it; `false` where something has. */
const nameNew = async (draft: string, path: string): Promise<boolean> => {
  try {
    await link(draft, path)
  } catch (error) {
    if (!isThere(error)) throw error
    return false
  } finally {
    await rm(draft, { force: true })
  }
  return true
}

const nameOver = async (draft: string, path: string): Promise<boolean> => {
  await rename(draft, path)
  return true
}

const writePiece = async (file: FileHandle, piece: Uint8Array): Promise<void> => {
  let at = 0
  while (at < piece.length) at += (await file.write(piece, at, piece.length - at)).bytesWritten
}

/**
 * Writes a stream beside `path` (mode 0600), makes it durable, asks `confirm`, and only then gives
 * it its name: whole or not at all, and nothing is left where anything throws. `false` from
 * `confirm`: it is not wanted any more. Throws `disk_full`, `settings_invalid` where the place
 * cannot be written, and what the stream throws.
 */
export const writeBundle = (
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  confirm: () => Promise<boolean>,
): Promise<boolean> => write(path, pieces, confirm, nameOver)

/** As `writeBundle`, but what has this name stays as it is: `false` then. */
export const writeNew = (path: string, pieces: AsyncIterable<Uint8Array>): Promise<boolean> =>
  write(path, pieces, async () => true, nameNew)

const write = async (
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  confirm: () => Promise<boolean>,
  name: typeof nameNew,
): Promise<boolean> => {
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`)
  const file = await guard(open(draft, 'wx', MODE))
  try {
    for await (const piece of pieces) await guard(writePiece(file, piece))
    await guard(file.sync())
    await file.close()
    if (!(await confirm())) {
      await rm(draft, { force: true })
      return false
    }
    const named = await guard(name(draft, path))
    await guard(syncFolder(folder))
    return named
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
}
