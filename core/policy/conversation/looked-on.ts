import type { CaseEvent } from '../../model/events.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow, FlowCommand } from '../../model/flow.ts'
import type { Say } from './say.ts'
import { sayQuestion } from './ask.ts'
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

/**
 * Whether it was asked if it is safe to write from this phone, because others look at it, and nobody has
 * answered: until then whoever reads may not be the person.
 */
export const isLookedOn = (flow: Flow, state: ConversationState): boolean => {
  const { open, submitted, paused, exited } = state
  return (
    open?.step === flow.discreet.step &&
    !open.picked &&
    isDiscreet(flow, state) &&
    // Who corrects the answer has their list before them.
    (submitted || !open.reopened) &&
    paused === undefined &&
    !exited
  )
}

/** Whether a command waits until it is known who looks on. */
export const waitsUntilSafe = (flow: Flow, state: ConversationState, command: FlowCommand): boolean =>
  isLookedOn(flow, state) && !HEARD.has(command)

/** The question whether it is safe, put again. */
export const sayWhetherSafe = (flow: Flow, state: ConversationState): readonly Say[] => {
  const step = findStep(flow, flow.discreet.step)
  return step === undefined ? [] : [sayQuestion(flow, state, step)]
}

const CALLS: ReadonlySet<CaseEvent['type']> = new Set(['handoff_requested', 'urgent_path_taken'])

/**
 * What may be said while it is not known who looks on: the question alone. Danger is answered whoever
 * reads, and in the urgent lane nothing is held back.
 */
export const sayOnlyWhetherSafe = (
  flow: Flow,
  state: ConversationState,
  { events, says }: { readonly events: readonly CaseEvent[]; readonly says: readonly Say[] },
): readonly Say[] => {
  const calls = state.urgent || events.some(({ type }) => CALLS.has(type))
  return calls || says.length === 0 || !isLookedOn(flow, state) ? says : sayWhetherSafe(flow, state)
}
