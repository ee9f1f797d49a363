import type { CaseId } from '../../../core/base/ids.ts'
import type { KeyStore } from '../../../core/ports/sealer.ts'
import { Refusal } from './refusal.ts'

/** Keys written at the same time. */
const LANES = 32

type Keys = ReadonlyMap<CaseId, Uint8Array | 'destroyed'>

const readAll = async (keys: KeyStore): Promise<Keys> => {
  const all = new Map<CaseId, Uint8Array | 'destroyed'>()
  for await (const { caseId, wrapped } of keys.list()) all.set(caseId, wrapped)
  return all
}

const same = (a: Uint8Array | 'destroyed' | undefined, b: Uint8Array | 'destroyed' | undefined): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0)

const writeOne = async (
  target: KeyStore,
  caseId: CaseId,
  wrapped: Uint8Array | 'destroyed',
): Promise<void> => {
  if (wrapped === 'destroyed') return target.destroy(caseId)
  const kept = await target.keep(caseId, wrapped)
  if (kept instanceof Uint8Array && !same(kept, wrapped)) await target.replace(caseId, wrapped)
}

export type KeyCounts = { readonly keys: number; readonly destroyed: number }

const countOf = (keys: Keys): KeyCounts => {
  const destroyed = [...keys.values()].filter((wrapped) => wrapped === 'destroyed').length
  return { keys: keys.size - destroyed, destroyed }
}

/**
 * Copies wrapped keys and the marks of destroyed ones. A key that was destroyed in the target never
 * comes back: where the source still has it the target has had a life of its own.
 */
export const copyKeys = async (source: KeyStore, target: KeyStore): Promise<KeyCounts> => {
  // The target first: a key that is made meanwhile is then in the source's list.
  const theirs = await readAll(target)
  const ours = await readAll(source)
  for (const [caseId, wrapped] of theirs) {
    if (!ours.has(caseId))
      throw new Refusal(`the target holds a key of case ${caseId}, which this store does not know`)
    if (wrapped === 'destroyed' && ours.get(caseId) !== 'destroyed')
      throw new Refusal(`case ${caseId} was erased in the target and not here: Amin has run on it since`)
  }
  const missing = [...ours].filter(([caseId, wrapped]) => !same(theirs.get(caseId), wrapped))
  for (let at = 0; at < missing.length; at += LANES)
    await Promise.all(
      missing.slice(at, at + LANES).map(([caseId, wrapped]) => writeOne(target, caseId, wrapped)),
    )
  return countOf(ours)
}

/** The cases whose keys differ. */
export const differingKeys = async (source: KeyStore, target: KeyStore): Promise<readonly string[]> => {
  const [ours, theirs] = await Promise.all([readAll(source), readAll(target)])
  const ids = new Set([...ours.keys(), ...theirs.keys()])
  return [...ids]
    .filter((caseId) => !same(ours.get(caseId), theirs.get(caseId)))
    .map((caseId) => `case ${caseId}: its key differs`)
}
