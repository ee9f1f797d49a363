import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure, type FailureCode } from '../../../core/base/failure.ts'

/** `Amwc`: tells our file from any other SQLite file. */
const APPLICATION = 0x416d7763
const VERSION = 1

/** Nothing here but blinded ids is in clear. `name`: what the platform calls a contact, one row a name. */
const SCHEMA = `
  CREATE TABLE contact (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE name (id TEXT PRIMARY KEY, contact TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX name_contact ON name (contact);
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
const toFailure = (error: unknown): Failure => {
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

const prepareFile = (db: DatabaseSync): void => {
  const application = pragma(db, 'application_id')
  const empty = application === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (application !== APPLICATION && !empty)
    throw new Failure('store_broken', 'the contact file belongs to another program')
  if (pragma(db, 'user_version') > VERSION)
    throw new Failure('store_broken', 'the contact file was written by a later version')
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  if (empty)
    db.exec(
      `BEGIN IMMEDIATE; ${SCHEMA} PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${VERSION}; COMMIT`,
    )
}

export type ContactFile = {
  readonly db: DatabaseSync
  /** All of `change`, durable when it returns, or nothing of it. May be called inside another. */
  readonly commit: <T>(change: () => T) => T
  readonly read: <T>(query: () => T) => T
  readonly close: () => void
}

/** Opens or makes the file. Throws `data_unwritable`, `disk_full`, `store_broken`, `store_busy`. */
export const openContactFile = (file: string): ContactFile => {
  let db: DatabaseSync | undefined
  try {
    if (file !== ':memory:') createPrivately(file)
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
