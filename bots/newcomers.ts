import type { Conversations } from '../core/services/limits/conversations.ts'
import type { ChatKey } from '../core/base/ids.ts'
import type { Inbound } from '../core/base/message.ts'
import type { Sealer } from '../core/ports/sealer.ts'
import type { Store } from '../core/ports/store/store.ts'
import type { InboxRow } from '../core/ports/store/inbox.ts'
import { ms, seconds, type Ms } from '../core/base/units.ts'

/** For each level; the longest is well below the minute after which a claim ends by itself. */
const PAUSE = seconds(6)
/** More chats than these are not held at a time: they are answered at once. */
const MOST_HELD = 20_000

/**
 * First words of chats on the messengers, where nobody can be asked to compute anything: above the
 * budget they wait a little, claimed, so that those whose conversation goes on are answered before
 * them. The web chat has its own door.
 */
export type Newcomers = {
  /** How long this chat's rows are left alone, once; 0: they are handled now. */
  readonly pause: (chatKey: ChatKey, first: InboxRow) => Promise<Ms>
}

export const makeNewcomers = (ports: {
  readonly conversations: Conversations
  readonly chats: Store['chats']
  readonly sealer: Sealer
}): Newcomers => {
  const { conversations, chats, sealer } = ports
  const waited = new Set<ChatKey>()

  const isNew = async (chatKey: ChatKey, { id, sealed }: InboxRow): Promise<boolean> => {
    if ((await chats.find(chatKey)) !== undefined) return false
    try {
      const { channel, by } = sealer.transit.open(`inbox:${id}`, sealed) as Inbound
      return channel !== 'webchat' && by === undefined
    } catch {
      // Whoever handles it says what is wrong with it.
      return false
    }
  }

  return {
    pause: async (chatKey, first) => {
      if (!(await isNew(chatKey, first))) return ms(0)
      const level = waited.delete(chatKey) || waited.size >= MOST_HELD ? 0 : conversations.level()
      if (level > 0) {
        waited.add(chatKey)
        return ms(PAUSE * level)
      }
      conversations.begin()
      return ms(0)
    },
  }
}
