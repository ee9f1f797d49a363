import { botIsSilent } from '../../policy/access/silent.ts'
import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { Flow } from '../../model/flow.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import { isWorry } from '../../model/worry.ts'
import { isShut } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { sayCode, sayWayBack, wayToPin } from '../../policy/access/says.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * Whether there is something to come back to and nothing pressing in between: the story was told or
 * passed over and danger was asked about, or the urgent questions have an end, with consent or without.
 */
const isCalm = (flow: Flow, { conversation }: CaseState, ended: boolean): boolean => {
  if (conversation.urgent) return ended || conversation.said.includes('urgent-waiting')
  const { step } = flow.story
  const told = conversation.answers[step] !== undefined || conversation.skipped[step] !== undefined
  const waits = conversation.open?.step
  // What may be a danger is asked first and alone.
  if (waits !== undefined && isWorry(waits)) return false
  const open = flow.steps.find(({ id }) => id === waits)
  return told && open?.bare !== true && consentGiven(flow, conversation)
}

/**
 * Once more after the first exit, to who came back by a word or a code: whoever holds the phone
 * could. While the chat is left nothing is offered, since nothing of a case is shown in it.
 */
export const offerAgain = (out: DecisionBuilder): void => {
  const { before, state } = out
  const { access } = state
  if (access.secrets.pin !== undefined || access.offeredAgain === true || botIsSilent(state)) return
  if (isShut(before) && !isShut(state)) out.sayBeforeQuestion(sayWayBack('way-back-again'))
}

/**
 * The code comes before what can be read meanwhile, whose buttons stay pressable with the one for a PIN: those
 * of the newest message are the only ones that count.
 */
const sayCodeBeside = (out: DecisionBuilder): void => {
  const code = sayCode(out.state.code)
  if (out.offerBeside(wayToPin)) out.sayBeforeQuestion({ ...code, choices: [] })
  else out.say(code)
}

/** With the question that waits, so many messages are enough: a way back waits for the next one. */
const MANY = 2

/**
 * Who has sent their case learns how to come back to it. Before that a way back is offered once, as
 * soon as there is a case to come back to and before it is needed: when the story is told and danger
 * was asked about, or in danger after people were called and the urgent questions have an end;
 * always before the question that waits.
 */
export const offerCode = (flow: Flow, out: DecisionBuilder): void => {
  const { state, events, says } = out
  const { access } = state
  if (access.secrets.pin !== undefined || isShut(state) || isHidden(state)) return
  if (events.some((event) => event.type === 'case_submitted')) return sayCodeBeside(out)
  if (isShut(out.before)) return offerAgain(out)
  const ended = says.some(({ key }) => key === 'urgent-waiting')
  if (!isCalm(flow, state, ended) || access.offered || botIsSilent(state)) return
  if (!ended && says.length > MANY) return
  out.sayBeforeQuestion(sayWayBack('way-back'))
}
