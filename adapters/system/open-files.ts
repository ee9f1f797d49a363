import { readFileSync } from 'node:fs'

/** Files and connections that this process may have open; nothing where the system does not say. */
export const openFilesLimit = (): number | undefined => {
  try {
    const [, most] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return most === undefined ? undefined : Number(most)
  } catch {
    return undefined
  }
}
