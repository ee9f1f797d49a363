import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

/** After something was said: whether the app's own key for a place stands in the chat. */
export const withPlaceKey = (
  state: CaseState,
  event: Extract<CaseEvent, { type: 'bot_said' | 'agent_said' }>,
): CaseState => {
  if (event.type === 'bot_said' && event.place === true) return { ...state, placeKey: true }
  if (event.placeOver !== true) return state
  const { placeKey: _, ...without } = state
  return without
}
