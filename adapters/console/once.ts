import type { Clock } from '../../core/ports/clock.ts'
import { minutes, type Instant } from '../../core/units.ts'

/** Longer than any browser or script goes on trying. */
const MEMORY = minutes(10)
const MOST = 10_000

/**
 * Does a thing once for each key: a repeat within ten minutes gets the first one's outcome. In memory, for commands that the core does
 * not count itself; one that failed is forgotten, so that it can be tried again.
 */
export type Once = <T>(key: string | undefined, run: () => Promise<T>) => Promise<T>

export const makeOnce = (clock: Clock): Once => {
  const done = new Map<string, { readonly outcome: Promise<unknown>; readonly at: Instant }>()
  return async <T>(key: string | undefined, run: () => Promise<T>): Promise<T> => {
    if (key === undefined) return run()
    const now = clock.now()
    const known = done.get(key)
    if (known !== undefined && now - known.at <= MEMORY) return known.outcome as Promise<T>
    if (done.size >= MOST) for (const [old, { at }] of done) if (now - at > MEMORY || done.size >= MOST) done.delete(old)
    const outcome = run()
    done.set(key, { outcome, at: now })
    try {
      return await outcome
    } catch (error) {
      done.delete(key)
      throw error
    }
  }
}
