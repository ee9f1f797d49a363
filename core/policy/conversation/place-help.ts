import { untrusted } from '../../base/untrusted.ts'
import type { Flow, Step } from '../../model/flow.ts'
import { inDanger } from './gates.ts'
import { isPlaceWords, placeWords, townNear } from './place.ts'
import type { Choice } from './say.ts'
import { applies, asksPlace, findStep, optionsOf } from './steps.ts'
import { writeToken } from './token.ts'
import { emit, give, proceed, say, waiting, type Turn } from './turn.ts'

/**
 * A place that nobody asked for, of somebody who is or may be in danger: it may be where help is needed, or
 * where somebody was told to come to. One tap says which; nothing is concluded before.
 */

/** The question where help must be sent. */
const stepFor = ({ steps }: Flow): Step | undefined => steps.find(asksPlace)

const choice = (answer: 'yes' | 'no'): Choice => ({
  label: `place-${answer}`,
  token: writeToken({ kind: 'place', answer }),
})

/** The region that a place lies in, where the person has not named one. */
export const noteRegion = (turn: Turn, place: Parameters<typeof townNear>[1]): void => {
  const { places } = turn.flow
  const town = townNear(places, place)
  const step = places === undefined || town === undefined ? undefined : findStep(turn.flow, places.step)
  if (step === undefined || town === undefined || turn.state.answers[step.id] !== undefined) return
  if (optionsOf(step).some(({ id }) => id === town.option))
    give(turn, step.id, { kind: 'choice', option: town.option })
}

/** The newest place that was shared is the answer from now on, and moves with it. */
const takePlace = (turn: Turn, step: Step): void => {
  const { place, language } = turn.state
  if (place === undefined) return
  const town = townNear(turn.flow.places, place.at)
  const text = untrusted(placeWords(place.at, town, language ?? turn.context.language))
  emit(turn, {
    type: 'answer_given',
    step: step.id,
    answer: { kind: 'text', text },
    inbound: place.inbound,
  })
  noteRegion(turn, place.at)
}

/** Where help must go was told by a place: a newer one takes its place without a word. */
export const followPlace = (turn: Turn): void => {
  const step = stepFor(turn.flow)
  const before = step === undefined ? undefined : turn.state.answers[step.id]
  if (step !== undefined && before?.kind === 'text' && isPlaceWords(before.text)) takePlace(turn, step)
}

/**
 * Asks whether help must come to the place that was shared. False where nothing is asked: nobody seems to be
 * in danger, the place for help is known, the person was asked or wants nobody to come.
 */
export const askForHelp = (turn: Turn): boolean => {
  const { flow, state } = turn
  const step = stepFor(flow)
  if (step === undefined || state.place === undefined || !inDanger(state)) return false
  if (state.answers[step.id] !== undefined || !applies(step, state)) return false
  if (state.said.includes('place-help') || state.said.includes('place-help-near')) return false
  const town = townNear(flow.places, state.place.at)
  const language = state.language ?? turn.context.language
  say(turn, {
    ...(town === undefined
      ? { key: 'place-help' }
      : { key: 'place-help-near', args: { town: town.names[language] } }),
    choices: [choice('yes'), choice('no')],
  })
  return true
}

/** The tap, however old, or the word: of the newest place. The question that waits is put once more. */
export const answerPlace = (turn: Turn, answer: 'yes' | 'no'): void => {
  const step = stepFor(turn.flow)
  const before = step === undefined ? undefined : turn.state.answers[step.id]
  // What was said in words since is not taken back by an old button.
  const isFree = before === undefined || (before.kind === 'text' && isPlaceWords(before.text))
  if (answer === 'yes' && step !== undefined && isFree) takePlace(turn, step)
  say(turn, { key: `place-help-${answer}` })
  if (waiting(turn) !== undefined || turn.state.urgent) proceed(turn)
}
