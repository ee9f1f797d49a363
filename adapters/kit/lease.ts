import type { ChannelName } from '../../core/base/message.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Leases } from '../../core/ports/store/leases.ts'
import { after, ms, type Instant, type Ms } from '../../core/base/units.ts'

export type Lease = {
  /**
   * `held` where this owner holds it now, `taken` where another does, `unknown` where the store did
   * not answer.
   */
  readonly take: () => Promise<'held' | 'taken' | 'unknown'>
  /** Renews until the returned function is called, or calls `lost` once and stops. */
  readonly keep: (lost: () => void) => () => void
  readonly release: () => Promise<void>
}

/**
 * The right to run one account of `channel`. A holder whose store does not answer goes on until its
 * time is over by its own clock: then another process may hold it.
 */
export const makeLease = (parts: {
  readonly leases: Leases
  readonly clock: Clock
  readonly log: Log
  readonly channel: ChannelName
  readonly owner: string
  readonly name: string
  readonly length: Ms
}): Lease => {
  const { leases, clock, log, channel, owner, name, length } = parts
  let until: Instant | undefined

  const take: Lease['take'] = async () => {
    const now = clock.now()
    const end = after(now, length)
    try {
      if (!(await leases.take(name, { owner, now, until: end }))) return 'taken'
      until = end
      return 'held'
    } catch (error) {
      log.warn('a lease could not be renewed', { channel, error })
      return 'unknown'
    }
  }

  return {
    take,
    keep: (lost) => {
      let ended = false
      const end = (): void => {
        ended = true
        clearInterval(timer)
      }
      const look = async (): Promise<void> => {
        const state = await take()
        if (ended || state === 'held' || (state === 'unknown' && until !== undefined && clock.now() < until))
          return
        end()
        lost()
      }
      const timer = setInterval(() => void look(), ms(length / 3))
      return end
    },
    release: async () => {
      if (until === undefined) return
      until = undefined
      try {
        await leases.release(name, owner)
      } catch (error) {
        log.warn('a lease could not be released', { channel, error })
      }
    },
  }
}
