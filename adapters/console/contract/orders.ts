/**
 * Orders beside the queue's own (most urgent first, then who waits longest): who waits longest
 * whatever the urgency, whose time to answer is over first, where something happened last.
 */
export const ORDERS = ['longest', 'due', 'newest'] as const

/** Saved views, more than anybody tells apart by name; of one's own and of the team's each. */
export const MOST_VIEWS = 20
