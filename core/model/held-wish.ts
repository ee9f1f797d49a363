import type { Instant } from '../base/units.ts'
import type { CaseState } from './state.ts'

/**
 * Since when a person wants everything erased that a hold keeps, while nobody who may lift the hold
 * has said what becomes of it.
 */
export const unansweredWish = ({ access, hold, hands }: CaseState): Instant | undefined =>
  hands.status === 'erased' || hold === undefined || hold.stays === true ? undefined : access.erasingSince
