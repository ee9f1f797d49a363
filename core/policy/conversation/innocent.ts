import type { PhraseKey } from '../../ports/phrases.ts'

/**
 * What stands in a chat that was hidden or erased, in turn, so that leaving twice does not look
 * rehearsed.
 */
const INNOCENT = ['exit-innocent', 'exit-innocent-2', 'exit-innocent-3'] as const

export const innocent = (turn: number): PhraseKey => INNOCENT[turn % INNOCENT.length] ?? INNOCENT[0]
