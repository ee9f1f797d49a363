import { backoff } from '../core/services/delivery/backoff.ts'
import type { ChatKey } from '../core/base/ids.ts'
import type { Clock } from '../core/ports/clock.ts'
import { after, minutes, ms, seconds, type Instant, type Ms } from '../core/base/units.ts'

/**
 * Within the minute that a chat is claimed for: it is given out again when its rest ends, not when
 * its claim does.
 */
const LONGEST = seconds(10)
/** How long it is remembered how often a chat failed; another process may have gone on with it. */
const REMEMBERED = minutes(10)

/**
 * Chats whose first message could not be handled, or waits a little. They stay claimed while they
 * rest, a second first and up to ten, so that nobody tries again at once, and nothing that was
 * written later goes before it.
 */
export type Rests = {
  readonly begin: (chatKey: ChatKey) => void
  /** Nothing failed: somebody new waits a little. */
  readonly hold: (chatKey: ChatKey, pause: Ms) => void
  /** It is being worked on again, or all is well with it. */
  readonly wake: (chatKey: ChatKey) => void
  readonly forget: (chatKey: ChatKey) => void
  /** Those that have rested. */
  readonly over: () => readonly ChatKey[]
  readonly all: () => readonly ChatKey[]
}

export const makeRests = (clock: Clock): Rests => {
  const failures = new Map<ChatKey, { readonly times: number; readonly until: Instant }>()
  const resting = new Set<ChatKey>()
  return {
    begin: (chatKey) => {
      const times = (failures.get(chatKey)?.times ?? 0) + 1
      failures.set(chatKey, { times, until: after(clock.now(), ms(Math.min(LONGEST, backoff(times)))) })
      resting.add(chatKey)
    },
    hold: (chatKey, pause) => {
      failures.set(chatKey, { times: 0, until: after(clock.now(), pause) })
      resting.add(chatKey)
    },
    wake: (chatKey) => void resting.delete(chatKey),
    forget: (chatKey) => {
      failures.delete(chatKey)
      resting.delete(chatKey)
    },
    over: () => {
      const now = clock.now()
      for (const [chatKey, { until }] of failures)
        if (after(until, REMEMBERED) < now && !resting.has(chatKey)) failures.delete(chatKey)
      return [...resting].filter((chatKey) => now >= (failures.get(chatKey)?.until ?? 0))
    },
    all: () => [...resting],
  }
}
