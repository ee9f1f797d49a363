import type { ConversationState } from '../../model/conversation.ts'
import type { Flow, FlowCommand, Step } from '../../model/flow.ts'
import { questionKey } from '../../model/keys.ts'
import type { Say } from './say.ts'
import { choicesOf } from './ask.ts'
import { pickedOptions } from './condition.ts'
import { findStep, isDiscreet } from './steps.ts'

/**
 * Heard while it is not known who looks on: what calls somebody, ends the talk, changes its language, or
 * answers the question itself. Any other command shows what was told, or that something was.
 */
const HEARD: ReadonlySet<FlowCommand> = new Set<FlowCommand>([
  'human',
  'urgent',
  'stop',
  'exit',
  'continue',
  'skip',
  'unknown',
  'done',
  'language',
])

const isSeen = ({ discreet: { told } }: Flow, { answers }: ConversationState): boolean =>
  told !== undefined && pickedOptions(answers[told.step]).some((id) => told.options.includes(id))

/**
 * Whether it was said that others look at this phone, and nobody has answered whether it is safe to write
 * from it: until then whoever reads may not be the person.
 */
export const isUnanswered = (flow: Flow, state: ConversationState): boolean => {
  const { step } = flow.discreet
  const { paused, exited, locked, answers, skipped, open } = state
  const isOpen = open?.step === step && !open.picked
  // Who corrects the answer has their list before them.
  const isAsked = isOpen && (state.submitted || !open.reopened)
  const isKnown = answers[step] !== undefined || skipped[step] !== undefined
  // Asked anew, what was answered before does not count.
  const isTold = isDiscreet(flow, state) || (isAsked && isSeen(flow, state))
  return (isAsked || !isKnown) && isTold && paused === undefined && !exited && locked !== true
}

/** The same, and the question for it is the open one. */
export const isLookedOn = (flow: Flow, state: ConversationState): boolean =>
  state.open?.step === flow.discreet.step && !state.open.picked && isUnanswered(flow, state)

/** The question that a command waits for until it is known who looks on; nothing where it is obeyed. */
export const waitsFor = (flow: Flow, state: ConversationState, command: FlowCommand): Step | undefined =>
  isUnanswered(flow, state) && !HEARD.has(command) ? findStep(flow, flow.discreet.step) : undefined

/** That a yes is enough, whenever it is safe: once under the question, however much is written there. */
export const sayOnceWhetherSafe = (flow: Flow, state: ConversationState): readonly Say[] => {
  const step = findStep(flow, flow.discreet.step)
  if (step === undefined || state.said.includes('whether-safe')) return []
  return [{ key: 'whether-safe', choices: choicesOf(flow, state, step) }]
}

/** That somebody comes, what is to be done for a life, and what is said of the chat alone. */
const TELLS_NOTHING = /^(?:hidden-called(?:-life)?|whether-safe|crisis-.+|language-changed|choose-language)$/

/** What may be said while it is not known who looks on: that question, and what tells nothing of the case. */
export const sayOnlyWhetherSafe = (
  flow: Flow,
  state: ConversationState,
  says: readonly Say[],
): readonly Say[] => {
  if (says.length === 0 || !isLookedOn(flow, state)) return says
  const question = questionKey(flow.discreet.step)
  const left = says.filter(({ key }) => key === question || TELLS_NOTHING.test(key))
  return left.length > 0 ? left : sayOnceWhetherSafe(flow, state)
}
