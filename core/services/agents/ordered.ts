import type { DeskAgent } from '../../base/member.ts'
import type { Instant } from '../../base/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CaseFilter, CaseRow, Views } from '../../ports/store/views.ts'
import type { DeskRow } from './queue.ts'

/**
 * Orders of a list beside the queue's own. `longest`: who waits longest for a person; `due`: whose
 * time to answer is over, the gravest first and of those who is latest, then whose is over next;
 * `newest`: where something happened last.
 */
type Order = 'longest' | 'due' | 'newest'

const digits = (time: number): string => String(time).padStart(16, '0')
const newestFirst = (row: CaseRow): string => digits(Number.MAX_SAFE_INTEGER - row.lastAt)

/**
 * Where a case stands in an order, as a text that compares. Who does not wait, or has no time to
 * answer, stands after those who do, the newest first.
 */
const placeIn = (order: Order, row: CaseRow, now: Instant): string => {
  const at = order === 'longest' ? row.waitingSince : order === 'due' ? row.dueAt : undefined
  if (at === undefined) return `2.${newestFirst(row)}.${row.caseId}`
  // Of two that were promised an answer by now the one in danger is not second for being less late.
  const late = order === 'due' && at <= now ? `0.${row.severity}` : '1'
  return `${late}.${digits(Math.max(0, at))}.${row.caseId}`
}

/** Nobody reads on further; the engines keep the queue's own order alone. */
const MOST = 500
/** When the first page was read, so that nobody who gets late meanwhile is left out, and a place in it. */
const CURSOR = /^(\d{1,16})~((?:0\.P\d|[12])\.\d{16}\.\w{1,64})$/

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
  readonly clock: Clock
}

/** The first cases of the queue in another order. */
export const makeOrdered =
  ({ seen, show, clock }: Tools): Ordered =>
  async (order, filter, { limit, cursor }, reader) => {
    const read = cursor === undefined ? undefined : CURSOR.exec(cursor)
    if (read === null) return { rows: [], stray: true, whole: true }
    const [since, after] = read === undefined ? [clock.now()] : [Number(read[1]) as Instant, read[2]]
    const all = await seen(filter, { limit: MOST }, reader)
    const placed = all.rows
      .map((row) => ({ row, place: placeIn(order, row, since) }))
      .filter(({ place }) => after === undefined || place > after)
      .sort((a, b) => (a.place < b.place ? -1 : 1))
    const page = placed.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: await Promise.all(page.map(({ row }) => show(row))),
      ...(last === undefined || placed.length <= limit ? {} : { cursor: `${since}~${last.place}` }),
      whole: all.cursor === undefined,
    }
  }
