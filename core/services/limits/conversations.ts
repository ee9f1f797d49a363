import type { Clock } from '../../ports/clock.ts'

/** How many new conversations may begin before the next one is slowed: `burst` at once, then `perMinute`. */
export type ConversationRule = { readonly burst: number; readonly perMinute: number }

/**
 * Far above what is real, so that nobody meets it but in a flood: NCMEC counted 26,718 reports of
 * financial sextortion in the whole of 2023, three an hour for a country; GlobaLeaks, a program for
 * whistle-blowers, stops at 20 reports an hour. This is 600 an hour.
 */
export const USUAL_CONVERSATIONS: ConversationRule = { burst: 60, perMinute: 10 }

/** The most that one more costs; a flood that ends is forgotten soon. */
export const HIGHEST_LEVEL = 5

/**
 * New conversations of this process, whoever begins them. `level`: 0 while there is room, then from
 * 1 up the more there were; nobody is ever refused by it.
 */
export type Conversations = { readonly level: () => number; readonly begin: () => void }

export const makeConversations = ({ burst, perMinute }: ConversationRule, clock: Clock): Conversations => {
  let filled = 0
  let at = clock.now()
  const drain = (): void => {
    const now = clock.now()
    // A clock that steps backwards drains nothing.
    filled = Math.max(0, filled - (Math.max(0, now - at) / 60_000) * perMinute)
    at = now
  }
  return {
    level: () => {
      drain()
      return filled < burst ? 0 : Math.min(HIGHEST_LEVEL, Math.floor(filled / burst))
    },
    begin: () => {
      drain()
      filled = Math.min(filled + 1, burst * (HIGHEST_LEVEL + 1))
    },
  }
}
