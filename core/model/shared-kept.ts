import type { CaseEvent } from './events.ts'
import { sharedKind } from '../base/message.ts'
import type { CaseState } from './state.ts'

const KEPT_SHARED = 50

/** What people share beside words, as far as it may still be the answer to something. */
export const withShared = (
  { shared }: CaseState,
  { inbound, message }: Extract<CaseEvent, { type: 'message_received' }>,
): CaseState['shared'] => {
  const kind = sharedKind(message)
  if (kind === undefined) return shared
  return [
    ...shared,
    { inbound, kind, forwarded: message.forward !== undefined, sentAt: message.sentAt },
  ].slice(-KEPT_SHARED)
}
