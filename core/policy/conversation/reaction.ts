import { untrusted } from '../../base/untrusted.ts'
import { answerWords } from './answering.ts'
import { optionsOf } from './steps.ts'
import { waiting, type Turn } from './turn.ts'
import { optionNamed } from './words.ts'

/** A mark answers the open question where that one can be answered by yes and by no; else nothing happens. */
export const answerByReaction = (turn: Turn, word: 'yes' | 'no'): void => {
  const { state, flow } = turn
  const step = waiting(turn)
  if (step === undefined || state.exited || state.paused !== undefined || state.locked === true) return
  const options = optionsOf(step)
  if (optionNamed(flow, options, 'yes') === undefined || optionNamed(flow, options, 'no') === undefined)
    return
  answerWords(turn, step, untrusted(word))
}
