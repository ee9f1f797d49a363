import { makeStore } from '../browser/store.ts'

/**
 * A case in which life was in danger has just left the agent's hands: a card asks them to rest,
 * until they close it.
 */
export const afterHeavy = makeStore(false)
