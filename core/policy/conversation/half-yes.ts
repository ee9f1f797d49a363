import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import { callsPeople, findStep, optionsOf } from './steps.ts'
import { isHalfYes } from './words.ts'

/** Whether a whole (folded) message is half a yes to the list of dangers: it passes nothing by, and is asked about. */
export const saysHalfYes = (flow: Flow, { open }: ConversationState, folded: string): boolean => {
  const step = open === undefined ? undefined : findStep(flow, open.step)
  return step?.kind === 'choices' && optionsOf(step).some(callsPeople) && isHalfYes(flow, folded)
}
