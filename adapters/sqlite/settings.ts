import type { DatabaseSync } from 'node:sqlite'
import type { Setting, Settings } from '../../core/ports/store/settings.ts'
import type { Writer } from './writer.ts'

export type SettingTable = {
  readonly port: Settings
  /** Inside a change: in the place of what is there, whatever its version. */
  readonly keep: (setting: Setting) => void
}

export const makeSettings = (
  db: DatabaseSync,
  { write, read }: Pick<Writer, 'write' | 'read'>,
  /** Called inside a change that drops what was said before. */
  scrub: () => void,
): SettingTable => {
  const all = db.prepare('SELECT name, version, at, by, body FROM setting ORDER BY name')
  const insert = db.prepare(
    'INSERT INTO setting (name, version, at, by, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const change = db.prepare(
    'UPDATE setting SET version = ?2, at = ?3, by = ?4, body = ?5 WHERE name = ?1 AND version = ?2 - 1',
  )
  const keep = db.prepare(
    'INSERT OR REPLACE INTO setting (name, version, at, by, body) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    port: {
      // Copies: what the driver gives has no prototype.
      list: () => read(() => (all.all() as Setting[]).map((row) => ({ ...row }))),
      put: ({ name, version, at, by, body }) =>
        write(() => {
          if (version === 1) return insert.run(name, version, at, by, body).changes === 1
          const done = change.run(name, version, at, by, body).changes === 1
          if (done) scrub()
          return done
        }),
    },
    keep: ({ name, version, at, by, body }) => void keep.run(name, version, at, by, body),
  }
}
