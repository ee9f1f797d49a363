import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

/** More than are ever answered at once. */
const KEPT_HEARD = 60

export const withHeard = (
  { heard }: CaseState,
  { inbound, message }: Extract<CaseEvent, { type: 'message_received' }>,
): CaseState['heard'] => [...heard, { inbound, sentAt: message.sentAt, forwarded: message.forward !== undefined }].slice(-KEPT_HEARD)

/** A place that moves is followed by its later versions. */
export const liveIn = ({ inbound, message }: Extract<CaseEvent, { type: 'message_received' }>): Pick<CaseState, 'live'> =>
  message.body.kind === 'location' && message.body.live === true && message.forward === undefined
    ? { live: { inbound, message: message.message } }
    : {}
