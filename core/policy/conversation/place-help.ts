import { untrusted } from '../../base/untrusted.ts'
import type { Flow, Step } from '../../model/flow.ts'
import type { KnownPlace } from '../../model/conversation.ts'
import { inDanger } from './gates.ts'
import { isPlaceWords, placeWords, townNear } from './place.ts'
import type { Choice } from './say.ts'
import { applies, asksPlace, findStep, optionsOf } from './steps.ts'
import { writeToken } from './token.ts'
import { emit, give, proceed, say, waiting, type Turn } from './turn.ts'

/**
 * A place that nobody asked for, of somebody who is or may be in danger: it may be where they are, or
 * where somebody was told to come to. One tap says which, of each place anew; nothing is concluded before.
 * Without a question only the same message is followed, while it moves (core/services/inbound/shared).
 */

/** The question where help must be sent. */
const stepFor = ({ steps }: Flow): Step | undefined => steps.find(asksPlace)

const choice = (answer: 'yes' | 'no', { n = 0 }: KnownPlace): Choice => ({
  label: `place-${answer}`,
  token: writeToken({ kind: 'place', n, answer }),
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

const wordsOf = ({ flow, state, context }: Turn, { at }: KnownPlace): string =>
  placeWords(at, townNear(flow.places, at), state.language ?? context.language)

/** The place is the answer from now on, and the answer moves with it. */
const takePlace = (turn: Turn, step: Step, place: KnownPlace): void => {
  const text = untrusted(wordsOf(turn, place))
  emit(turn, {
    type: 'answer_given',
    step: step.id,
    answer: { kind: 'text', text },
    inbound: place.inbound,
  })
  noteRegion(turn, place.at)
}

/**
 * Whether a place may answer: what was said in words is not taken back by one, and where nobody showed
 * that the chat is theirs nothing is that was said before.
 */
const isFree = ({ state }: Turn, step: Step): boolean => {
  const before = state.answers[step.id]
  if (before === undefined) return true
  return state.locked !== true && before.kind === 'text' && isPlaceWords(before.text)
}

/**
 * Asks whether the person is at the place that was shared. False where nothing is asked: nobody seems to be
 * in danger, it is known already, or they want nobody to come.
 */
export const askForHelp = (turn: Turn): boolean => {
  const { flow, state } = turn
  const step = stepFor(flow)
  if (step === undefined || state.place === undefined || !inDanger(state)) return false
  if (!isFree(turn, step) || !applies(step, state)) return false
  const known = state.answers[step.id]
  if (known?.kind === 'text' && known.text === wordsOf(turn, state.place)) return false
  const town = townNear(flow.places, state.place.at)
  const language = state.language ?? turn.context.language
  say(turn, {
    ...(town === undefined
      ? { key: 'place-help' }
      : { key: 'place-help-near', args: { town: town.names[language] } }),
    choices: [choice('yes', state.place), choice('no', state.place)],
  })
  return true
}

/**
 * The tap, however old, is of the place it was asked of, the word of the one that was asked about last. The
 * question that waits is put once more.
 */
export const answerPlace = (turn: Turn, answer: 'yes' | 'no', n?: number): void => {
  const step = stepFor(turn.flow)
  const { placesAsked = [] } = turn.state
  const place = n === undefined ? placesAsked.at(-1) : placesAsked.findLast((one) => (one.n ?? 0) === n)
  const takes = answer === 'yes' && step !== undefined && place !== undefined && isFree(turn, step)
  if (takes) takePlace(turn, step, place)
  say(turn, { key: answer === 'no' ? 'place-help-no' : takes ? 'place-help-yes' : 'place-kept' })
  if (waiting(turn) !== undefined || turn.state.urgent) proceed(turn)
}
