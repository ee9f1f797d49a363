import type { Clock } from '../../ports/clock.ts'
import { ms, type Instant, type Ms } from '../../base/units.ts'

/** A token bucket: `burst` at once, then `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number }

type Level = { readonly tokens: number; readonly at: Instant }

/** Takes one token of `key`. Returns 0, or how long until there is one. */
export type Bucket = (key: string) => Ms

/** `remembered`: keys that are known at a time; the least recently seen fall out. */
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
