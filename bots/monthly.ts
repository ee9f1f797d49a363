import { makeMonthly, type MonthlyDesk } from '../core/services/statistics/monthly-desk.ts'
import { makeStatistics, type StatisticsDesk } from '../core/services/statistics/desk.ts'
import type { Foundation } from './foundation.ts'
import { VERSION } from './version.ts'

/** What is counted over all cases, and the sheet that is made of a month of it. */
export const openStatistics = ({
  ports,
  casebook,
  desk,
  operator,
  report,
}: Foundation): { readonly statistics: StatisticsDesk; readonly monthly: MonthlyDesk } => {
  const statistics = makeStatistics(ports, casebook, () => desk.networks.list(undefined))
  const monthly = makeMonthly(ports, statistics, report, {
    software: `Amin ${VERSION}`,
    practice: () => operator.practice === true,
  })
  return { statistics, monthly }
}
