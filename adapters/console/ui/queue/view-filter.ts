import type { View } from '../api/reads.ts'
import type { Filter } from '../api/search.ts'

const HELD: Filter = { assignee: 'me', status: ['agent'] }

/** What a view of the queue shows, as a filter. What is set aside is told apart by the page alone. */
export const filterOfView = (view: View): Filter =>
  ({
    waiting: { status: ['waiting'] as const },
    mine: HELD,
    snoozed: HELD,
    bot: { status: ['bot'] as const },
    all: { status: ['waiting', 'agent', 'bot'] as const },
    closed: { status: ['closed'] as const },
  })[view]
