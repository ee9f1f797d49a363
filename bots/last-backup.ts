import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * When copies were last made whole, as `amin backup` noted it in the data folder: for those who
 * watch, and for doctor.
 */
const fileOf = (dataDir: string): string => join(dataDir, 'run', 'backup.json')

/** 0 where none was ever made, or it cannot be told. */
export const readLastBackup = (dataDir: string): number => {
  try {
    const { at } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as { readonly at?: unknown }
    return typeof at === 'number' ? at : 0
  } catch {
    return 0
  }
}

export const noteBackup = (dataDir: string, at: number): void => {
  mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 })
  const file = fileOf(dataDir)
  writeFileSync(`${file}.tmp`, JSON.stringify({ v: 1, at }), { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
}
