import type { ChatAddress } from '../base/message.ts'

export const isSameChat = (a: ChatAddress, b: ChatAddress): boolean =>
  a.channel === b.channel && a.account === b.account && a.chat === b.chat
