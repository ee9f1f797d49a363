import { hours, instant } from '../../base/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ExchangeCount, ExchangeLog } from '../../ports/exchange-log.ts'
import type { Random } from '../../ports/random.ts'
import type { Held } from './agreement.ts'
import { Refused } from './refusal.ts'

type Ports = { readonly clock: Clock; readonly random: Random; readonly log: ExchangeLog }

const SPAN = hours(24)
/** More runs within a day than are looked at: nobody has a reason for so many. */
const MOST_COUNTS = 2_000

const sum = (counts: readonly ExchangeCount[]): number => counts.reduce((all, { items }) => all + items, 0)

/**
 * Counts so many items of one side in a run before anything is made of them: what was counted stays counted,
 * whatever becomes of the run. Looked at again afterwards, since another process may have counted in the same
 * moment. Throws `Refused`: `replayed` for a session that was counted before, `budget_spent`.
 */
export const countItems = async (
  { clock, random, log }: Ports,
  { terms, hash }: Pick<Held, 'terms'> & { readonly hash: string },
  counting: Omit<ExchangeCount, 'ticket'>,
): Promise<void> => {
  const { session, whose, items } = counting
  const look = (): Promise<readonly ExchangeCount[]> => log.counted(hash, instant(clock.now() - SPAN))
  const check = (all: readonly ExchangeCount[]): void => {
    if (all.some((one) => one.session === session && one.whose === whose)) throw new Refused('replayed')
    const spent = sum(all.filter((one) => one.whose === whose))
    if (all.length >= MOST_COUNTS || spent + items > terms.day) throw new Refused('budget_spent')
  }
  check(await look())
  const ticket = random.id()
  await log.count(hash, { ...counting, ticket })
  const all = await look()
  check(
    all.slice(
      0,
      all.findIndex((one) => one.ticket === ticket),
    ),
  )
}
