import { pickedOptions } from './condition.ts'
import type { Answers } from './condition.ts'
import type { Flow } from './flow.ts'

/** Whether the person said yes to being helped by this service. */
export const consentGiven = (flow: Flow, state: Answers): boolean =>
  pickedOptions(state.answers[flow.consent.step]).includes(flow.consent.option)

/**
 * Law 10, before a byte is taken: nothing before consent, nothing from a person under 18 or whose age is not known. An answer that
 * is being corrected counts until the new one is given.
 */
export const mediaAllowed = (flow: Flow, state: Answers): 'open' | 'age' | 'consent' => {
  if (!consentGiven(flow, state)) return 'consent'
  const adult = pickedOptions(state.answers[flow.adult.step]).some((option) => flow.adult.options.includes(option))
  return adult ? 'open' : 'age'
}

/** Whether the person said that nobody of the team should come into this chat. */
export const refusesPeople = ({ refusal }: Flow, { answers }: Answers): boolean =>
  refusal !== undefined && pickedOptions(answers[refusal.step]).includes(refusal.option)
