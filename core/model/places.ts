import type { CaseEvent } from './events.ts'
import type { ConversationState, KnownPlace } from './conversation.ts'

type Came = Extract<CaseEvent, { type: 'message_received' }>
type Changed = Extract<CaseEvent, { type: 'message_edited' }>

/**
 * Where the person is by their own word. A place that was forwarded is another's, and so may be one that
 * comes where nobody showed that the chat is theirs.
 */
export const withPlace = (
  state: ConversationState,
  { inbound, message: { message, body, forward } }: Pick<Came, 'inbound' | 'message'>,
): ConversationState =>
  body.kind === 'location' && forward === undefined && state.unproven !== true
    ? { ...state, place: { inbound, message, at: body, n: (state.place?.n ?? 0) + 1 } }
    : state

/** A place that moves, and so what it is asked about. */
export const withPlaceMoved = (
  state: ConversationState,
  { message: { message, body, forward } }: Changed,
): ConversationState => {
  if (body.kind !== 'location' || forward !== undefined) return state
  const moved = (one: KnownPlace): KnownPlace => (one.message === message ? { ...one, at: body } : one)
  const { place, placesAsked } = state
  return {
    ...state,
    ...(place === undefined ? {} : { place: moved(place) }),
    ...(placesAsked === undefined ? {} : { placesAsked: placesAsked.map(moved) }),
  }
}

/** So many places may still be meant by a button. */
const MOST = 8

export const withPlaceAsked = (state: ConversationState): ConversationState =>
  state.place === undefined
    ? state
    : { ...state, placesAsked: [...(state.placesAsked ?? []).slice(-MOST + 1), state.place] }
