import type { ChatKey, InboundId } from '../base/ids.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { ChatAddress, Inbound } from '../base/message.ts'

export const chatKeyOf = (hasher: Hasher, address: ChatAddress): ChatKey =>
  hasher.keyed('chat', address.channel, address.account, address.chat) as ChatKey

/** The natural key of law 4, hashed. */
export const inboundIdOf = (hasher: Hasher, item: Inbound): InboundId =>
  hasher.keyed('inbound', item.channel, item.account, item.chat, item.message, String(item.edit)) as InboundId
