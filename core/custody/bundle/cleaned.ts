import { once, readUpTo } from '../../base/stream.ts'
import type { CaseId } from '../../base/ids.ts'
import { bytes } from '../../base/units.ts'
import type { Prepared } from './facts.ts'
import type { Item, LeftOut } from './items.ts'
import { openKept, type VaultPorts } from './originals.ts'
import { cleanFile, MAX_CLEANED } from './clean/clean.ts'

const readOriginal = (ports: VaultPorts, caseId: CaseId, { id, sealed }: Item): Promise<Uint8Array> =>
  readUpTo(openKept(ports, caseId, { ...sealed, name: id }), MAX_CLEANED)

/** The bytes of an item's cleaned copy, made again from its original. */
export const openCleaned = async function* (
  ports: VaultPorts,
  caseId: CaseId,
  item: Item,
): AsyncIterable<Uint8Array> {
  const cleaned = cleanFile(await readOriginal(ports, caseId, item), item.sealed.mime)
  if (cleaned !== undefined) yield* once(cleaned)
}

/**
 * For an organisation that is not told how to reach the person: each file as a cleaned copy under
 * its own hash, beside what the chain committed to. What cannot be cleaned is left out, and that is
 * said. Words of theirs are what they wrote, and stay.
 */
export const withCleaned = async (
  ports: VaultPorts,
  caseId: CaseId,
  prepared: Prepared,
): Promise<Prepared> => {
  if (prepared.scope !== 'share-ngo') return prepared
  const items: Item[] = []
  const leftOut: LeftOut[] = [...prepared.items.leftOut]
  for (const item of prepared.items.items) {
    const { announced, sealed } = item
    if (announced.kind === 'statement') {
      items.push(item)
      continue
    }
    const copy =
      sealed.size > MAX_CLEANED ? undefined : cleanFile(await readOriginal(ports, caseId, item), sealed.mime)
    if (copy !== undefined)
      items.push({ ...item, cleaned: { sha256: ports.hasher.sha256(copy), size: bytes(copy.length) } })
    else
      leftOut.push({
        id: item.id,
        evidence: announced.evidence,
        kind: announced.kind,
        why: 'uncleaned',
        at: item.announcedAt,
        sha256: sealed.sha256,
      })
  }
  return { ...prepared, items: { ...prepared.items, items, leftOut } }
}
