import { isShut } from './lock.ts'
import { isHidden } from './quiet.ts'
import type { Flow } from '../../model/flow.ts'
import { asksPlace, findStep } from '../conversation/steps.ts'
import { botIsSilent } from './silent.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * Whether a question is open that a place answers. Not in a chat that shows nothing, nor while
 * people speak.
 */
export const waitsForPlace = (flow: Flow, state: CaseState): boolean => {
  const { open } = state.conversation
  const step = open === undefined || open.picked ? undefined : findStep(flow, open.step)
  return step !== undefined && asksPlace(step) && !isHidden(state) && !isShut(state) && !botIsSilent(state)
}
