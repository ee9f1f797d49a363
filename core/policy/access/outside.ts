import type { Flow } from '../../model/flow.ts'
import type { CaseState } from '../../model/state.ts'
import type { Whereabouts } from '../../ports/helper.ts'
import { ageOf } from '../conversation/gates.ts'

/** What a person has to have agreed to before words of theirs are shown to a model that runs elsewhere. */
export const OUTSIDE = 'outside-help'

type Known = Pick<CaseState, 'access' | 'hands' | 'conversation'>

/**
 * Whether words of this case may be shown to a model. On this machine (`here`) they stay in the
 * house. To one elsewhere only with a yes in so many words, and of grown-ups: nothing of somebody
 * under 18, of unknown age, or of a case in which words spoke of a child, leaves the house. Nothing
 * at all of a case that is to be erased.
 */
export const mayBeShown = (
  flow: Flow,
  { access, hands, conversation }: Known,
  at: Whereabouts['at'],
): boolean => {
  if (hands.status === 'erased' || access.erasing || access.decoy) return false
  if (at === 'here') return true
  const ofChild = conversation.crisis.some(({ label, hard }) => label === 'minor' && hard)
  return access.consents[OUTSIDE] === true && ageOf(flow, conversation) === 'adult' && !ofChild
}
