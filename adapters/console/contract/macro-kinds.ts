/**
 * What a macro can do, in the order in which it is done: what is kept inside first, then what the
 * person reads, then what lets the case go.
 */
export const MACRO_STEPS = ['note', 'task', 'severity', 'reply', 'snooze', 'team'] as const
export type MacroDoes = (typeof MACRO_STEPS)[number]

/** Of these a macro has one at most; tasks and notes may be several. */
export const ONCE: ReadonlySet<string> = new Set(['severity', 'reply', 'snooze', 'team'])

export const MOST_MACROS = 50
export const MOST_STEPS = 10
/** A month, as for what an agent sets aside. */
export const LONGEST_HOURS = 24 * 31
