import type { CaseId, ChatKey } from '../../base/ids.ts'

/* Which case a chat belongs to. */

export type Chats = {
  readonly find: (chatKey: ChatKey) => Promise<CaseId | undefined>
  /**
   * Binds the chat to `caseId` where it is bound to nothing, or to `instead`. Returns the case it
   * is bound to now: the winner's.
   */
  readonly bind: (chatKey: ChatKey, caseId: CaseId, instead?: CaseId) => Promise<CaseId>
}
