import { readAge, whoseAge } from './age.ts'
import { callPeople } from './effects.ts'
import { ageOf } from './gates.ts'
import type { ConversationInput } from './input.ts'
import { findStep, optionsOf } from './steps.ts'
import { proceed, say, waiting, type Turn } from './turn.ts'
import { mayBeOfOther } from './whom.ts'

/** So many words say an age and nothing else. */
const ALONE = 6

/**
 * Who counts as under 18 and says plainly an age of 18 or more: it is told that this stays, since a
 * child says so too, and said once more a person is asked, who alone may put it right. No answer to
 * the question that stands.
 */
export const isAdultAgain = (turn: Turn, input: ConversationInput): boolean => {
  const { flow, state, context } = turn
  const step = findStep(flow, flow.adult.step)
  if (input.kind !== 'text' || turn.other !== undefined || state.paused !== undefined || step === undefined)
    return false
  const text = input.text
  if (ageOf(flow, state) !== 'minor' || mayBeOfOther(turn, text) || text.trim().split(/\s+/).length > ALONE)
    return false
  if (whoseAge(text, context.now) === 'other') return false
  const age = readAge(text, context.now)
  const answer = state.answers[step.id]
  const own = optionsOf(step).find(({ id }) => answer?.kind === 'choice' && id === answer.option)
  const isAdult = optionsOf(step).some(
    ({ id, range }) => flow.adult.options.includes(id) && range !== undefined && (age ?? 0) >= range[0],
  )
  if (own?.range === undefined || age === undefined || !isAdult) return false
  if (state.said.includes('minor-stands')) callPeople(turn, 'person', 'minor-asked')
  else say(turn, { key: 'minor-stands' })
  if (waiting(turn) !== undefined) proceed(turn)
  return true
}
