import { botIsSilent } from '../../policy/access/silent.ts'
import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { Flow } from '../../model/flow.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import { isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { sayCode, sayWayBack } from '../../policy/access/says.ts'

/**
 * Who has sent their case learns how to come back to it. Before that a way back is offered once,
 * before it is needed: when the story is told, or in danger after people were called and the urgent
 * questions have an end; always before the question that waits.
 */
export const offerCode = (flow: Flow, out: DecisionBuilder): void => {
  const { state, events, says } = out
  const { access, conversation } = state
  if (access.secrets.pin !== undefined || isShut(state) || isHidden(state)) return
  if (events.some((event) => event.type === 'case_submitted')) return out.say(sayCode(state.code))
  const told = events.some(
    (event) =>
      (event.type === 'answer_given' || event.type === 'step_skipped') && event.step === flow.story.step,
  )
  const calm = conversation.urgent ? says.some(({ key }) => key === 'urgent-waiting') : told
  if (!calm || access.offered || botIsSilent(state) || !consentGiven(flow, conversation)) return
  out.sayBeforeQuestion(sayWayBack())
}
