/**
 * P1 now, P2 today, P3 this week, P4 when there is time. Targets belong to the operator
 * (bots/amin/README.md, Urgency).
 */
export const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The more urgent of two. */
export const moreUrgent = (a: Severity, b: Severity): Severity => (a < b ? a : b)
