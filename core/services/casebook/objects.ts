import type { CaseId, ObjectId } from '../../base/ids.ts'
import type { Sealer } from '../../ports/sealer.ts'
import type { Vault } from '../../ports/vault.ts'

/**
 * The bytes of a sealed object of a case; nothing where it is not there. Read to the end or given
 * up, it holds nothing open.
 */
export const openObject = async (
  ports: { readonly vault: Vault; readonly sealer: Sealer },
  caseId: CaseId,
  object: ObjectId,
): Promise<AsyncIterable<Uint8Array> | undefined> => {
  const source = await ports.vault.open(object)
  if (source === undefined) return undefined
  const sealer = await ports.sealer.forCase(caseId)
  return closing(sealer.openStream(object, source), source.close)
}

const closing = async function* (
  bytes: AsyncIterable<Uint8Array>,
  close: () => Promise<void>,
): AsyncIterable<Uint8Array> {
  try {
    yield* bytes
  } finally {
    await close()
  }
}
