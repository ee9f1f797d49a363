import type { Instant } from '../../base/units.ts'

/**
 * How long a claim lasts: while `now < until`, unless settled or released before. Owners are
 * process names. A claim of work holds against everybody, its owner included: what is being worked
 * on is never handed out twice.
 */
export type Claim = { readonly owner: string; readonly now: Instant; readonly until: Instant }
