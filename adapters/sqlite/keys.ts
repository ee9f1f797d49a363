import { Failure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { Log } from '../../core/ports/log.ts'
import type { KeyStore } from '../../core/ports/sealer.ts'
import { openDatabase, type Schema } from './database.ts'
import { makeWriter } from './writer.ts'

/**
 * No write-ahead log, and freed bytes are overwritten: a destroyed key must not linger in a file
 * beside. The journal of the destroying transaction holds the (wrapped) key for its length, then
 * the file goes.
 */
const SCHEMA: Schema = {
  application: 0x416d694b, // 'AmiK'
  migrations: ['keys-001.sql'],
  pragmas:
    'PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 1000',
}
/** Keys of one look of `list`. */
const KEYS_PAGE = 500

type Stored = { caseId: CaseId; wrapped: Uint8Array | null }

/**
 * Opens the key store in `file`, made (mode 0600) where it is not there. Throws `data_unwritable`,
 * `disk_full`, `store_broken`, `store_busy`.
 */
export const openSqliteKeys = async ({
  file,
  log,
}: {
  readonly file: string
  readonly log?: Log
}): Promise<KeyStore> => {
  const db = await openDatabase(file, SCHEMA, log)
  const { write, read, close } = makeWriter(db, { log })
  const find = db.prepare('SELECT case_id AS caseId, wrapped FROM key WHERE case_id = ?')
  const keep = db.prepare('INSERT INTO key (case_id, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const destroy = db.prepare(
    'INSERT INTO key (case_id, wrapped) VALUES (?, NULL) ON CONFLICT DO UPDATE SET wrapped = NULL',
  )
  const replace = db.prepare('UPDATE key SET wrapped = ? WHERE case_id = ? AND wrapped IS NOT NULL')
  const page = db.prepare(
    'SELECT case_id AS caseId, wrapped FROM key WHERE case_id > ? ORDER BY case_id LIMIT ?',
  )
  const checked = db.prepare('SELECT value FROM checked')
  const setChecked = db.prepare(
    'INSERT INTO checked (one, value) VALUES (1, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  /** What this process compared its master key with. */
  let seen: Uint8Array | undefined

  const shown = ({ wrapped }: Stored): Uint8Array | 'destroyed' => wrapped ?? 'destroyed'
  const get = (caseId: CaseId): Uint8Array | 'destroyed' | undefined => {
    const row = find.get(caseId) as Stored | undefined
    return row === undefined ? undefined : shown(row)
  }

  const readCheck = (): Uint8Array | undefined => (checked.get() as { value: Uint8Array } | undefined)?.value
  const refuseRotated = (): void => {
    if (seen === undefined || Buffer.compare(seen, readCheck() ?? new Uint8Array()) === 0) return
    throw new Failure('master_key_wrong', 'it was rotated since this process started')
  }

  return {
    keep: (caseId, wrapped) =>
      write(() => {
        refuseRotated()
        return keep.run(caseId, wrapped).changes === 1 ? wrapped : (get(caseId) ?? 'destroyed')
      }),
    get: (caseId) => read(() => get(caseId)),
    destroy: (caseId) => write(() => void destroy.run(caseId)),
    check: async (make) => {
      seen = await write(() => {
        const known = readCheck()
        if (known !== undefined) return known
        const value = make()
        setChecked.run(value)
        return value
      })
      return seen
    },
    list: async function* () {
      for (let after = ''; ;) {
        const rows = await read(() => page.all(after, KEYS_PAGE) as Stored[])
        for (const row of rows) yield { caseId: row.caseId, wrapped: shown(row) }
        const last = rows.at(-1)
        if (last === undefined) return
        after = last.caseId
      }
    },
    replace: (caseId, wrapped) => write(() => void replace.run(wrapped, caseId)),
    checks: () =>
      read(() => {
        const kept = readCheck()
        return kept === undefined ? {} : { kept }
      }),
    // One transaction: there is nothing that could be interrupted, and what is overwritten is wiped with it.
    rotate: ({ check, rewrap }) =>
      write(() => {
        for (let after = ''; ;) {
          const rows = page.all(after, KEYS_PAGE) as Stored[]
          for (const { caseId, wrapped } of rows) {
            const next = wrapped === null ? undefined : rewrap(caseId, wrapped)
            if (next !== undefined) replace.run(next, caseId)
          }
          const last = rows.at(-1)
          if (last === undefined) break
          after = last.caseId
        }
        setChecked.run(check)
      }),
    close,
  }
}
