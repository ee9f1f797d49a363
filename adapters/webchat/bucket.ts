import type { Clock } from '../../core/ports/clock.ts'
import { ms, type Instant, type Ms } from '../../core/units.ts'
import type { Action, Rate, WebchatLimits } from './limits.ts'

type Level = { readonly tokens: number; readonly at: Instant }

/** Takes one token of `key`. Returns 0, or how long until there is one. */
export type Bucket = (key: string) => Ms

export const makeBucket = (rate: Rate, clock: Clock, remembered: number): Bucket => {
  const levels = new Map<string, Level>()
  return (key) => {
    const at = clock.now()
    const old = levels.get(key) ?? { tokens: rate.burst, at }
    // The clock may step backwards; then nothing is refilled.
    const refilled = Math.min(rate.burst, old.tokens + (Math.max(0, at - old.at) / 1000) * rate.perSecond)
    const allowed = refilled >= 1
    levels.delete(key)
    levels.set(key, { tokens: allowed ? refilled - 1 : refilled, at })
    if (levels.size > remembered) {
      const [oldest] = levels.keys()
      if (oldest !== undefined) levels.delete(oldest)
    }
    return allowed ? ms(0) : ms(Math.ceil(((1 - refilled) / rate.perSecond) * 1000))
  }
}

/** Counts an action of a chat (where there is one) and of a client address. Returns 0, or how long to wait. */
export type Limiter = (action: Action, who: { readonly chat?: string; readonly address: string }) => Ms

export const makeLimiter = (limits: WebchatLimits, clock: Clock): Limiter => {
  const pair = (action: Action): { readonly chat: Bucket; readonly address: Bucket } => ({
    chat: makeBucket(limits.rates[action].chat, clock, limits.remembered),
    address: makeBucket(limits.rates[action].address, clock, limits.remembered),
  })
  const buckets: Readonly<Record<Action, ReturnType<typeof pair>>> = {
    message: pair('message'),
    upload: pair('upload'),
    session: pair('session'),
    stream: pair('stream'),
    view: pair('view'),
    typing: pair('typing'),
  }
  return (action, who) => {
    const wait = who.chat === undefined ? ms(0) : buckets[action].chat(who.chat)
    return wait > 0 ? wait : buckets[action].address(who.address)
  }
}
