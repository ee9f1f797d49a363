import type { ChannelHealth } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { never } from '../../../core/base/never.ts'
import { hours } from '../../../core/base/units.ts'
import type { AccountState } from './protocol.ts'

/** WhatsApp keeps messages for weeks; people in distress do not wait that long. */
const ALARM = hours(1)

type Said = Pick<ChannelHealth, 'status' | 'reason'>

const say = (state: AccountState, late: boolean): Said => {
  switch (state.status) {
    case 'starting':
      return { status: 'starting' }
    case 'standby':
      return { status: 'ready', reason: 'standby' }
    case 'connected':
      return late ? { status: 'degraded' } : { status: 'ready' }
    case 'connecting':
    case 'waiting':
      return { status: 'degraded', reason: 'unreachable' }
    case 'unpaired':
    case 'pairing':
      return { status: 'down', reason: 'unauthorised' }
    case 'stopped':
      return { status: 'down', reason: state.advice === 'other-session' ? 'conflict' : 'unauthorised' }
    case 'failed':
      return { status: 'down' }
    default:
      return never(state.status)
  }
}

export type Health = {
  readonly now: () => ChannelHealth
  readonly see: (state: AccountState, late: boolean) => void
}

/** Says each change once, to the log and to `tell`; what does not mend within an hour needs a person. */
export const makeHealth = (parts: {
  readonly clock: Clock
  readonly log: Log
  readonly account: string
  readonly tell: (health: ChannelHealth) => void
}): Health => {
  const { clock, log, account, tell } = parts
  let health: ChannelHealth = { status: 'starting', since: clock.now() }
  let lastGood = clock.now()
  const judge = (said: Said): Said => {
    if (said.status === 'ready') lastGood = clock.now()
    return said.status === 'degraded' && clock.now() - lastGood >= ALARM ? { ...said, status: 'down' } : said
  }
  return {
    now: () => {
      const { status, reason } = judge(health)
      return status === health.status
        ? health
        : { status, since: clock.now(), ...(reason === undefined ? {} : { reason }) }
    },
    see: (state, late) => {
      const { status, reason } = judge(say(state, late))
      if (status === health.status && reason === health.reason) return
      health = { status, since: clock.now(), ...(reason === undefined ? {} : { reason }) }
      if (status === 'down')
        log.error('whatsapp does not work and needs somebody', {
          channel: 'whatsapp',
          account,
          code: state.advice ?? 'store',
        })
      tell(health)
    },
  }
}
