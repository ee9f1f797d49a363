import { refreshViews } from '../core/services/casebook/refresh.ts'
import { after, minutes } from '../core/base/units.ts'
import type { Foundation } from './foundation.ts'
import { makePollLoop } from './poll-loop.ts'

/** One process of all does it; whoever takes over finds what is left. */
const LEASE = 'refresh'
const LEASE_LENGTH = minutes(15)
/** Beside this version an older one may still run on another machine, and write rows as it knows them. */
const EVERY = minutes(10)

type Parts = { readonly foundation: Pick<Foundation, 'ports' | 'casebook'>; readonly owner: string }

/**
 * One turn: what an earlier version wrote of cases is made again. Resolves to whether that is over: a
 * turn found nothing any more.
 */
export const makeRefresh = ({
  foundation: { ports, casebook },
  owner,
}: Parts): { readonly turn: () => Promise<boolean>; readonly stop: () => Promise<void> } => {
  const { clock, log, store } = ports
  let stopped = false
  return {
    turn: async () => {
      const now = clock.now()
      if (!(await store.leases.take(LEASE, { owner, now, until: after(now, LEASE_LENGTH) }))) return false
      const count = await refreshViews(ports, casebook, () => stopped)
      if (count > 0)
        log.info('what an earlier version had written of cases was made again from their ledgers', { count })
      return count === 0
    },
    stop: async () => {
      stopped = true
      await store.leases.release(LEASE, owner)
    },
  }
}

/** In the background, so that nobody who writes waits for it. */
export const startRefresh = (parts: Parts): { readonly stop: () => Promise<void> } => {
  const refresh = makeRefresh(parts)
  let isOver = false
  const loop = makePollLoop({
    name: 'refresh',
    log: parts.foundation.ports.log,
    every: EVERY,
    turn: async () => {
      isOver ||= await refresh.turn()
    },
  })
  return {
    stop: async () => {
      const over = refresh.stop()
      await loop.stop()
      await over
    },
  }
}
