import { createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { Failure, isFailure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { KeyStore } from '../../core/ports/sealer.ts'
import { openPiece, sealPiece, tryPiece } from './piece.ts'

/** Opened case keys kept in memory: 5,000 open cases is far above what one process talks to at a time. */
const MAX_KEPT = 5_000
/**
 * Another process may erase a case: its key is forgotten here within this time without a word from
 * that process.
 */
const MAX_AGE_MS = 60_000

/** A case's key while it exists. `take` throws `key_destroyed` once the case was erased by this process. */
type CaseKey = { readonly take: () => KeyObject }

export type CaseKeys = {
  readonly of: (caseId: CaseId) => Promise<CaseKey>
  readonly destroy: (caseId: CaseId) => Promise<void>
}

type Kept = CaseKey & { readonly drop: () => void; readonly at: number }
type Load = { readonly done: Promise<Kept>; erased: boolean }

const destroyed = (): Failure => new Failure('key_destroyed')

const keep = (key: KeyObject): Kept => {
  let held: KeyObject | undefined = key
  return {
    take: () => {
      if (held === undefined) throw destroyed()
      return held
    },
    drop: () => {
      held = undefined
    },
    at: performance.now(),
  }
}

/** Bound into the wrapped key, so that one case's key cannot be put in another's place. */
const contextOf = (caseId: CaseId): string => `case-key:${caseId}`

/**
 * The same case key under the master key that comes; as it is where it is so already, nothing where
 * neither of the two opens it. `from` and `to` are what each derives for wrapping.
 */
export const rewrapCaseKey = (
  { from, to }: { readonly from: KeyObject; readonly to: KeyObject },
  caseId: CaseId,
  wrapped: Uint8Array,
): Uint8Array | undefined => {
  const context = contextOf(caseId)
  if (tryPiece(to, context, wrapped) !== undefined) return wrapped
  const key = tryPiece(from, context, wrapped)
  return key === undefined ? undefined : sealPiece(to, context, key)
}

/**
 * Case keys by case: made where the case is new, kept opened for a while, gone at once when
 * destroyed. `isNew` is asked before one is made: a key that was lost must not be replaced by one
 * that opens nothing, or the loss would look like broken seals, and a copy put back later would
 * find its place taken.
 */
export const makeCaseKeys = (
  wrapKey: KeyObject,
  keys: KeyStore,
  isNew: (caseId: CaseId) => Promise<boolean> = async () => true,
): CaseKeys => {
  // Insertion order is order of use: the first is the one to forget.
  const kept = new Map<CaseId, Kept>()
  const loads = new Map<CaseId, Load>()
  const erasing = new Map<CaseId, number>()

  const make = (caseId: CaseId): Uint8Array => sealPiece(wrapKey, contextOf(caseId), randomBytes(32))

  const fetch = async (caseId: CaseId): Promise<Kept> => {
    const known = await keys.get(caseId)
    if (known === undefined && !(await isNew(caseId)))
      throw new Failure('keys_missing', 'a case cannot be opened')
    const found = known ?? (await keys.keep(caseId, make(caseId)))
    if (found === 'destroyed') throw destroyed()
    return keep(createSecretKey(openPiece(wrapKey, contextOf(caseId), found)))
  }

  const forget = (caseId: CaseId): void => {
    kept.get(caseId)?.drop()
    kept.delete(caseId)
  }

  const remember = (caseId: CaseId, key: Kept): void => {
    kept.delete(caseId)
    kept.set(caseId, key)
    const oldest = kept.keys().next().value
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  }

  const load = (caseId: CaseId): Promise<Kept> => {
    const running = loads.get(caseId)
    if (running !== undefined) return running.done
    const started: Load = {
      erased: false,
      done: fetch(caseId).then(
        (key) => {
          loads.delete(caseId)
          // Read before the key was destroyed, arrived after: it must not come back through the cache.
          if (started.erased) throw destroyed()
          remember(caseId, key)
          return key
        },
        (error: unknown) => {
          loads.delete(caseId)
          if (isFailure(error, 'key_destroyed')) forget(caseId)
          throw error
        },
      ),
    }
    loads.set(caseId, started)
    return started.done
  }

  return {
    of: async (caseId) => {
      if (erasing.has(caseId)) throw destroyed()
      const key = kept.get(caseId)
      if (key === undefined || performance.now() - key.at > MAX_AGE_MS) return load(caseId)
      remember(caseId, key)
      return key
    },
    destroy: async (caseId) => {
      erasing.set(caseId, (erasing.get(caseId) ?? 0) + 1)
      forget(caseId)
      const running = loads.get(caseId)
      if (running !== undefined) running.erased = true
      try {
        await keys.destroy(caseId)
      } finally {
        const others = (erasing.get(caseId) ?? 1) - 1
        if (others === 0) erasing.delete(caseId)
        else erasing.set(caseId, others)
      }
    },
  }
}
