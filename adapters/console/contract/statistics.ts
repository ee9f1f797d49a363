import { z } from 'zod'
import { SEVERITIES } from '../../../core/base/severity.ts'
import { NETWORK_STATES } from '../../../core/services/statistics/networks.ts'
import { MONTH } from '../../../core/services/statistics/month.ts'
import { DIMENSIONS } from '../../../core/services/statistics/tally.ts'
import { Status } from './index.ts'
import { Time } from './terms.ts'

/** A count, or `few`: one to four, or a number from which such a one could be worked out. */
const Cell = z.union([z.int().min(0), z.literal('few')])
const Counted = z.object({
  /** A code of the dimension; of `week` its Monday. */
  key: z.string(),
  /** In the asked language, where the code has a name. */
  name: z.string(),
  cases: Cell,
})
const Durations = z.object({
  of: Cell,
  medianSeconds: z.int().optional(),
  p90Seconds: z.int().optional(),
  /** As soon as the target of their severity asks. */
  within: Cell.optional(),
})

const Sum = z.object({ currency: z.string(), hundredths: z.int(), cases: z.int() })

/** `month` as 2026-10. */
export const MonthlyQuery = z.object({ month: z.string().regex(MONTH) })

/** Both days are counted, then widened to whole weeks from Monday on, in UTC. At most five years. */
export const StatisticsQuery = z.object({ from: z.iso.date(), to: z.iso.date() })

export const Statistics = z
  .object({
    from: Time,
    to: Time,
    cases: Cell,
    by: z.object(
      Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, z.array(Counted)])) as Record<
        (typeof DIMENSIONS)[number],
        z.ZodArray<typeof Counted>
      >,
    ),
    /**
     * Squares of a map of the governorates, where the questions state one: rows from north to
     * south, columns from west to east, both from 1. How many cases there are in each stands in
     * `by.governorate`, by its key.
     */
    map: z.array(z.object({ key: z.string(), name: z.string(), row: z.int(), column: z.int() })),
    firstReply: Durations,
    /** By the severity of the case. */
    firstReplyBy: z.array(Durations.extend({ key: z.enum(SEVERITIES) })),
    resolution: Durations,
    /** What was demanded, in hundredths of each money. */
    money: z.array(Sum),
    /** What was paid, where that was told. */
    moneyPaid: z.array(Sum),
    stopped: z.array(Counted),
    /** Networks of cases as they stand now, whatever the span; money of all cases in them. */
    networks: z.object({
      networks: z.array(z.object({ key: z.enum(NETWORK_STATES), cases: Cell })),
      cases: z.array(z.object({ key: z.enum(NETWORK_STATES), cases: Cell })),
      money: z.array(Sum),
      moneyPaid: z.array(Sum),
    }),
  })
  .meta({ id: 'Statistics' })

/** `GET /api/v1/counts`: how many of all cases stand where now. */
export const Counts = z.object({ counts: z.record(Status, Cell) }).meta({ id: 'Counts' })

export type Counts = z.infer<typeof Counts>
export type Statistics = z.infer<typeof Statistics>
