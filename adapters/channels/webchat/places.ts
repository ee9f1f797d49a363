import type { AddressGroups } from '../../../core/services/limits/address.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import { seconds, type Instant } from '../../../core/base/units.ts'
import type { WebchatLimits } from './limits.ts'

/** Over this long speed is measured; nobody younger is cut for it. */
const WINDOW = seconds(30)
/** How often `look` wants to be called. */
export const LOOK_EVERY = seconds(5)
/**
 * Bytes a second. Slower ones give their place up where all are taken. EDGE carries 7 to 15 kB/s
 * upwards; GPRS in its best coding on two channels (CS-2, 13.4 kbit/s each; 3GPP TS 45.003) 3.3
 * kB/s: it manages while there is room.
 */
const SLOW = 5_000
/**
 * And these are cut in any case: one channel of GPRS in its weakest coding (CS-1, 9.05 kbit/s)
 * carries 1.1 kB/s.
 */
const LEAST = 1_000

/**
 * An upload that runs. `read`: bytes that came so far. `cut`: ends its connection; the page sends
 * it again by itself.
 */
export type Runner = {
  readonly chat: string
  readonly client: AddressGroups
  readonly read: () => number
  readonly cut: () => void
}

type Place = {
  readonly runner: Runner
  readonly since: Instant
  samples: readonly { readonly at: Instant; readonly read: number }[]
}

/** Places for uploads: so many for all, fewer for one chat, one address group and its neighbours. */
export type Places = {
  /** False where none can be had now. */
  readonly take: (runner: Runner) => boolean
  readonly leave: (runner: Runner) => void
  /** Measures, and cuts what stands still. */
  readonly look: () => void
  readonly count: () => number
}

export const makePlaces = (limits: WebchatLimits['uploads'], clock: Clock): Places => {
  const places = new Map<Runner, Place>()
  const end = (place: Place): void => {
    places.delete(place.runner)
    place.runner.cut()
  }

  /** Bytes a second over the last window, or since it began. */
  const speed = (place: Place, now: Instant): number => {
    const from = place.samples[0] ?? { at: place.since, read: 0 }
    return (place.runner.read() - from.read) / Math.max(1, (now - from.at) / 1000)
  }

  /** Out of these the slowest gives way, where it is slow and had its time to show what it can. */
  const makeRoom = (among: readonly Place[], now: Instant): boolean => {
    const [slowest] = among
      .filter((place) => now - place.since >= WINDOW / 3)
      .map((place) => ({ place, at: speed(place, now) }))
      .toSorted((a, b) => a.at - b.at)
    if (slowest === undefined || slowest.at >= SLOW) return false
    end(slowest.place)
    return true
  }

  return {
    take: (runner) => {
      const now = clock.now()
      const { chat, client } = runner
      const bounds: readonly (readonly [number, (place: Place) => boolean])[] = [
        [limits.perAddress, ({ runner: other }) => other.client.one === client.one],
        [limits.perNeighbours, ({ runner: other }) => other.client.many === client.many],
        [limits.all, () => true],
      ]
      if ([...places.values()].filter((place) => place.runner.chat === chat).length >= limits.perChat)
        return false
      for (const [most, counts] of bounds) {
        const among = [...places.values()].filter(counts)
        if (among.length >= most && !makeRoom(among, now)) return false
      }
      places.set(runner, { runner, since: now, samples: [] })
      return true
    },
    leave: (runner) => void places.delete(runner),
    look: () => {
      const now = clock.now()
      for (const place of places.values()) {
        const old = now - place.since >= WINDOW
        if (old && speed(place, now) < LEAST) end(place)
        else
          place.samples = [...place.samples, { at: now, read: place.runner.read() }].filter(
            ({ at }) => now - at <= WINDOW,
          )
      }
    },
    count: () => places.size,
  }
}
