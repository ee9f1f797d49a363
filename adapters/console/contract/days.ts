const DAY = 86_400_000

/** Midnight in Baghdad, where the team works, whatever a clock here says; it has no summer time. */
const midnight = (day: string): number => Date.parse(`${day}T00:00+03:00`)

/** The first moment of a day (`YYYY-MM-DD`). */
export const startOfDay = (day: string): string => new Date(midnight(day)).toISOString()

/** The first moment after it. */
export const endOfDay = (day: string): string => new Date(midnight(day) + DAY).toISOString()
