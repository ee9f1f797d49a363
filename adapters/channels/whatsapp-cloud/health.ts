import type { ChannelHealth } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { hours } from '../../../core/base/units.ts'

/** Meta repeats webhooks for days; people in distress do not wait that long. */
const ALARM = hours(1)

export type Health = {
  readonly now: () => ChannelHealth
  /** The platform answers and takes what we send. */
  readonly good: () => void
  readonly unreachable: () => void
  /** Token, rights or account: somebody must act. */
  readonly refused: () => void
  /** Whether what arrives can be kept. */
  readonly kept: (ok: boolean) => void
}

type Said = Pick<ChannelHealth, 'status' | 'reason'>

/** Says each change once, to the log and to `tell`; what does not mend within an hour needs a person. */
export const makeHealth = (parts: {
  readonly clock: Clock
  readonly log: Log
  readonly account: string
  readonly tell: (health: ChannelHealth) => void
}): Health => {
  const { clock, log, account, tell } = parts
  let health: ChannelHealth = { status: 'starting', since: clock.now() }
  /** What the platform last said of us; and whether our own store took what came. */
  let outward: Said = { status: 'starting' }
  let storing = true
  let lastGood = clock.now()

  const judge = (): Said => {
    const said: Said = storing || outward.status === 'down' ? outward : { status: 'degraded' }
    if (said.status === 'ready') lastGood = clock.now()
    return said.status === 'degraded' && clock.now() - lastGood >= ALARM ? { ...said, status: 'down' } : said
  }
  const be = (): void => {
    const { status, reason } = judge()
    if (health.status === status && health.reason === reason) return
    if (status === 'down')
      log.error('whatsapp does not work and needs somebody', {
        channel: 'whatsapp',
        account,
        code: reason ?? 'store',
      })
    health = { status, since: clock.now(), ...(reason === undefined ? {} : { reason }) }
    tell(health)
  }
  const say = (said: Said): void => {
    outward = said
    be()
  }
  return {
    now: () => health,
    good: () => say({ status: 'ready' }),
    unreachable: () => {
      // A channel that is refused is so until the platform says otherwise.
      if (outward.reason !== 'unauthorised') say({ status: 'degraded', reason: 'unreachable' })
    },
    refused: () => say({ status: 'down', reason: 'unauthorised' }),
    kept: (ok) => {
      storing = ok
      be()
    },
  }
}
