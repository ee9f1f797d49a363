import type { Clock } from '../../../../core/ports/clock.ts'
import type { Random } from '../../../../core/ports/random.ts'
import { after, seconds, type Bytes, type Instant } from '../../../../core/base/units.ts'

/**
 * A file that was opened for one agent, whose look is in the chain already, and that waits to be
 * fetched once.
 */
export type OpenView = {
  readonly size: Bytes
  readonly bytes: AsyncIterable<Uint8Array>
  readonly kind: string
}

/**
 * Tickets for looking: single-use, short-lived, bound to the session that gave the reason; in
 * memory, as they are worth nothing later.
 */
export type Views = {
  readonly issue: (bound: string, view: OpenView) => { readonly ticket: string; readonly expiresAt: Instant }
  /** The view, to the session it was made for; then the ticket is gone. */
  readonly take: (ticket: string, bound: string) => OpenView | undefined
  readonly stop: () => void
}

const LIFETIME = seconds(60)
/** Each holds a file open: the oldest is let go of when more agents look at once than any team has. */
const MOST = 500

/** A stream that nobody reads holds its file open; one that was begun lets go when it is told to. */
export const letGo = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    for await (const _chunk of bytes) break
  } catch {
    // What cannot be read holds nothing either.
  }
}

export const makeViews = ({ clock, random }: { readonly clock: Clock; readonly random: Random }): Views => {
  const open = new Map<
    string,
    {
      readonly view: OpenView
      readonly bound: string
      readonly expiresAt: Instant
      readonly timer: NodeJS.Timeout
    }
  >()

  const forget = (ticket: string): OpenView | undefined => {
    const held = open.get(ticket)
    if (held === undefined) return undefined
    clearTimeout(held.timer)
    open.delete(ticket)
    return held.view
  }
  const discard = (ticket: string): void => {
    const view = forget(ticket)
    if (view !== undefined) void letGo(view.bytes)
  }

  return {
    issue: (bound, view) => {
      if (open.size >= MOST) for (const oldest of [...open.keys()].slice(0, 1)) discard(oldest)
      const ticket = random.id()
      const expiresAt = after(clock.now(), LIFETIME)
      open.set(ticket, { view, bound, expiresAt, timer: setTimeout(() => discard(ticket), LIFETIME).unref() })
      return { ticket, expiresAt }
    },
    take: (ticket, bound) => {
      const held = open.get(ticket)
      if (held === undefined || held.bound !== bound) return undefined
      if (clock.now() <= held.expiresAt) return forget(ticket)
      discard(ticket)
      return undefined
    },
    stop: () => {
      for (const ticket of open.keys()) discard(ticket)
    },
  }
}
