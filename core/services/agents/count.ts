import type { DeskAgent } from '../../base/member.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import { sightOf } from '../../policy/visibility/sight.ts'
import type { CaseFilter, OpenCounts, Views } from '../../ports/store/views.ts'

/** More of one state than this are said to be so many. */
const MOST = 500

type Page = { readonly limit: number; readonly cursor?: string }
type Seen = (filter: CaseFilter, page: Page, reader: DeskAgent | undefined) => ReturnType<Views['list']>

/**
 * How many cases of a filter a reader may see, up to `most`. A page holds fewer than it has room for
 * where some are hidden from them: what follows is counted on.
 */
export const makeCount =
  (seen: Seen) =>
  async (filter: CaseFilter, most: number, reader: DeskAgent | undefined): Promise<number> => {
    let count = 0
    for (let from: string | undefined; ;) {
      const place = from === undefined ? {} : { cursor: from }
      const { rows, cursor } = await seen(filter, { limit: most - count, ...place }, reader)
      count += rows.length
      if (cursor === undefined || count >= most) return count
      from = cursor
    }
  }

/**
 * Of the cases that are still worked on those that a reader may see, of one team or of all. The store
 * knows teams; who must not see some cases of these, being of their region or family, has them counted
 * one by one, as their list shows them: a number that is one too high would tell of such a case.
 */
export const makeOpenCounts =
  ({ store, roster }: Pick<OfficePorts, 'store' | 'roster'>, seen: Seen) =>
  async (reader: DeskAgent, team?: string): Promise<OpenCounts> => {
    const ofTeam = team === undefined ? {} : { team }
    if (roster?.conflictOf(reader) === undefined) {
      const sight = sightOf(reader)
      return store.views.openCounts({ ...ofTeam, ...(sight === undefined ? {} : { sight }) })
    }
    const countOf = makeCount(seen)
    const of = (status: keyof OpenCounts): Promise<number> =>
      countOf({ ...ofTeam, status: [status] }, MOST, reader)
    const [bot, waiting, agent] = await Promise.all([of('bot'), of('waiting'), of('agent')])
    return { bot, waiting, agent }
  }
