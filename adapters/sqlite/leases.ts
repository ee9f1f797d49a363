import type { DatabaseSync } from 'node:sqlite'
import type { Leases } from '../../core/ports/store/leases.ts'
import type { Writer } from './writer.ts'

/** `forfeits` end the claims that other tables hold for an owner. */
export const makeLeases = (
  db: DatabaseSync,
  { write }: Writer,
  forfeits: readonly ((owner: string) => void)[],
): Leases => {
  const take = db.prepare(`
    INSERT INTO lease (name, owner, until) VALUES (?1, ?2, ?3)
    ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE owner = excluded.owner OR until <= ?4`)
  const release = db.prepare('DELETE FROM lease WHERE name = ? AND owner = ?')
  const releaseAll = db.prepare('DELETE FROM lease WHERE owner = ?')
  return {
    take: (name, { owner, now, until }) => write(() => take.run(name, owner, until, now).changes === 1),
    release: (name, owner) => write(() => void release.run(name, owner)),
    forfeit: (owner) =>
      write(() => {
        releaseAll.run(owner)
        for (const forfeit of forfeits) forfeit(owner)
      }),
  }
}
