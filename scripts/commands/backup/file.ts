import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, chmod, constants, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** How a file is called while it is written; what a run that was cut left is written over. */
const DRAFT = '.new'

/** Of a whole file, in lower-case hexadecimal; nothing where it is not there. */
export const hashFile = async (path: string): Promise<string | undefined> => {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 }))
      hash.update(chunk as Buffer)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  return hash.digest('hex')
}

const sync = async (path: string): Promise<void> => {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * `write` makes the file at the path it is given; then it is made durable, and seen under its name:
 * whole or not at all.
 */
export const putFile = async (path: string, write: (draft: string) => Promise<void>): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}${DRAFT}`
  await rm(draft, { force: true })
  try {
    await write(draft)
    await chmod(draft, 0o600)
    await sync(draft)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await sync(dirname(path))
}

/** A file system that can shares the blocks until one of the two changes. */
export const copyTo = (from: string, to: string): Promise<void> =>
  putFile(to, (draft) => copyFile(from, draft, constants.COPYFILE_FICLONE))

/** Paths below a folder, with `/` between, sorted; none where it is not there. Drafts are passed over. */
export const filesBelow = async (dir: string): Promise<readonly string[]> => {
  try {
    const found = await readdir(dir, { recursive: true, withFileTypes: true })
    return found
      .filter((entry) => entry.isFile() && !entry.name.endsWith(DRAFT))
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
