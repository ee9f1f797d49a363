import type { DeskAgent } from '../../base/member.ts'
import type { CaseFilter, CaseRow, Views } from '../../ports/store/views.ts'
import type { DeskRow } from './queue.ts'

/**
 * Orders of a list beside the queue's own. `longest`: who waits longest for a person; `due`: whose
 * time to answer is over first; `newest`: where something happened last.
 */
type Order = 'longest' | 'due' | 'newest'

const digits = (time: number): string => String(time).padStart(16, '0')
const newestFirst = (row: CaseRow): string => digits(Number.MAX_SAFE_INTEGER - row.lastAt)

/**
 * Where a case stands in an order, as a text that compares. Who does not wait, or has no time to
 * answer, stands after those who do, the newest first.
 */
const placeIn = (order: Order, row: CaseRow): string => {
  const at = order === 'longest' ? row.waitingSince : order === 'due' ? row.dueAt : undefined
  return at === undefined
    ? `1.${newestFirst(row)}.${row.caseId}`
    : `0.${digits(Math.max(0, at))}.${row.caseId}`
}

/** Nobody reads on further; the engines keep the queue's own order alone. */
const MOST = 500
const PLACE = /^[01]\.\d{16}\.\w{1,64}$/

type Page = { readonly limit: number; readonly cursor?: string }

/** Not `whole`: there are more cases than were put in order. `stray`: the cursor cannot be read. */
export type Ordered = (
  order: Order,
  filter: CaseFilter,
  page: Page,
  reader?: DeskAgent,
) => Promise<{
  readonly rows: readonly DeskRow[]
  readonly cursor?: string
  readonly stray?: true
  readonly whole: boolean
}>

type Tools = {
  /** What the reader may see of a filter, in the queue's order. */
  readonly seen: (filter: CaseFilter, page: Page, reader: DeskAgent | undefined) => ReturnType<Views['list']>
  readonly show: (row: CaseRow) => Promise<DeskRow>
}

/** The first cases of the queue in another order. */
export const makeOrdered =
  ({ seen, show }: Tools): Ordered =>
  async (order, filter, { limit, cursor }, reader) => {
    if (cursor !== undefined && !PLACE.test(cursor)) return { rows: [], stray: true, whole: true }
    const all = await seen(filter, { limit: MOST }, reader)
    const placed = all.rows
      .map((row) => ({ row, place: placeIn(order, row) }))
      .filter(({ place }) => cursor === undefined || place > cursor)
      .sort((a, b) => (a.place < b.place ? -1 : 1))
    const page = placed.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: await Promise.all(page.map(({ row }) => show(row))),
      ...(last === undefined || placed.length <= limit ? {} : { cursor: last.place }),
      whole: all.cursor === undefined,
    }
  }
