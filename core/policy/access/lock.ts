import type { CaseState } from '../../model/state.ts'
import type { Flow } from '../../model/flow.ts'
import { consentGiven, inDanger, isWithTeam } from '../conversation/gates.ts'
import { isDiscreet } from '../conversation/steps.ts'

/**
 * A chat that was left, and in which nobody showed since that it is theirs. What was told in it is
 * shown to nobody.
 */
export const isShut = ({ conversation }: Pick<CaseState, 'conversation'>): boolean =>
  conversation.exited || conversation.locked === true

/** The same, and not gone on with by a word alone (core/policy/conversation/go-on): there we are silent. */
export const isLeft = (state: Pick<CaseState, 'conversation'>): boolean =>
  isShut(state) && state.conversation.unproven !== true

/**
 * What opens a chat that was left, for whoever has the phone in their hands: the PIN where there is
 * one, else the return code where it was given, else a word of return. Who was told neither must
 * not be locked out of their own chat: the word lets it go on, and shows nothing of what was told.
 */
export const keyOf = ({ access }: Pick<CaseState, 'access'>): 'pin' | 'code' | 'word' => {
  if (access.secrets.pin !== undefined) return 'pin'
  return access.codeGiven ? 'code' : 'word'
}

/** Whether there is anything of a case that whoever opens its chat could read: more than that they agreed. */
export const hasTold = (
  { consent }: Flow,
  {
    access,
    conversation,
    evidence,
    hands,
  }: Pick<CaseState, 'access' | 'conversation' | 'evidence' | 'hands'>,
): boolean =>
  Object.keys(conversation.answers).some((step) => step !== consent.step) ||
  conversation.crisis.length > 0 ||
  conversation.waits.length > 0 ||
  conversation.apart !== undefined ||
  conversation.called.danger ||
  conversation.called.person ||
  conversation.submitted ||
  Object.keys(evidence).length > 0 ||
  access.touched ||
  hands.status !== 'bot'

/**
 * Whether who opens the page anew has to show that the case is theirs: on a phone that others look
 * at, where there is something to show it by.
 */
export const isGuarded = (flow: Flow, state: Pick<CaseState, 'access' | 'conversation'>): boolean =>
  !isShut(state) && !state.access.decoy && isDiscreet(flow, state.conversation) && keyOf(state) !== 'word'

/**
 * Nothing would bring the person back from another phone, or from this browser once it forgot them: who
 * agreed, or who is in danger and was never asked to.
 */
export const isStranded = (flow: Flow, state: Pick<CaseState, 'access' | 'conversation'>): boolean =>
  !isShut(state) &&
  !state.access.decoy &&
  state.access.secrets.pin === undefined &&
  (consentGiven(flow, state.conversation) || inDanger(state.conversation) || isWithTeam(state.conversation))
