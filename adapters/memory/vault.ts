import { join } from '../../core/base/stream.ts'
import type { ObjectId, Sha256Hex } from '../../core/base/ids.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { bytes, instant, type Instant } from '../../core/base/units.ts'

/** `sha256` as the hasher port has it: an in-memory part takes nothing from Node. */
export const makeMemoryVault = (
  sha256: (data: Uint8Array) => Sha256Hex,
  now: () => Instant = () => instant(0),
): Vault => {
  const objects = new Map<ObjectId, Uint8Array>()
  const written = new Map<ObjectId, Instant>()
  return {
    put: async (objectId, sealed) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of sealed) chunks.push(chunk.slice())
      const whole = join(chunks)
      objects.set(objectId, whole)
      written.set(objectId, now())
      return { size: bytes(whole.length), sha256: sha256(whole) }
    },
    open: async (objectId) => {
      const whole = objects.get(objectId)
      if (whole === undefined) return undefined
      return {
        size: bytes(whole.length),
        read: async (start, end) => whole.slice(start, end),
        close: async () => {},
      }
    },
    remove: async (objectId) => void objects.delete(objectId),
    list: async function* () {
      yield* objects.keys()
    },
    writtenAt: async (objectId) => (objects.has(objectId) ? written.get(objectId) : undefined),
    room: async () => undefined,
    probe: async () => {},
  }
}
