import { keepsQuiet } from '../../policy/access/quiet.ts'
import { choicesOf, sayQuestion } from '../../policy/conversation/ask.ts'
import { holds, pickedOptions } from '../../policy/conversation/condition.ts'
import { conversationFacts } from '../../policy/conversation/facts.ts'
import type { Flow, Step } from '../../model/flow.ts'
import { ageOf, doorStep } from '../../policy/conversation/gates.ts'
import type { Say } from '../../policy/conversation/say.ts'
import { evolveConversation } from '../../model/evolve-conversation.ts'
import { asksPlace, callsPeople, findStep, optionsOf } from '../../policy/conversation/steps.ts'
import { isWorry } from '../../model/worry.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Instant } from '../../base/units.ts'
import { SAFE_STEPS, safeQuestion } from './brief.ts'
import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'

const [LIFE, SAFE] = SAFE_STEPS

/** Whether words or answers show thoughts of suicide: then that is what is asked. */
const asksForLife = ({ conversation }: CaseState, step: Step | undefined): boolean =>
  step?.when !== undefined && holds(step.when, { ...conversation, facts: conversationFacts(conversation) })

/**
 * Asks the person whether they are safe now, as a question with buttons, while an agent holds the
 * case; the answer counts as the flow's own. Not where it must not appear on their phone: nobody of
 * them asked for it just now, and whoever forces them reads along.
 */
export const decideSafety = (
  { flow, access }: Pick<CasePorts, 'flow' | 'access'>,
  state: CaseState,
  agent: DeskAgent,
  now: Instant,
): Decision | DeskOutcome => {
  const refused = mayNotAsk({ flow, access }, state, agent, now)
  if (refused !== undefined) return refused
  const life = findStep(flow, LIFE)
  const step = asksForLife(state, life) ? life : findStep(flow, SAFE)
  return step === undefined
    ? { status: 'refused', why: 'no_chat' }
    : askAs(flow, state, agent, step, { key: safeQuestion(step.id) })
}

/**
 * Asks the person for what a file waits for, their consent or their age, as a question with buttons
 * while an agent holds the case. Refused with `already` where both have an answer, and not asked
 * where safety would not be.
 */
export const decideAge = (
  { flow, access }: Pick<CasePorts, 'flow' | 'access'>,
  state: CaseState,
  agent: DeskAgent,
  now: Instant,
): Decision | DeskOutcome => {
  const refused = mayNotAsk({ flow, access }, state, agent, now)
  if (refused !== undefined) return refused
  const { conversation } = state
  const withheld = ageOf(flow, conversation) === 'withheld' ? findStep(flow, flow.adult.step) : undefined
  const step = doorStep(flow, conversation) ?? withheld
  if (step === undefined) return { status: 'refused', why: 'already' }
  const { key, fill } = sayQuestion(flow, conversation, step)
  return askAs(flow, state, agent, step, { key, ...(fill === undefined ? {} : { fill }) })
}

/** Why nothing is asked of the person by us now. */
const mayNotAsk = (
  { flow, access }: Pick<CasePorts, 'flow' | 'access'>,
  state: CaseState,
  agent: DeskAgent,
  now: Instant,
): DeskOutcome | undefined => {
  if (state.hands.status !== 'agent' || state.hands.agent !== agent.id) return { status: 'not_yours' }
  if (state.address === undefined || state.access.erasing || state.access.moved !== undefined)
    return { status: 'refused', why: 'no_chat' }
  if (state.blocked) return { status: 'refused', why: 'blocked' }
  return state.access.duress || keepsQuiet(flow, access, state, now)
    ? { status: 'refused', why: 'quiet' }
    : undefined
}

/** `question`: the text, with all that stands in it; the choices are made here. */
const askAs = (
  flow: Flow,
  state: CaseState,
  agent: DeskAgent,
  step: Step,
  question: Pick<Say, 'key' | 'args' | 'fill'>,
): Decision => {
  const asked: CaseEvent = {
    type: 'question_asked',
    step: step.id,
    asked: state.conversation.asked + 1,
    by: agent.id,
  }
  const choices = choicesOf(flow, evolveConversation(state.conversation, asked), step)
  return { actor: `agent:${agent.id}`, events: [asked], says: [{ ...question, choices }] }
}

/** Whether an answer says that somebody is in danger. */
const isDanger = (flow: Flow, { step, answer }: Extract<CaseEvent, { type: 'answer_given' }>): boolean => {
  const options = findStep(flow, step)
  return (
    options !== undefined &&
    optionsOf(options).some((option) => pickedOptions(answer).includes(option.id) && callsPeople(option))
  )
}

const isPlace = (flow: Flow, id: string): boolean => {
  const step = findStep(flow, id)
  return step !== undefined && asksPlace(step)
}

/** Whether an answer adds that others see the phone, which holds whoever has the case. */
const tellsSeen = (
  { discreet: { told } }: Flow,
  conversation: CaseState['conversation'],
  { step, answer }: Extract<CaseEvent, { type: 'answer_given' }>,
): boolean => {
  if (told === undefined || step !== told.step) return false
  const before = pickedOptions(conversation.answers[step])
  const fresh = pickedOptions(answer).filter((option) => !before.includes(option))
  return fresh.length > 0 && fresh.every((option) => told.options.includes(option))
}

/**
 * Of what a message decided while an agent has the case: the answer to the question that an agent
 * asked, a danger that was pressed on an old one or to a worry and where help must come (`pressed`,
 * or a place), the age, where it was not known and the person says it, since files may wait for it,
 * and that others see the phone, since what the team says may be read there. No more.
 */
export const answersToAgent = (
  flow: Flow,
  { conversation }: Pick<CaseState, 'conversation'>,
  events: readonly CaseEvent[],
  pressed: boolean,
): readonly CaseEvent[] => {
  const age = ageOf(flow, conversation)
  const isMissing = age === 'unknown' || age === 'withheld'
  return events.flatMap((event) => {
    if (event.type !== 'answer_given') return []
    if (conversation.open?.byAgent === true && event.step === conversation.open.step)
      return [{ ...event, toAgent: true as const }]
    const isPressed = pressed && (isDanger(flow, event) || isWorry(event.step) || isPlace(flow, event.step))
    const isAge = isMissing && event.step === flow.adult.step
    return isAge || isPressed || tellsSeen(flow, conversation, event) ? [event] : []
  })
}
