import type { CasePorts } from '../casebook/ports.ts'
import { Failure } from '../../base/failure.ts'
import type { CaseId, ObjectId, Sha256Hex } from '../../base/ids.ts'
import type { Vault } from '../../ports/vault.ts'

/** The sealed file as it comes out again, with what became of reading it. */
export type Reading = {
  readonly bytes: () => AsyncIterable<Uint8Array>
  /** Of the last reading that came to the end. */
  readonly sha256: () => Sha256Hex | undefined
  readonly fault: () => unknown
}

/** Opens a sealed object and hashes what comes out of it, in one pass. */
export const readSealed = async (
  ports: Pick<CasePorts, 'sealer' | 'hasher'> & { readonly vault: Vault },
  caseId: CaseId,
  object: ObjectId,
): Promise<Reading> => {
  const sealer = await ports.sealer.forCase(caseId)
  let sha256: Sha256Hex | undefined
  let fault: unknown
  const stream = async function* (): AsyncIterable<Uint8Array> {
    const source = await ports.vault.open(object)
    if (source === undefined) throw new Failure('object_missing')
    try {
      const hash = ports.hasher.stream()
      for await (const chunk of sealer.openStream(object, source)) {
        hash.update(chunk)
        yield chunk
      }
      sha256 = hash.digest()
    } finally {
      await source.close()
    }
  }
  const noting = async function* (): AsyncIterable<Uint8Array> {
    try {
      yield* stream()
    } catch (error) {
      fault = error
      throw error
    }
  }
  return { bytes: noting, sha256: () => sha256, fault: () => fault }
}
