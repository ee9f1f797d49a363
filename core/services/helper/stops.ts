import type { CaseId } from '../../base/ids.ts'
import type { Stop } from '../../ports/helper.ts'

/**
 * Calls that are under way, by the case that they are about: erasing it ends them, and so does the
 * end of the process.
 */
export type Stops = {
  readonly during: <T>(caseId: CaseId, call: (stop: Stop) => Promise<T>) => Promise<T>
  readonly end: (caseId: CaseId) => void
  readonly endAll: () => void
}

type Call = { ended: boolean; readonly ends: (() => void)[] }

export const makeStops = (): Stops => {
  const calls = new Map<CaseId, Set<Call>>()
  let isOver = false
  const stop = (call: Call): void => {
    call.ended = true
    for (const end of call.ends) end()
  }
  return {
    during: async (caseId, work) => {
      const call: Call = { ended: isOver, ends: [] }
      const own = calls.get(caseId) ?? new Set()
      calls.set(caseId, own.add(call))
      try {
        return await work({ onStop: (end) => (call.ended ? end() : void call.ends.push(end)) })
      } finally {
        own.delete(call)
        if (own.size === 0 && calls.get(caseId) === own) calls.delete(caseId)
      }
    },
    end: (caseId) => {
      for (const call of calls.get(caseId) ?? []) stop(call)
    },
    endAll: () => {
      isOver = true
      for (const own of calls.values()) for (const call of own) stop(call)
    },
  }
}
