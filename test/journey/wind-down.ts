import { expect, vi } from 'vitest'
import type { Foundation } from '../../bots/foundation.ts'
import type { AminProcess } from './amin-process.ts'

/**
 * Nothing waits to be read, said or done before `quietMs`. Work in somebody's hands does not show
 * here: a job that was taken is due again only when its lease ends.
 */
const expectStill = async ({ ports }: Foundation, quietMs: number): Promise<void> => {
  const { inbox, outbox, jobs } = ports.store
  const depths = await Promise.all([inbox.depth(), outbox.depth()])
  expect(depths.map((depth) => depth.waiting)).toEqual([0, 0])
  expect((await jobs.nextDue()) ?? Infinity).toBeGreaterThan(Date.now() + quietMs)
}

/**
 * Ends the process once nothing waits any more; begun again while a job that it had in its hands
 * left something to be said. `quietMs`: timers that ring later than that are no work that is left.
 */
export const windDown = async (
  foundation: Foundation,
  process: AminProcess,
  again: () => Promise<AminProcess>,
  { quietMs, timeout }: { readonly quietMs: number; readonly timeout: number },
): Promise<void> => {
  await vi.waitFor(() => expectStill(foundation, quietMs), { timeout, interval: 50 })
  expect(await process.stop()).toBe(0)
  const isStill = await expectStill(foundation, quietMs).then(
    () => true,
    () => false,
  )
  if (!isStill) await windDown(foundation, await again(), again, { quietMs, timeout })
}
