import type { ObjectId } from '../../base/ids.ts'
import type { Vault } from '../../ports/vault.ts'
import { hours, type Instant } from '../../base/units.ts'

/** An object is written before the entry that names it: younger ones may still get theirs. */
const YOUNG = hours(24)

/**
 * Objects that no entry names, and that were written a day before `since`: when the ledgers began
 * to be read. Left by jobs that died, or by a case that is erased.
 */
export const findOrphans = async function* (
  vault: Vault,
  named: ReadonlySet<ObjectId>,
  since: Instant,
): AsyncIterable<ObjectId> {
  for await (const object of vault.list()) {
    if (named.has(object)) continue
    const written = await vault.writtenAt(object)
    if (written !== undefined && written < since - YOUNG) yield object
  }
}
