import { botIsSilent } from '../../policy/access/silent.ts'
import type { CaseState } from '../../model/state.ts'
import type { Flow } from '../../model/flow.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import { isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { sayCode, sayWayBack } from '../../policy/access/says.ts'

/**
 * Who has sent their case learns how to come back to it. Before that a way back is offered once, before it is needed: when the story is told, or
 * in danger after people were called and the urgent questions have an end; always before the question that waits.
 */
export const offerCode = (
  flow: Flow,
  draft: { readonly events: readonly CaseEvent[]; readonly says: Say[] },
  state: CaseState,
): void => {
  const { access, conversation } = state
  if (access.secrets.pin !== undefined || isShut(state) || isHidden(state)) return
  if (draft.events.some((event) => event.type === 'case_submitted'))
    return void draft.says.push(sayCode(state.code))
  const told = draft.events.some(
    (event) =>
      (event.type === 'answer_given' || event.type === 'step_skipped') && event.step === flow.story.step,
  )
  const calm = conversation.urgent ? draft.says.some(({ key }) => key === 'urgent-waiting') : told
  if (!calm || access.offered || botIsSilent(state) || !consentGiven(flow, conversation)) return
  const question = draft.says.findLastIndex(({ choices }) => choices !== undefined && choices.length > 0)
  draft.says.splice(question < 0 ? draft.says.length : question, 0, sayWayBack())
}
