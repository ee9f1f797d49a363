import type { Casebook } from '../casebook/casebook.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CaseStatus } from '../../ports/store/views.ts'
import type { FlowRoles } from '../../model/roles.ts'
import { isInSight, sightOf } from '../../policy/visibility/sight.ts'
import { after, minutes, type Instant } from '../../base/units.ts'
import type { NetworkShown } from '../networks/arrange.ts'
import { cellOf, type Cell, type IsUnseen } from './cells.ts'
import { gather, type Gathered, type SeenRow } from './gather.ts'
import { tallyNetworks, type NetworkFigures } from './networks.ts'
import { tally, tallyStates, type CountedCase, type Span, type Statistics } from './tally.ts'

/** Reading every row costs about a second for ten thousand cases; figures of a minute ago do. */
const FRESH = minutes(1)

/**
 * What is told to this reader; to nobody in particular as to who sees no case. `networks`: as they
 * stand now, whatever the span. `states`: how many cases stand where now, erased ones beside them.
 */
export type StatisticsDesk = {
  readonly read: (
    span: Span,
    reader: DeskAgent | undefined,
  ) => Promise<Statistics & { readonly networks: NetworkFigures; readonly tiles: Tiles }>
  readonly states: (reader: DeskAgent | undefined) => Promise<Readonly<Record<CaseStatus, Cell>>>
}

/** Where on a map each region lies that cases are counted in. */
type Tiles = NonNullable<FlowRoles['regionTiles']>

type Read = {
  readonly at: Instant
  readonly cases: Promise<Gathered>
  readonly networks: Promise<readonly NetworkShown[]>
}

/** By teams alone, without opening a case. */
const unseenRows = (reader: DeskAgent | undefined): IsUnseen<SeenRow> => {
  const sight = sightOf(reader)
  return (row) => sight !== undefined && !isInSight(sight, row)
}

export const makeStatistics = (
  ports: Pick<OfficePorts, 'flow' | 'store' | 'sealer' | 'clock' | 'triage' | 'roster'>,
  casebook: Casebook,
  networks: () => Promise<readonly NetworkShown[]>,
): StatisticsDesk => {
  let last: Read | undefined
  const gathered = (): Read => {
    const now = ports.clock.now()
    if (last !== undefined && now >= last.at && now < after(last.at, FRESH)) return last
    const mine = { at: now, cases: gather(ports, casebook), networks: networks() }
    last = mine
    const forget = (): void => {
      if (last === mine) last = undefined
    }
    mine.cases.catch(forget)
    mine.networks.catch(forget)
    return mine
  }
  /**
   * Of their own region, which some must not see, as well. That a family's name stands in a case, for
   * which they must not see it either, would have to be read in each: there the total may be one more.
   */
  const unseenCases = (reader: DeskAgent | undefined): IsUnseen<CountedCase> => {
    const isUnseenRow = unseenRows(reader)
    const regions = (reader === undefined ? undefined : ports.roster?.conflictOf(reader))?.governorates ?? []
    return (one) => isUnseenRow(one) || regions.includes(one.figures.governorate ?? '')
  }

  return {
    read: async (span, reader) => {
      const read = gathered()
      const [{ cases }, found] = await Promise.all([read.cases, read.networks])
      return {
        ...tally(ports.triage.targets, span, cases, unseenCases(reader)),
        tiles: ports.flow.roles.regionTiles ?? {},
        networks: tallyNetworks(found, cases, unseenRows(reader)),
      }
    },
    states: async (reader) => {
      const { cases, erased } = await gathered().cases
      const shown = new Map(
        tallyStates(cases, unseenCases(reader)).map(({ key, cases: cell }) => [key, cell]),
      )
      const cell = (status: CaseStatus): Cell => shown.get(status) ?? 0
      return {
        bot: cell('bot'),
        waiting: cell('waiting'),
        agent: cell('agent'),
        closed: cell('closed'),
        // In no table of the statistics, so that nothing is worked out of it.
        erased: cellOf(erased.length, erased.filter(unseenRows(reader)).length),
      }
    },
  }
}
