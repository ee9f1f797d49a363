import { makeStore } from '../browser/store.ts'

/**
 * A message that somebody wants to see in the conversation of a case. `count`: asked for again, it
 * is shown again.
 */
export type Jump = { readonly code: string; readonly message: string; readonly count: number }

export const jump = makeStore<Jump | undefined>(undefined)

export const jumpTo = (code: string, message: string): void =>
  jump.set({ code, message, count: (jump.get()?.count ?? 0) + 1 })
