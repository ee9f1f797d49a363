import { mayShare } from '../../policy/access/consent.ts'
import type { CaseState } from '../../model/state.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'

/**
 * Why nothing may be handed on now. `consent`: the person did not agree to it, or took it back.
 * `erasing`: they asked that everything be erased.
 */
export type Forbidden = 'consent' | 'erasing'

/**
 * The person may have their own copy whatever they agreed to; everybody else only with a yes in so
 * many words that still stands.
 */
export const forbids = (
  state: Pick<CaseState, 'access' | 'hands'>,
  scope: BundleScope,
): Forbidden | undefined => {
  if (state.access.erasing) return 'erasing'
  return scope === 'person' || mayShare(state, scope) ? undefined : 'consent'
}
