import type { Answer } from '../../model/answer.ts'
import { pickedOptions } from './condition.ts'
import type { Answers } from './condition.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow, Step } from '../../model/flow.ts'
import { UNDER_18 } from '../../model/keys.ts'
import { saidYes } from '../../model/worry.ts'
import type { Say } from './say.ts'

/** Whether the person said yes to being helped by this service. */
export const consentGiven = (flow: Flow, state: Answers): boolean =>
  pickedOptions(state.answers[flow.consent.step]).includes(flow.consent.option)

/**
 * Whether the person said that somebody looks on, and nobody since that it is safe, nor by a PIN that it is
 * they: nothing of the case shows, whatever is asked. A cry for help is answered all the same.
 */
export const isWatched = ({
  exited,
  paused,
  watched,
}: Pick<ConversationState, 'exited' | 'paused' | 'watched'>): boolean =>
  !exited && (paused === 'word' || watched === true)

/**
 * What is known of the age: `withheld` where it was asked and the person would not say. What their own words
 * say goes before what was tapped.
 */
export const ageOf = (
  flow: Flow,
  { answers, skipped, minorTold }: Answers,
): 'adult' | 'minor' | 'withheld' | 'unknown' => {
  const { step, options, other } = flow.adult
  if (minorTold?.self !== undefined) return 'minor'
  const picked = pickedOptions(answers[step])
  if (picked.length === 0) return skipped[step] === undefined ? 'unknown' : 'withheld'
  if (picked.some((option) => options.includes(option))) return 'adult'
  const asked = flow.steps.find(({ id }) => id === step)
  const named =
    asked !== undefined && 'options' in asked ? asked.options.filter(({ id }) => picked.includes(id)) : []
  return named.some(({ id, range }) => id === other || range !== undefined) ? 'minor' : 'withheld'
}

type Told = Answers & Pick<ConversationState, 'crisis' | 'worries'>

/**
 * Whether this is of somebody under 18: by the age, by what the pictures show, or, where no age was told, by
 * words that name a child or a yes to being asked about one. Then nobody is asked for a picture of what was sent.
 */
export const isOfMinor = (flow: Flow, state: Told): boolean => {
  const age = ageOf(flow, state)
  if (age === 'minor' || state.minorTold?.pictures !== undefined) return true
  const isNamed = state.crisis.some(({ label, hard }) => label === 'minor' && hard)
  return age !== 'adult' && (isNamed || saidYes(state).includes('minor'))
}

/**
 * Below words that ask for a picture of the screen: what holds under 18, where no age is known. `known`: left
 * out where the words must not tell an age.
 */
export const belowPicture = (flow: Flow, known: Answers | undefined): Pick<Say, 'below'> =>
  known !== undefined && ageOf(flow, known) === 'adult' ? {} : { below: UNDER_18 }

/**
 * Law 10, before a byte is taken: nothing before consent, nothing from a person under 18 (`age`) or
 * whose age is not known, nothing where the pictures show them under 18 (`age`); `unknown` where it was not
 * asked yet. Under 18 goes first: no consent would let the file in, and nothing waits in vain. An answer
 * that is being corrected counts until the new one is given.
 */
export const mediaAllowed = (flow: Flow, state: Answers): 'open' | 'age' | 'unknown' | 'consent' => {
  if (state.minorTold?.pictures !== undefined) return 'age'
  const age = ageOf(flow, state)
  if (age === 'minor') return 'age'
  if (!consentGiven(flow, state)) return 'consent'
  return age === 'adult' ? 'open' : age === 'unknown' ? 'unknown' : 'age'
}

/** Whether an answer is an age of who writes, and under 18. */
export const isUnderAge = ({ steps, adult }: Flow, answer: Answer): boolean => {
  const step = steps.find(({ id }) => id === adult.step)
  const options = step !== undefined && 'options' in step ? step.options : []
  const young = options.filter(({ id, range }) => range !== undefined && !adult.options.includes(id))
  return young.some(({ id }) => pickedOptions(answer).includes(id))
}

/**
 * Who said in their own words that they are under 18 is no adult by a tap: the age stays until a member of
 * the team settles it (law 10).
 */
export const isNoAdult = ({ adult }: Flow, state: Answers, step: string, answer: Answer): boolean =>
  step === adult.step &&
  state.minorTold?.self !== undefined &&
  pickedOptions(answer).some((option) => adult.options.includes(option))

/**
 * The question that a file waits for: consent, then the age. Nothing where both have an answer,
 * whatever it is.
 */
export const doorStep = (flow: Flow, state: Answers): Step | undefined => {
  const closed = (id: string): boolean => state.answers[id] === undefined && state.skipped[id] === undefined
  const id = [flow.consent.step, flow.adult.step].find(closed)
  return id === undefined ? undefined : flow.steps.find((step) => step.id === id)
}

/**
 * Whether somebody in danger was asked already to agree, for a file that waits: they are not asked again by
 * anything else they write, and a yes counts at any time.
 */
export const isLeftOpen = (
  { consent }: Flow,
  { urgent, said }: Pick<ConversationState, 'urgent' | 'said'>,
  step: Pick<Step, 'id'> | undefined,
): boolean => urgent && step?.id === consent.step && said.includes('ask-consent-file')

/** Whether somebody is or may be in danger: by their words, by what they pressed, or by a hint of either. */
export const inDanger = ({
  urgent,
  called,
  crisis,
}: Pick<ConversationState, 'urgent' | 'called' | 'crisis'>): boolean =>
  urgent || called.danger || crisis.length > 0

/** Whether the case was sent, or somebody was called to it: then it is with the team. */
export const isWithTeam = ({ submitted, called }: Pick<ConversationState, 'submitted' | 'called'>): boolean =>
  submitted || called.person || called.danger

/** Whether the person said that nobody of the team should come into this chat. */
export const refusesPeople = ({ refusal }: Flow, { answers }: Answers): boolean =>
  refusal !== undefined && pickedOptions(answers[refusal.step]).includes(refusal.option)

/** The answer in the place of that wish, of who calls somebody all the same; nothing where there is none. */
export const wishForPeople = (
  flow: Flow,
  state: Answers,
): { readonly step: string; readonly answer: Extract<Answer, { kind: 'choice' }> } | undefined => {
  const { refusal } = flow
  if (refusal === undefined || !refusesPeople(flow, state)) return undefined
  const step = flow.steps.find(({ id }) => id === refusal.step)
  const options = step !== undefined && 'options' in step ? step.options : []
  const other = options.find(({ id }) => id !== refusal.option)
  return other === undefined
    ? undefined
    : { step: refusal.step, answer: { kind: 'choice', option: other.id } }
}
