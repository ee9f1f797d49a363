import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure, type FailureCode } from '../../../core/base/failure.ts'

/** `Amw1`: tells our file from any other SQLite file. */
const APPLICATION = 0x416d7731
const VERSION = 1

/**
 * `secret`: credentials and signal keys of one pairing. `fact`: what outlives a pairing: the
 * generation. `contact`: see SealedTable. `journal`: what arrived; `message` finds the rows of one
 * message, `due` and `sealed` are emptied once it is in the inbox. `sent`: what a recipient may ask
 * for again. Nothing here but types, times and blinded ids is in clear.
 */
const SCHEMA = `
  CREATE TABLE secret (type TEXT NOT NULL, id BLOB NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (type, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE fact (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE contact (id BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE journal (row INTEGER PRIMARY KEY AUTOINCREMENT, message BLOB NOT NULL, content INTEGER NOT NULL, due INTEGER, sealed BLOB) STRICT;
  CREATE INDEX journal_message ON journal (message);
  CREATE INDEX journal_due ON journal (due) WHERE due IS NOT NULL;
  CREATE TABLE sent (no INTEGER PRIMARY KEY AUTOINCREMENT, message BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL) STRICT;
`

/** Primary result codes, https://www.sqlite.org/rescode.html; those that are not here mean `store_broken`. */
const BY_RESULT: Readonly<Record<number, FailureCode>> = {
  3: 'data_unwritable',
  5: 'store_busy',
  6: 'store_busy',
  8: 'data_unwritable',
  10: 'disk_full',
  13: 'disk_full',
  14: 'data_unwritable',
}
const BY_ERRNO: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'data_unwritable',
  EPERM: 'data_unwritable',
  EROFS: 'data_unwritable',
  ENOTDIR: 'data_unwritable',
  ERR_INVALID_STATE: 'store_unavailable',
}

/**
 * What SQLite or the file system threw, as one of our broken promises. Only a number is told:
 * SQLite's own text may quote a statement.
 */
export const toFailure = (error: unknown): Failure => {
  if (error instanceof Failure) return error
  const { errcode, code } = (error instanceof Error ? error : {}) as {
    readonly errcode?: number
    readonly code?: string
  }
  if (errcode !== undefined)
    return new Failure(BY_RESULT[errcode & 0xff] ?? 'store_broken', `sqlite ${errcode}`, error)
  return new Failure((code === undefined ? undefined : BY_ERRNO[code]) ?? 'store_broken', code, error)
}

/**
 * Danger: closing a file that SQLite has open in this process would drop its locks (POSIX), hence
 * `wx`: a new file only.
 */
const createPrivately = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw error
  }
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

const pragma = (db: DatabaseSync, name: string): number => Number(db.prepare(`PRAGMA ${name}`).get()?.[name])

export type SessionFile = {
  readonly db: DatabaseSync
  /**
   * All of `change`, durable when it returns, or nothing of it. May be called inside another.
   * Throws what `toFailure` names.
   */
  readonly commit: <T>(change: () => T) => T
  readonly read: <T>(query: () => T) => T
  readonly close: () => void
}

const prepareFile = (db: DatabaseSync): void => {
  const application = pragma(db, 'application_id')
  const empty = application === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (application !== APPLICATION && !empty)
    throw new Failure('store_broken', 'the session file belongs to another program')
  if (pragma(db, 'user_version') > VERSION)
    throw new Failure('store_broken', 'the session file was written by a later version')
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  if (empty)
    db.exec(
      `BEGIN IMMEDIATE; ${SCHEMA} PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${VERSION}; COMMIT`,
    )
}

/**
 * Opens or makes the file of one account. The caller holds its process lock. Throws
 * `data_unwritable`, `disk_full`, `store_broken`.
 */
export const openSessionFile = (file: string): SessionFile => {
  let db: DatabaseSync | undefined
  try {
    createPrivately(file)
    db = new DatabaseSync(file, { timeout: 1_000 })
    prepareFile(db)
  } catch (error) {
    db?.close()
    throw toFailure(error)
  }
  const open = db
  return {
    db: open,
    commit: (change) => {
      if (open.isOpen && open.isTransaction) return change()
      try {
        open.exec('BEGIN IMMEDIATE')
        const value = change()
        open.exec('COMMIT')
        return value
      } catch (error) {
        // Some errors (disk full) have ended the transaction already.
        if (open.isOpen && open.isTransaction) open.exec('ROLLBACK')
        throw toFailure(error)
      }
    },
    read: (query) => {
      try {
        return query()
      } catch (error) {
        throw toFailure(error)
      }
    },
    close: () => {
      if (open.isOpen) open.close()
    },
  }
}

/** Reachable until released: a connection that is collected would drop its lock. */
const held = new Set<DatabaseSync>()

/**
 * Holds `file` (a tiny database of its own) for this process until `release`, or until the process
 * ends in whatever way. Throws `store_busy` where another process holds it: two writers of one
 * session would break its ratchets.
 */
export const holdSession = (file: string): { readonly release: () => void } => {
  let db: DatabaseSync | undefined
  try {
    createPrivately(file)
    db = new DatabaseSync(file, { timeout: 0 })
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
