import { DatabaseSync } from 'node:sqlite'
import { createPrivately } from './database.ts'
import { toFailure } from './failure.ts'

/** Reachable until released: a connection that is collected would drop its lock. */
const held = new Set<DatabaseSync>()

/**
 * Holds `file` (a tiny database of its own) for this process until `release`, or until the process
 * ends in whatever way: the operating system lets go of the lock. Throws `store_busy` where it is
 * held, by another process or this one; `data_unwritable` where the folder cannot be written.
 */
export const holdProcessLock = (file: string): { readonly release: () => void } => {
  let db: DatabaseSync | undefined
  try {
    createPrivately(file)
    db = new DatabaseSync(file, { timeout: 0 })
    // Nothing is ever written: a journal in memory leaves no file beside.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    throw toFailure(error)
  }
  const holder = db
  held.add(holder)
  return {
    release: () => {
      if (held.delete(holder)) holder.close()
    },
  }
}
