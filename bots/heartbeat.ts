import type { Clock } from '../core/ports/clock.ts'
import type { Log } from '../core/ports/log.ts'
import type { Store } from '../core/ports/store/store.ts'
import { after, seconds } from '../core/base/units.ts'
import { makePollLoop } from './poll-loop.ts'

/** Before the name of whoever runs. */
const LEASE = 'running:'
const LENGTH = seconds(60)
const EVERY = seconds(20)

/** Whether a lease says that a process of Amin runs. */
export const isHeartbeat = (name: string): boolean => name.startsWith(LEASE)

/**
 * Says in the store that this process runs, until it is stopped: over a server no lock of an
 * operating system does, and who changes the keys of everybody must know of the idle ones too. A
 * process that was killed is said to run for another minute.
 */
export const startHeartbeat = async (
  { store, clock, log }: { readonly store: Store; readonly clock: Clock; readonly log: Log },
  owner: string,
): Promise<{ readonly stop: () => Promise<void> }> => {
  const name = `${LEASE}${owner}`
  const turn = async (): Promise<void> => {
    const now = clock.now()
    await store.leases.take(name, { owner, now, until: after(now, LENGTH) })
  }
  await turn()
  const pulse = makePollLoop({ name: 'attendance', turn, every: EVERY, log })
  return {
    stop: async () => {
      await pulse.stop()
      await store.leases.release(name, owner)
    },
  }
}
