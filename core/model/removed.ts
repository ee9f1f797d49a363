import type { ConversationState } from './conversation.ts'
import { without } from './worry-state.ts'

/** Which of the skipped steps the person took the answer out of; nothing stands there where there is none. */
export const withRemoved = (
  state: ConversationState,
  { step, removed }: { readonly step: string; readonly removed?: true },
): ConversationState => {
  const others = (state.removed ?? []).filter((one) => one !== step)
  const steps = removed === true ? [...others, step] : others
  return { ...without(state, 'removed'), ...(steps.length === 0 ? {} : { removed: steps }) }
}
