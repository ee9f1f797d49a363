import type { Instant } from '../../../../core/base/units.ts'

/** ISO 8601 in UTC, as the contract tells times. */
export const isoOf = (at: Instant): string => new Date(at).toISOString()
