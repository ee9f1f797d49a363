import type { Inbound } from '../base/message.ts'

/**
 * Messages by which an administrator tries a channel from their own phone. They are no word of a person:
 * no case, no row of a view, no count. Their answer is no row of the outbox either (law 5 is for people): one
 * that is lost is asked for again on the console's page.
 */
export type TestMessages = {
  /**
   * Whether this was one; then it was answered, as far as its channel let it. Throws where it must be
   * tried again.
   */
  readonly take: (item: Inbound) => Promise<boolean>
}
