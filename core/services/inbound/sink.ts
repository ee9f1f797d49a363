import type { Clock } from '../../ports/clock.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Sealer } from '../../ports/sealer.ts'
import type { Inbox } from '../../ports/store/inbox.ts'
import type { Inbound } from '../../base/message.ts'
import { chatKeyOf, inboundIdOf } from '../../model/chat-key.ts'

/**
 * Where channels put what arrives. Durable when it resolves; only then may the platform be told
 * that it arrived (law 1).
 */
export type InboundSink = { readonly put: (items: readonly Inbound[]) => Promise<void> }

export const makeInboundSink = (ports: {
  readonly inbox: Inbox
  readonly sealer: Sealer
  readonly hasher: Hasher
  readonly clock: Clock
}): InboundSink => ({
  put: async (items) => {
    const receivedAt = ports.clock.now()
    await ports.inbox.put(
      items.map((item) => {
        const id = inboundIdOf(ports.hasher, item)
        return {
          id,
          chatKey: chatKeyOf(ports.hasher, item),
          receivedAt,
          sealed: ports.sealer.transit.seal(`inbox:${id}`, item),
        }
      }),
    )
  },
})
