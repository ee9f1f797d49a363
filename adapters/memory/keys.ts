import { Failure } from '../../core/base/failure.ts'
import type { CaseId } from '../../core/base/ids.ts'
import type { KeyStore } from '../../core/ports/sealer.ts'

export const makeMemoryKeys = (): KeyStore => {
  const keys = new Map<CaseId, Uint8Array | 'destroyed'>()
  let checked: Uint8Array | undefined
  /** What was last compared with. */
  let seen: Uint8Array | undefined
  return {
    keep: async (caseId, wrapped) => {
      if (seen !== undefined && seen !== checked)
        throw new Failure('master_key_wrong', 'it was rotated meanwhile')
      const kept = keys.get(caseId) ?? wrapped
      keys.set(caseId, kept)
      return kept
    },
    get: async (caseId) => keys.get(caseId),
    destroy: async (caseId) => void keys.set(caseId, 'destroyed'),
    check: async (make) => (seen = checked ??= make()),
    list: async function* () {
      for (const [caseId, wrapped] of keys) yield { caseId, wrapped }
    },
    replace: async (caseId, wrapped) => {
      if (keys.get(caseId) instanceof Uint8Array) keys.set(caseId, wrapped)
    },
    checks: async () => (checked === undefined ? {} : { kept: checked }),
    rotate: async ({ check, rewrap }) => {
      // All of it is known before any of it is changed: what throws in between leaves all as it was.
      const wrapped = [...keys].map(
        ([caseId, key]) => [caseId, key === 'destroyed' ? key : (rewrap(caseId, key) ?? key)] as const,
      )
      for (const [caseId, key] of wrapped) keys.set(caseId, key)
      checked = check
    },
    close: async () => {},
  }
}
