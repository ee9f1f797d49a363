import type { Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { after, minutes, type Instant } from '../../base/units.ts'
import type { NetworkShown } from '../networks/arrange.ts'
import { gather } from './gather.ts'
import { tallyNetworks, type NetworkFigures } from './networks.ts'
import { tally, type CountedCase, type Span, type Statistics } from './tally.ts'

/** Reading every row costs about a second for ten thousand cases; figures of a minute ago do. */
const FRESH = minutes(1)

/** `networks`: as they stand now, whatever the span. */
export type StatisticsDesk = {
  readonly read: (span: Span) => Promise<Statistics & { readonly networks: NetworkFigures }>
}

type Read = {
  readonly at: Instant
  readonly cases: Promise<readonly CountedCase[]>
  readonly networks: Promise<NetworkFigures>
}

export const makeStatistics = (
  ports: Pick<CasePorts, 'flow' | 'store' | 'sealer' | 'clock' | 'triage'>,
  casebook: Casebook,
  networks: () => Promise<readonly NetworkShown[]>,
): StatisticsDesk => {
  let last: Read | undefined
  const gathered = (): Read => {
    const now = ports.clock.now()
    if (last !== undefined && now >= last.at && now < after(last.at, FRESH)) return last
    const cases = gather(ports, casebook)
    const found = Promise.all([networks(), cases]).then(([all, everywhere]) => tallyNetworks(all, everywhere))
    const mine = { at: now, cases, networks: found }
    last = mine
    const forget = (): void => {
      if (last === mine) last = undefined
    }
    mine.cases.catch(forget)
    mine.networks.catch(forget)
    return mine
  }
  return {
    read: async (span) => {
      const read = gathered()
      const [cases, found] = await Promise.all([read.cases, read.networks])
      return { ...tally(ports.triage.targets, span, cases), networks: found }
    },
  }
}
