import { hours, type Instant } from '../../base/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ExchangeLog } from '../../ports/exchange-log.ts'

const SPAN = hours(1)

/**
 * Writes down why something was refused, once an hour for each agreement and reason: a party that sends the same
 * for ever would else push everything beside it out of the administrators' log.
 */
export const noteRefusals = ({
  log,
  clock,
}: {
  readonly log: ExchangeLog
  readonly clock: Clock
}): ((subject: string, why: string) => Promise<void>) => {
  const noted = new Map<string, Instant>()
  return async (subject, why) => {
    const [name, now] = [`${subject} ${why}`, clock.now()]
    const last = noted.get(name)
    if (last !== undefined && now - last < SPAN) return
    await log.note(subject, { what: 'refused', why })
    noted.set(name, now)
  }
}
