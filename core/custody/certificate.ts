import type { AgentId, CaseCode, CaseId, Sha256Hex } from '../base/ids.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { KeyStore } from '../ports/sealer.ts'
import type { Store } from '../ports/store/store.ts'
import type { Vault } from '../ports/vault.ts'
import type { Instant } from '../base/units.ts'
import { readHeader } from '../model/entry.ts'

/** What was found when it was looked at, nothing of it claimed. */
export type Erasure = {
  readonly caseId: CaseId
  readonly code: CaseCode
  readonly tombstone: { readonly seq: number; readonly hash: Sha256Hex; readonly at: Instant }
  /** Where two members of the team erased: who asked. `by` agreed, and `reason` is one of ERASURE_GROUNDS. */
  readonly asked?: AgentId
  readonly by: string
  readonly reason: string
  /** Objects that the chain names, and those of them that still lie in the vault. */
  readonly objects: { readonly named: number; readonly left: number }
  /**
   * What the key store answers: `destroyed`, or `left` where it still has a key, or never learned
   * of the end of it.
   */
  readonly key: 'destroyed' | 'left'
}

export type CertificatePorts = {
  readonly store: Store
  readonly vault: Vault
  readonly hasher: Hasher
  readonly keys: Pick<KeyStore, 'get'>
}

/**
 * Looks at what is left of an erased case. Nothing where there is no case of that code, or it has
 * no tombstone.
 */
export const inspectErasure = async (
  { store, vault, hasher, keys }: CertificatePorts,
  code: CaseCode,
): Promise<Erasure | undefined> => {
  const row = await store.views.byCode(code)
  if (row === undefined) return undefined
  const entries = await store.ledger.read(row.caseId)
  const headers = entries.map(({ header }) => readHeader(hasher, header))
  const last = entries.at(-1)
  const end = headers.at(-1)
  if (last === undefined || end?.kinds.includes('case_erased') !== true) return undefined
  const objects = headers.flatMap((header) => header?.objects?.map(({ id }) => id) ?? [])
  let left = 0
  for (const object of objects) {
    const source = await vault.open(object)
    if (source !== undefined) left += 1
    await source?.close()
  }
  return {
    caseId: row.caseId,
    code: row.code,
    tombstone: { seq: last.seq, hash: last.hash, at: end.at },
    ...(end.asked === undefined ? {} : { asked: end.asked }),
    by: end.by ?? '',
    reason: end.reason ?? '',
    objects: { named: objects.length, left },
    key: (await keys.get(row.caseId)) === 'destroyed' ? 'destroyed' : 'left',
  }
}

/** What a certificate states. `erasedAt` is `tombstone.at` as ISO 8601. */
export type StatedErasure = Pick<Erasure, 'asked' | 'by' | 'reason' | 'objects' | 'key'> & {
  readonly case: CaseCode
  readonly erasedAt: string
  readonly tombstone: { readonly entry: number; readonly hash: Sha256Hex }
}

export const stateErasure = (
  { code, tombstone, asked, by, reason, objects, key }: Erasure,
  erasedAt: string,
): StatedErasure => ({
  case: code,
  erasedAt,
  ...(asked === undefined ? {} : { asked }),
  by,
  reason,
  tombstone: { entry: tombstone.seq, hash: tombstone.hash },
  objects,
  key,
})

/**
 * The certificate as the text of a signed note (C2SP): a line of what it is, then canonical JSON
 * (RFC 8785). `time` is `erasure.tombstone.at` as ISO 8601.
 */
export const writeErasure = (hasher: Pick<Hasher, 'canonical'>, erasure: Erasure, time: string): string => {
  // Spelled out, so that it can be signed whatever a reason holds: a note takes no control characters.
  // oxlint-disable-next-line no-control-regex
  const text = hasher.canonical(stateErasure(erasure, time)).replace(/\u007f/g, '\\u007f')
  return `amin-erasure/1\n${text}\n`
}
