import type { Clock } from '../../core/ports/clock.ts'
import { after, instant, type Instant, type Ms } from '../../core/base/units.ts'

/** A clock that stands still until it is told otherwise. */
export type MemoryClock = Clock & { readonly set: (now: Instant) => void; readonly advance: (by: Ms) => void }

/** 2026-01-01T00:00:00Z */
const START = instant(1_767_225_600_000)

export const makeMemoryClock = (start: Instant = START): MemoryClock => {
  let now = start
  return {
    now: () => now,
    set: (to) => {
      now = to
    },
    advance: (by) => {
      now = after(now, by)
    },
  }
}
