import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../core/base/failure.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { bytes, instant, type Bytes } from '../../core/base/units.ts'
import { writeDraft } from './draft.ts'
import { codeOf, guard, toFailure } from './fault.ts'
import { INCOMING, OBJECTS, placeOf, toObjectId, toSafeName } from './place.ts'
import type { ObjectPlace } from './place.ts'

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
/**
 * A draft nobody wrote to for this long was left by a crash. Another process may use the vault, so
 * younger ones stay.
 */
const DRAFT_MAX_AGE_MS = 3_600_000

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Makes `path` in `parent`, durably. */
const makeFolder = async (parent: string, path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: FOLDER_MODE })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  // Also where it was there: whoever made it may have died before this.
  await syncFolder(parent)
}

const sweep = async (incoming: string): Promise<void> => {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts !== undefined && Date.now() - facts.mtimeMs > DRAFT_MAX_AGE_MS) await rm(path, { force: true })
  }
}

const readRange = async (file: FileHandle, start: number, end: number): Promise<Uint8Array> => {
  const buffer = Buffer.allocUnsafe(Math.max(0, end - start))
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, start + length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

async function* listObjects(dir: string): AsyncGenerator<ObjectId> {
  const top = join(dir, OBJECTS)
  for (const first of await guard(readdir(top))) {
    for (const second of await guard(readdir(join(top, first)))) {
      for (const entry of await guard(readdir(join(top, first, second)))) {
        const name = toSafeName(entry)
        if (name !== undefined) yield toObjectId(name)
      }
    }
  }
}

/**
 * A vault in the folder `dir`, made where it is absent: one file an object, folders 0700, files
 * 0600. Several processes may use it. `reserve` stays free on its file system for whatever else
 * lies there, the store above all: no object is begun below it, and one that comes to it is given
 * up. Throws `data_unwritable` or `disk_full` where it is not usable.
 */
export const openDiskVault = async ({
  dir,
  reserve = bytes(0),
}: {
  readonly dir: string
  readonly reserve?: Bytes
}): Promise<Vault> => {
  const incoming = join(dir, INCOMING)
  const known = new Set<string>()

  /** What this user may still write, less the reserve; never below 0. */
  const room = async (): Promise<Bytes> => {
    const { bavail, bsize } = await guard(statfs(dir))
    return bytes(Math.max(0, bavail * bsize - reserve))
  }

  const needRoom = async (): Promise<void> => {
    if (reserve > 0 && (await room()) === 0)
      throw new Failure('disk_full', 'vault: what is left is kept for words')
  }

  const prepare = async (): Promise<void> => {
    await mkdir(dir, { recursive: true, mode: FOLDER_MODE })
    await makeFolder(dir, incoming)
    await makeFolder(dir, join(dir, OBJECTS))
    await sweep(incoming)
  }

  const makePlace = async (place: ObjectPlace): Promise<void> => {
    if (known.has(place.second)) return
    await makeFolder(join(dir, OBJECTS), place.first)
    await makeFolder(place.first, place.second)
    known.add(place.second)
  }

  const draftPath = (): string => join(incoming, `${randomBytes(12).toString('hex')}.tmp`)

  const finishDraft = async (file: FileHandle): Promise<void> => {
    await file.datasync()
    await file.close()
  }

  const publish = async (draft: string, place: ObjectPlace): Promise<void> => {
    await makePlace(place)
    await rename(draft, place.file)
    await syncFolder(place.second)
  }

  await guard(prepare())

  return {
    put: async (objectId, sealed) => {
      const name = toSafeName(objectId)
      if (name === undefined) throw new TypeError('not an object id')
      await needRoom()
      const draft = draftPath()
      const file = await guard(open(draft, 'wx', FILE_MODE))
      try {
        const written = await writeDraft(file, sealed, needRoom)
        await guard(finishDraft(file))
        await guard(publish(draft, placeOf(dir, name)))
        return written
      } catch (error) {
        await file.close().catch(() => undefined)
        await rm(draft, { force: true }).catch(() => undefined)
        throw error
      }
    },

    open: async (objectId) => {
      const name = toSafeName(objectId)
      if (name === undefined) return undefined
      let file: FileHandle
      try {
        file = await open(placeOf(dir, name).file, constants.O_RDONLY | constants.O_NOFOLLOW)
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw toFailure(error)
      }
      const { size } = await file.stat()
      return {
        size: bytes(size),
        read: (start, end) => guard(readRange(file, start, end)),
        close: () => file.close(),
      }
    },

    remove: async (objectId) => {
      const name = toSafeName(objectId)
      if (name === undefined) return
      const place = placeOf(dir, name)
      try {
        await unlink(place.file)
        await syncFolder(place.second)
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw toFailure(error)
      }
    },

    list: () => listObjects(dir),

    writtenAt: async (objectId) => {
      const name = toSafeName(objectId)
      if (name === undefined) return undefined
      try {
        return instant(Math.floor((await stat(placeOf(dir, name).file)).mtimeMs))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw toFailure(error)
      }
    },

    room,

    probe: async () => {
      const path = draftPath()
      const wanted = randomBytes(16)
      const attempt = async (): Promise<boolean> => {
        const file = await open(path, 'wx+', FILE_MODE)
        try {
          await file.write(wanted, 0, wanted.length, 0)
          await file.datasync()
          return wanted.equals(await readRange(file, 0, wanted.length))
        } finally {
          await file.close()
          await rm(path, { force: true })
        }
      }
      if (!(await guard(attempt())))
        throw new Failure('data_unwritable', 'the vault gives back other bytes than it was given')
    },
  }
}
