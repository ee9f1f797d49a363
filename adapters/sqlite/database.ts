import { closeSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../../core/base/failure.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Guard } from '../../core/ports/store/store.ts'
import { isBusy, toFailure } from './failure.ts'

/**
 * What kind of file it is: told from any other SQLite file by `application`, brought up to date by
 * the scripts that it has not seen.
 */
export type Schema = {
  readonly application: number
  /**
   * File names under migrations/, oldest first. Never changed once released; `user_version` counts
   * those done.
   */
  readonly migrations: readonly string[]
  /** Pragmas of each connection, set once the file is known to be ours. */
  readonly pragmas: string
}

/** How long opening waits for another process that makes or migrates the same file. */
const OPEN_ATTEMPTS = 100
const OPEN_PAUSE_MS = 50

/**
 * Makes the file readable by its owner only, if it is not there; SQLite gives the files beside it
 * the same mode. Danger: opening and closing a file that SQLite has open in this process would drop
 * its locks (POSIX), hence `wx`: a new file only.
 */
export const createPrivately = (file: string): void => {
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

/** Refuses, without a change, a file of another program and one of a later version of ours. */
const checkOurs = (db: DatabaseSync, schema: Schema): void => {
  const application = pragma(db, 'application_id')
  const empty = application === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (application !== schema.application && !empty)
    throw new Failure('store_broken', 'the file belongs to another program')
  if (pragma(db, 'user_version') > schema.migrations.length)
    throw new Failure('store_broken', 'the file was written by a later version')
}

const migrate = (db: DatabaseSync, schema: Schema): number => {
  if (pragma(db, 'user_version') === schema.migrations.length) return 0
  db.exec('BEGIN IMMEDIATE')
  try {
    // Read again under the lock: another process may have done it meanwhile.
    const scripts = schema.migrations.slice(pragma(db, 'user_version'))
    for (const name of scripts)
      db.exec(readFileSync(new URL(`./migrations/${name}`, import.meta.url), 'utf8'))
    db.exec(
      `PRAGMA application_id = ${schema.application}; PRAGMA user_version = ${schema.migrations.length}; COMMIT`,
    )
    return scripts.length
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

const shapesOf = (db: DatabaseSync): ReadonlyMap<string, string> => {
  const rows = db
    .prepare(
      "SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  return new Map(rows.map(({ name, sql }) => [String(name), String(sql)]))
}

/** Compares what a file has (tables, indexes, triggers) with what the migrations make in an empty one. */
export const readGuards = (db: DatabaseSync, schema: Schema): readonly Guard[] => {
  const fresh = new DatabaseSync(':memory:')
  try {
    migrate(fresh, schema)
    const [due, there] = [shapesOf(fresh), shapesOf(db)]
    return [
      ...[...due].flatMap(([name, sql]): readonly Guard[] => {
        const found = there.get(name)
        return found === sql ? [] : [{ name, fault: found === undefined ? 'missing' : 'differs' }]
      }),
      ...[...there.keys()]
        .filter((name) => !due.has(name))
        .map((name): Guard => ({ name, fault: 'strange' })),
    ]
  } finally {
    fresh.close()
  }
}

const openOnce = (file: string, schema: Schema, log: Log | undefined): DatabaseSync => {
  createPrivately(file)
  const db = new DatabaseSync(file, { timeout: OPEN_PAUSE_MS })
  try {
    checkOurs(db, schema)
    db.exec(schema.pragmas)
    const done = migrate(db, schema)
    if (done > 0) log?.debug('store schema brought up to date', { count: done })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens, makes or migrates a file. Throws `data_unwritable`, `disk_full`, `store_broken`, `store_busy`. */
export const openDatabase = async (file: string, schema: Schema, log?: Log): Promise<DatabaseSync> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return openOnce(file, schema, log)
    } catch (error) {
      // Switching a new file to its journal mode does not wait for the busy timeout, so the waiting
      // is done here.
      if (attempt === OPEN_ATTEMPTS || !isBusy(error)) throw toFailure(error)
    }
    await setTimeout(OPEN_PAUSE_MS)
  }
}
