import type { Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { after, minutes, type Instant } from '../../base/units.ts'
import { gather } from './gather.ts'
import { tally, type CountedCase, type Span, type Statistics } from './tally.ts'

/** Reading every row costs about a second for ten thousand cases; figures of a minute ago do. */
const FRESH = minutes(1)

export type StatisticsDesk = { readonly read: (span: Span) => Promise<Statistics> }

export const makeStatistics = (
  ports: Pick<CasePorts, 'flow' | 'store' | 'sealer' | 'clock' | 'triage'>,
  casebook: Casebook,
): StatisticsDesk => {
  let last: { readonly at: Instant; readonly cases: Promise<readonly CountedCase[]> } | undefined
  const gathered = (): Promise<readonly CountedCase[]> => {
    const now = ports.clock.now()
    if (last !== undefined && now >= last.at && now < after(last.at, FRESH)) return last.cases
    const cases = gather(ports, casebook)
    const mine = { at: now, cases }
    last = mine
    cases.catch(() => {
      if (last === mine) last = undefined
    })
    return cases
  }
  return { read: async (span) => tally(ports.triage.targets, span, await gathered()) }
}
