import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../../../core/base/failure.ts'
import type { SealedTable } from './journal-row.ts'
import { makePrivates } from './privates.ts'
import { makeSealing, type Sealing } from './sealing.ts'
import { toFailure, type SessionFile } from './session-file.ts'

const place = (id: string): string => `contact\0${id}`

/** What outlives a pairing, in the session file. */
export const contactsOf = (
  { db, commit, read }: Pick<SessionFile, 'db' | 'commit' | 'read'>,
  sealing: Sealing,
): SealedTable => {
  const contact = db.prepare('SELECT sealed FROM contact WHERE id = ?')
  const setContact = db.prepare(
    'INSERT INTO contact VALUES (?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
  )
  const dropContact = db.prepare('DELETE FROM contact WHERE id = ?')
  return {
    get: (id) => {
      const sealed = read(() => contact.get(sealing.blind(place(id)))?.['sealed'] as Uint8Array | undefined)
      return sealed === undefined ? undefined : sealing.open(place(id), sealed)
    },
    put: (entries) =>
      commit(() => {
        for (const [id, value] of entries) {
          const blinded = sealing.blind(place(id))
          if (value === undefined) dropContact.run(blinded)
          else setContact.run(blinded, sealing.seal(place(id), value))
        }
      }),
  }
}

const refuse = (): never => {
  throw new Failure('store_unavailable', 'opened for reading alone')
}

/**
 * How many private chats wrote and were left alone, as the session file says; read beside whoever runs it, and
 * nothing in it is changed. Nothing where there is no file yet. Throws `store_busy`, `store_broken`,
 * `seal_broken`.
 */
export const leftAloneIn = (file: string, key: Uint8Array): number | undefined => {
  if (!existsSync(file)) return undefined
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { readOnly: true, timeout: 1_000 })
    return makePrivates(
      contactsOf({ db, commit: refuse, read: (query) => query() }, makeSealing(key)),
      refuse,
    ).left()
  } catch (error) {
    throw toFailure(error)
  } finally {
    db?.close()
  }
}
