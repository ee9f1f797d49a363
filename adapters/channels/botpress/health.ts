import type { ChannelHealth } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'

export type Health = {
  readonly now: () => ChannelHealth
  /** The platform took what we sent, or called us. */
  readonly good: () => void
  readonly unreachable: () => void
  /** The token is not taken any more. */
  readonly refused: () => void
  /** The workspace's allowance is used up. */
  readonly unpaid: () => void
  /** Whether what arrives can be kept. */
  readonly kept: (ok: boolean) => void
}

type Said = Pick<ChannelHealth, 'status' | 'reason'>

/**
 * Says each change once. The platform calls us, so until something was sent nobody knows more than
 * that we listen.
 */
export const makeHealth = ({
  clock,
  log,
  account,
}: {
  readonly clock: Clock
  readonly log: Log
  readonly account: string
}): Health => {
  let outward: Said = { status: 'ready' }
  let storing = true
  let health: ChannelHealth = { status: 'ready', since: clock.now() }
  const be = (): void => {
    const { status, reason }: Said = storing || outward.status === 'down' ? outward : { status: 'degraded' }
    if (health.status === status && health.reason === reason) return
    health = { status, since: clock.now(), ...(reason === undefined ? {} : { reason }) }
    if (status === 'down')
      log.error('botpress does not work and needs somebody', {
        channel: 'botpress',
        account,
        code: reason ?? 'quota',
      })
    else log.info('botpress changed its state', { channel: 'botpress', account, kind: status })
  }
  const say = (said: Said): void => {
    outward = said
    be()
  }
  return {
    now: () => health,
    good: () => say({ status: 'ready' }),
    unreachable: () => {
      // What is refused stays so until something was taken again.
      if (outward.status !== 'down') say({ status: 'degraded', reason: 'unreachable' })
    },
    refused: () => say({ status: 'down', reason: 'unauthorised' }),
    unpaid: () => say({ status: 'down' }),
    kept: (ok) => {
      storing = ok
      be()
    },
  }
}
