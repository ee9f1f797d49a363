import type { Random } from '../../ports/random.ts'
import type { Sealer } from '../../ports/sealer.ts'
import type { Spool } from '../../ports/spool.ts'
import type { Vault } from '../../ports/vault.ts'
import type { ObjectId } from '../../base/ids.ts'
import { bytes } from '../../base/units.ts'

/** Uploads wait in a vault of their own, sealed under the transit key, until their case takes them over. */
export const makeSpool = (ports: {
  readonly vault: Vault
  readonly sealer: Sealer
  readonly random: Random
}): Spool => ({
  put: async (upload) => {
    const ref = ports.random.id() as ObjectId
    let size = 0
    const counted = async function* (): AsyncIterable<Uint8Array> {
      for await (const chunk of upload) {
        size += chunk.length
        yield chunk
      }
    }
    await ports.vault.put(ref, ports.sealer.transit.sealStream(ref, counted()))
    return { ref, size: bytes(size) }
  },
  open: async (ref) => {
    const id = ref as ObjectId
    const source = await ports.vault.open(id)
    if (source === undefined) return undefined
    const opened = async function* (): AsyncIterable<Uint8Array> {
      try {
        yield* ports.sealer.transit.openStream(id, source)
      } finally {
        await source.close()
      }
    }
    return opened()
  },
  remove: (ref) => ports.vault.remove(ref as ObjectId),
})
