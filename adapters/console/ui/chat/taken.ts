import type { Message } from '../../contract/messages.ts'

const TAKEN: ReadonlySet<string | undefined> = new Set(['claimed', 'transferred'])

/**
 * Whether somebody had the case and whoever has it now, or takes it next, has not said a word yet:
 * the moment to read what was said before.
 */
export const isTakenAnew = (messages: readonly Message[], mine: boolean, waits: boolean): boolean => {
  const taken = messages.findLastIndex(({ event }) => TAKEN.has(event))
  if (mine) return !messages.slice(taken + 1).some(({ from }) => from === 'agent')
  return waits && taken >= 0
}
