import { createHash } from 'node:crypto'
import type { ObjectId } from '../../../core/base/ids.ts'
import type { SealedSource } from '../../../core/ports/sealer.ts'
import type { SealedObject } from '../../../core/ports/store/ledger.ts'
import type { Vault } from '../../../core/ports/vault.ts'
import { Refusal, refuseFaults } from './refusal.ts'

const STEP = 1_048_576
/** Objects under way at once: each holds a few MiB. */
const LANES = 8

export type ObjectCounts = { readonly objects: number; readonly bytes: number }

const read = async function* (source: SealedSource): AsyncIterable<Uint8Array> {
  for (let at = 0; at < source.size; at += STEP) yield await source.read(at, Math.min(at + STEP, source.size))
}

/** Runs `use` with the object open; nothing where it is not there. */
const withObject = async <T>(
  vault: Vault,
  id: ObjectId,
  use: (source: SealedSource) => Promise<T>,
): Promise<T | undefined> => {
  const source = await vault.open(id)
  if (source === undefined) return undefined
  try {
    return await use(source)
  } finally {
    await source.close()
  }
}

const hashOf = (vault: Vault, id: ObjectId): Promise<string | undefined> =>
  withObject(vault, id, async (source) => {
    const hash = createHash('sha256')
    for await (const piece of read(source)) hash.update(piece)
    return hash.digest('hex')
  })

const sizeOf = (vault: Vault, id: ObjectId): Promise<number | undefined> =>
  withObject(vault, id, async ({ size }) => size)

const idsOf = async (vault: Vault): Promise<ReadonlySet<ObjectId>> => {
  const ids = new Set<ObjectId>()
  for await (const id of vault.list()) ids.add(id)
  return ids
}

type Parts = {
  readonly source: Vault
  readonly target: Vault
  /**
   * What entries commit to; such an object never changes. Of all others, and of these where this is
   * not given, the bytes are compared.
   */
  readonly committed?: ReadonlyMap<ObjectId, SealedObject>
  /** Whether what the source does not have is removed. */
  readonly exactly: boolean
  readonly show: (text: string) => void
}

/** Copies sealed objects as they are. Each is compared, by its hash, with what was read. */
export const copyObjects = async ({
  source,
  target,
  committed,
  exactly,
  show,
}: Parts): Promise<ObjectCounts> => {
  const there = await idsOf(target)
  const ours = await idsOf(source)
  let objects = 0
  let bytes = 0

  const isThere = async (id: ObjectId, size: number): Promise<boolean> => {
    if (!there.has(id) || (await sizeOf(target, id)) !== size) return false
    if (committed?.get(id)?.size === size) return true
    return (await hashOf(source, id)) === (await hashOf(target, id))
  }

  const copyOne = async (id: ObjectId): Promise<void> => {
    await withObject(source, id, async (object) => {
      if (!(await isThere(id, object.size))) {
        const hash = createHash('sha256')
        const hashed = async function* (): AsyncIterable<Uint8Array> {
          for await (const piece of read(object)) {
            hash.update(piece)
            yield piece
          }
        }
        const written = await target.put(id, hashed())
        if (written.sha256 !== hash.digest('hex') || written.size !== object.size)
          throw new Refusal(`object ${id}: the target does not hold what was read`)
      }
      objects += 1
      bytes += object.size
    })
    show(`objects: ${objects} of ${ours.size}`)
  }

  const ids = [...ours]
  for (let at = 0; at < ids.length; at += LANES) await Promise.all(ids.slice(at, at + LANES).map(copyOne))
  if (exactly) for (const id of there) if (!ours.has(id)) await target.remove(id)
  return { objects, bytes }
}

/**
 * Both ends hold the same objects, in number and size; a `Refusal` where not. Returns what entries
 * commit to and neither end has: the store itself has that fault.
 */
export const verifyObjects = async (
  source: Vault,
  target: Vault,
  committed: ReadonlyMap<ObjectId, SealedObject>,
): Promise<readonly string[]> => {
  const [ours, theirs] = [await idsOf(source), await idsOf(target)]
  const strange = [...new Set([...ours, ...theirs])].filter((id) => !ours.has(id) || !theirs.has(id))
  const faults = strange.map((id) => `object ${id}: is not at both ends`)
  const inherited: string[] = []
  for (const { id, size } of committed.values()) {
    const found = await sizeOf(target, id)
    if (found === size) continue
    const same = found === (await sizeOf(source, id))
    ;(same ? inherited : faults).push(`object ${id}: ${found === undefined ? 'missing' : 'size_differs'}`)
  }
  refuseFaults(faults, 'the sealed objects of the target do not hold')
  return inherited
}
