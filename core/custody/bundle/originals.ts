import { Failure, isFailure } from '../../base/failure.ts'
import type { CaseId, ObjectId, Sha256Hex } from '../../base/ids.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Sealer } from '../../ports/sealer.ts'
import type { Store } from '../../ports/store/store.ts'
import type { Vault } from '../../ports/vault.ts'
import type { Bytes } from '../../base/units.ts'

export type VaultPorts = {
  readonly store: Pick<Store, 'views'>
  readonly vault: Vault
  readonly sealer: Pick<Sealer, 'forCase'>
  readonly hasher: Hasher
}

/** An object as the chain knows it. `name`: what a fault calls it, an id of ours. */
export type Kept = {
  readonly name: string
  readonly object: ObjectId
  readonly sha256: Sha256Hex
  readonly size: Bytes
}

const missing = async ({ store }: VaultPorts, caseId: CaseId, name: string): Promise<Failure> => {
  // Objects go after the key does: somebody erased the case meanwhile.
  const row = await store.views.byId(caseId)
  return row?.status === 'erased' ? new Failure('key_destroyed') : new Failure('object_missing', name)
}

/**
 * The plain bytes of an object, compared with the chain as they pass. Throws `object_missing` where
 * it is gone, `seal_broken` where its bytes are not those that were sealed, `key_destroyed` where
 * the case was erased meanwhile: whoever reads must not use what came before.
 */
export const openKept = async function* (
  ports: VaultPorts,
  caseId: CaseId,
  kept: Kept,
): AsyncIterable<Uint8Array> {
  const source = await ports.vault.open(kept.object)
  if (source === undefined) throw await missing(ports, caseId, kept.name)
  const broken = (cause?: unknown): Failure =>
    new Failure('seal_broken', `${kept.name} is not what its entry in the chain says`, cause)
  try {
    const sealer = await ports.sealer.forCase(caseId)
    const hash = ports.hasher.stream()
    let size = 0
    for await (const chunk of sealer.openStream(kept.object, source)) {
      hash.update(chunk)
      size += chunk.length
      if (size > kept.size) break
      yield chunk
    }
    if (size !== kept.size || hash.digest() !== kept.sha256) throw broken()
  } catch (error) {
    throw isFailure(error, 'seal_broken') ? broken(error) : error
  } finally {
    await source.close()
  }
}
