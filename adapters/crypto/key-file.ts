import { randomBytes } from 'node:crypto'
import { chown, link, lstat, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure, isFailure } from '../../core/base/failure.ts'

/** Longer than any rightly made file: a wrong path may point at something huge. */
const MAX_FILE = 1_024
const ONLY_OWNER = 0o600

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

const readWhole = async (file: FileHandle): Promise<string> => {
  const buffer = Buffer.alloc(MAX_FILE)
  let length = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, MAX_FILE - length, length)
    if (bytesRead === 0) return buffer.toString('latin1', 0, length)
    length += bytesRead
  }
}

/**
 * What a file with a secret holds, without the white space around it; nothing where there is no
 * file. `what` names it in what is thrown: `settings_invalid` where it cannot be read, or others
 * than its owner can read it as well.
 */
export const readKeyFile = async (path: string, what: string): Promise<string | undefined> => {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new Failure('settings_invalid', `the ${what} cannot be read`, error)
  }
  try {
    const facts = await file.stat()
    if (!facts.isFile()) throw new Failure('settings_invalid', `the ${what} is not a file`)
    // Windows has no such bits and reports 0666 for every file.
    if (process.platform !== 'win32' && (facts.mode & 0o077) !== 0)
      throw new Failure(
        'settings_invalid',
        `others can read the ${what}; run: chmod 600 on it, and make a new key if somebody did`,
      )
    return (await readWhole(file)).trim()
  } catch (error) {
    throw isFailure(error) ? error : new Failure('settings_invalid', `the ${what} cannot be read`, error)
  } finally {
    await file.close()
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

const cannotWrite = (error: unknown, what: string): Failure =>
  codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT'
    ? new Failure('disk_full', `no room for the ${what}`, error)
    : new Failure('data_unwritable', `the ${what} cannot be made`, error)

/**
 * Makes the file (mode 0600), durably. It appears whole or not at all, and an existing one is never
 * replaced: of two that start at once, both get the winner's. Throws `data_unwritable`,
 * `disk_full`.
 */
export const createKeyFile = async (path: string, text: string, what: string): Promise<void> => {
  const folder = dirname(path)
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(draft, 'wx', ONLY_OWNER)
    try {
      await file.writeFile(`${text}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    await unlink(draft)
    await syncFolder(folder)
  } catch (error) {
    await unlink(draft).catch(() => undefined)
    throw cannotWrite(error, what)
  }
}

/**
 * Throws `settings_invalid` where the file could not be replaced where it stands: behind a link, or
 * as a mount of its own (a secret of a container), what is written beside it is not where the file
 * really lies, and may end with the container.
 */
export const checkReplaceable = async (path: string, what: string): Promise<void> => {
  const probe = `${path}.tmp`
  try {
    await unlink(probe).catch(() => undefined)
    // The system refuses a second name across mounts, even where both are of one file system.
    await link(path, probe)
    await unlink(probe)
    if (!(await lstat(path)).isSymbolicLink()) return
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw cannotWrite(error, what)
  }
  throw new Failure(
    'settings_invalid',
    `the ${what} is a link or a mount of its own; name the place where it really lies`,
  )
}

/**
 * Puts the file `from` in the place of `to`, durably and with the same owner: whoever looks finds
 * the one or the other, whole. Throws `data_unwritable`, `disk_full`.
 */
export const replaceKeyFile = async (from: string, to: string, what: string): Promise<void> => {
  try {
    const { uid, gid } = await stat(to)
    // Of another user's file only root may do that; for anybody else it is theirs already, or stays theirs.
    await chown(from, uid, gid).catch(() => undefined)
    await rename(from, to)
    await syncFolder(dirname(to))
  } catch (error) {
    throw cannotWrite(error, what)
  }
}
