import type { DeskAgent } from '../../base/member.ts'
import type { CaseFilter, Views } from '../../ports/store/views.ts'

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
