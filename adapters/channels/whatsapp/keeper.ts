import { seconds, type Ms } from '../../../core/base/units.ts'
import type { Lease } from '../../kit/lease.ts'
import { waitAfter } from './supervisor.ts'

/** How often a process that stands by asks for the lease. */
const STANDBY = seconds(5)
/** A child that lived this long was a good one: the next death is the first again. */
const STEADY_MS = 60_000

/**
 * Runs children one after the other while this process holds the lease, with growing pauses between
 * deaths, and stands by while it does not. Returns when `signal` is aborted, the lease given back.
 */
export const keepRunning = async (parts: {
  readonly lease: Lease
  readonly signal: AbortSignal
  readonly pause: (wait: Ms) => Promise<void>
  /** Resolves when the child is gone. */
  readonly run: () => Promise<void>
  readonly kill: () => void
  /** Another process has the account. */
  readonly standby: () => void
  readonly lost: () => void
  /** A child died, the `deaths`th in a row. */
  readonly died: (deaths: number) => void
}): Promise<void> => {
  const { lease, signal, pause, run, kill, standby, lost, died } = parts

  const hold = async (): Promise<void> => {
    const turn = new AbortController()
    const stopKeeping = lease.keep(() => {
      turn.abort()
      lost()
      kill()
    })
    let deaths = 0
    while (!turn.signal.aborted && !signal.aborted) {
      const startedAt = performance.now()
      await run()
      if (signal.aborted) break
      deaths = performance.now() - startedAt >= STEADY_MS ? 1 : deaths + 1
      died(deaths)
      await pause(waitAfter(deaths, Math.random()))
    }
    stopKeeping()
  }

  while (!signal.aborted) {
    const lent = await lease.take()
    if (lent === 'held') await hold()
    else {
      if (lent === 'taken') standby()
      await pause(STANDBY)
    }
  }
  await lease.release()
}
