import { instant } from '../../../core/base/units.ts'
import { monthsUntil, spanOf, writeMonth } from '../../../core/services/statistics/month.ts'

/** Months of which a sheet can be asked for, the newest first; `over` once all its weeks are. */
export const monthsOffered = (
  now: number,
  count: number,
): readonly {
  readonly month: string
  readonly year: number
  readonly nth: number
  readonly over: boolean
}[] =>
  monthsUntil(instant(now), count).map((month) => ({
    month: writeMonth(month),
    year: month.year,
    nth: month.month,
    over: spanOf(month).to <= now,
  }))
