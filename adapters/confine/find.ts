import { accessSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian and others put programs. */
export const PATH = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin'

/** `path`: folders as in PATH; only absolute ones are looked into. */
export const find = (path: string, name: string): string | undefined =>
  path
    .split(':')
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return statSync(file).isFile()
      } catch {
        return false
      }
    })
