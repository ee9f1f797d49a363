import type { ChannelHealth } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { hours, type Instant } from '../../../core/base/units.ts'

/** The platform keeps updates for 24 h; long before that a person must know. */
const ALARM = hours(1)

export type Health = {
  readonly now: () => ChannelHealth
  /** When updates arrived, or an empty answer said that there are none; nothing before the first. */
  readonly heard: () => Instant | undefined
  /** Updates arrive. */
  readonly good: () => void
  /** Another process polls. */
  readonly standby: () => void
  /**
   * Updates do not arrive: late, or, after an hour or where waiting does not help (`act`), down.
   * Without a reason: our own store.
   */
  readonly late: (reason?: 'unreachable' | 'conflict', act?: boolean) => void
  /** The token is not accepted. */
  readonly refused: () => void
}

/** Says each change once, to the log and to `tell`; `since` stays while nothing changes. */
export const makeHealth = (parts: {
  readonly clock: Clock
  readonly log: Log
  readonly account: string
  readonly tell: (health: ChannelHealth) => void
}): Health => {
  const { clock, log, account, tell } = parts
  let health: ChannelHealth = { status: 'starting', since: clock.now() }
  let lastGood = clock.now()
  let heardAt: Instant | undefined
  const be = (status: ChannelHealth['status'], reason?: ChannelHealth['reason']): void => {
    if (health.status === status && health.reason === reason) return
    if (status === 'down')
      log.error('telegram does not work and needs somebody', {
        channel: 'telegram',
        account,
        code: reason ?? 'store',
      })
    health = { status, since: clock.now(), ...(reason === undefined ? {} : { reason }) }
    tell(health)
  }
  const fine = (reason?: 'standby') => (): void => {
    lastGood = clock.now()
    be('ready', reason)
  }
  const arrives = fine()
  return {
    now: () => health,
    heard: () => heardAt,
    good: () => {
      heardAt = clock.now()
      arrives()
    },
    standby: fine('standby'),
    late: (reason, act = false) => be(act || clock.now() - lastGood >= ALARM ? 'down' : 'degraded', reason),
    refused: () => be('down', 'unauthorised'),
  }
}
