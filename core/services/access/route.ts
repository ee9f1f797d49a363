import type { CaseState } from '../../model/state.ts'
import type { CaseId } from '../../base/ids.ts'
import type { ChatAddress } from '../../base/message.ts'
import { isSameChat } from '../../model/address.ts'

/** Which case a message is for. */
export type Route =
  { readonly go: 'here' } | { readonly go: 'anew' } | { readonly go: 'to'; readonly caseId: CaseId }

/**
 * A case speaks with one chat, the one that its ledger names. Whatever the table of chats says, a
 * message from another one is not let in: the person came back to their case from elsewhere, and
 * who holds the old phone is not them. So the order in which a chat is bound and a case learns of
 * it cannot open a case to the wrong hands. A case that is being erased takes nothing more.
 */
export const routeOf = (state: CaseState, from: ChatAddress): Route => {
  const { moved, erasing } = state.access
  if (moved !== undefined) return { go: 'to', caseId: moved.to }
  if (erasing || (state.address !== undefined && !isSameChat(state.address, from))) return { go: 'anew' }
  return { go: 'here' }
}
