import { open, rename, rm } from 'node:fs/promises'

/**
 * Whole under its name, readable by nobody else, or not there: half a file would be taken for all of
 * it. Throws what the file system says.
 */
export const makeFile = async (path: string, content: () => Promise<string | Uint8Array>): Promise<void> => {
  const part = `${path}.part`
  try {
    // Before anything is written into a chain or a log: a folder that is not there is found out first.
    await using file = await open(part, 'w', 0o600)
    await file.writeFile(await content())
    await file.sync()
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

export const isFileFault = (error: unknown): error is { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
