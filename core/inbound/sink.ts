import type { ChatKey, InboundId } from '../ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { Inbox } from '../ports/store.ts'
import type { ChatAddress, Inbound } from './message.ts'

/** Where channels put what arrives. Durable when it resolves; only then may the platform be told that it arrived (law 1). */
export type InboundSink = { readonly put: (items: readonly Inbound[]) => Promise<void> }

export const chatKeyOf = (hasher: Hasher, address: ChatAddress): ChatKey =>
  hasher.keyed('chat', address.channel, address.account, address.chat) as ChatKey

/** The natural key of law 4, hashed. */
export const inboundIdOf = (hasher: Hasher, item: Inbound): InboundId =>
  hasher.keyed('inbound', item.channel, item.account, item.chat, item.message, String(item.edit)) as InboundId

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
        return { id, chatKey: chatKeyOf(ports.hasher, item), receivedAt, sealed: ports.sealer.transit.seal(`inbox:${id}`, item) }
      }),
    )
  },
})
