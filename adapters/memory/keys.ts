import type { CaseId } from '../../core/ids.ts'
import type { KeyStore } from '../../core/ports/sealer.ts'

export const makeMemoryKeys = (): KeyStore => {
  const keys = new Map<CaseId, Uint8Array | 'destroyed'>()
  let checked: Uint8Array | undefined
  return {
    keep: async (caseId, wrapped) => {
      const kept = keys.get(caseId) ?? wrapped
      keys.set(caseId, kept)
      return kept
    },
    get: async (caseId) => keys.get(caseId),
    destroy: async (caseId) => void keys.set(caseId, 'destroyed'),
    check: async (make) => (checked ??= make()),
    list: async function* () {
      for (const [caseId, wrapped] of keys) yield { caseId, wrapped }
    },
    replace: async (caseId, wrapped) => {
      if (keys.get(caseId) instanceof Uint8Array) keys.set(caseId, wrapped)
    },
    close: async () => {},
  }
}
