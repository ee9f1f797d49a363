import type { Guidance } from '../../../core/model/guidance.ts'
import { accounts } from './accounts.ts'
import { accountsOfApps, reportsInApps } from './apps.ts'
import { money } from './money.ts'
import { first, law, people } from './people.ts'
import { pictures } from './pictures.ts'
import { asking, groups, jobs, topics } from './topics.ts'

/**
 * Advice in small steps, read without a report (bots/amin/README.md, Guidance). The guides stand in
 * the order in which they are offered for what was told: where an hour counts first.
 */
export const guidance: Guidance = {
  groups,
  topics,
  jobs,
  asking,
  guides: [
    ...money,
    ...accountsOfApps,
    ...accounts,
    ...pictures,
    ...reportsInApps,
    ...first,
    ...people,
    ...law,
  ],
}
