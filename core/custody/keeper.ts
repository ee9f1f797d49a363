import { after, hours, minutes, type Instant } from '../base/units.ts'
import { logHeads, signLog, type CustodyPorts, type Made } from './checkpoint.ts'
import { makeStanding, type AnchorStanding } from './standing.ts'

/** How often a checkpoint is made while cases change (core/README.md, What the chain proves). */
const RHYTHM = hours(1)
/** When an authority that gave nothing is asked again. */
const AGAIN = minutes(15)

/**
 * Makes a checkpoint where something changed and the newest is an hour old. An authority is asked
 * with the first one that comes after its hours, and again until it gives a token; what failed
 * stops nothing. Throws what `signLog` throws.
 */
export const makeKeeper = (ports: CustodyPorts): (() => Promise<Made | undefined>) => {
  const standing = makeStanding(ports)
  const failed = new Map<string, Instant>()

  const isDue =
    (now: Instant, size: number) =>
    ({ id, every, last }: AnchorStanding): boolean => {
      const triedAt = failed.get(id)
      if (triedAt !== undefined && now < after(triedAt, AGAIN)) return false
      return last === undefined || (size > last.size && now >= after(last.at, every))
    }

  return async () => {
    const { latest, anchors } = await standing()
    const now = ports.clock.now()
    if (latest !== undefined && now < after(latest.at, RHYTHM)) return undefined
    await logHeads(ports)
    const due = new Set(anchors.filter(isDue(now, await ports.store.custody.size())).map(({ id }) => id))
    const asked = ports.anchors.filter(({ id }) => due.has(id))
    const made = await signLog(ports, { anchors: asked, onlyIfNew: true })
    // Where nothing was made nobody gave anything.
    const gave = new Set(made?.checkpoint.stamps.map(({ anchor }) => anchor) ?? [])
    for (const { id } of asked) {
      if (gave.has(id)) failed.delete(id)
      else failed.set(id, now)
    }
    return made
  }
}
