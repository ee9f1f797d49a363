import type { ChatKey } from '../../base/ids.ts'
import { after, ms, seconds, type Instant, type Ms } from '../../base/units.ts'

export type Pace = {
  /**
   * Takes a turn for this chat: `now` where it may send at once, otherwise when to come back
   * (nothing is taken then).
   */
  readonly take: (chat: ChatKey, now: Instant) => Instant
}

/**
 * Telegram asks for about one message a second and chat, short bursts allowed
 * (adapters/channels/telegram/README.md, What the Bot API does).
 */
const BURST = 20
const REFILL = seconds(1)
const REMEMBERED_CHATS = 50_000

/**
 * A token bucket per chat. Forgetting a chat refills it, so memory is bounded by forgetting the
 * longest idle.
 */
export const makePace = (
  { burst, refill }: { readonly burst: number; readonly refill: Ms } = { burst: BURST, refill: REFILL },
): Pace => {
  const buckets = new Map<ChatKey, { tokens: number; at: Instant }>()
  return {
    take: (chat, now) => {
      const bucket = buckets.get(chat) ?? { tokens: burst, at: now }
      const tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) / refill)
      if (tokens < 1) return after(now, ms(Math.ceil((1 - tokens) * refill)))
      buckets.delete(chat)
      buckets.set(chat, { tokens: tokens - 1, at: now })
      if (buckets.size > REMEMBERED_CHATS) {
        const [oldest] = buckets.keys()
        if (oldest !== undefined) buckets.delete(oldest)
      }
      return now
    },
  }
}
