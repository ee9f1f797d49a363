import type { Flow } from '../../model/flow.ts'
import { pick } from './answering.ts'
import { silence } from './commands.ts'
import { CRY_WORRY, isWorry, NO_WORRY } from '../../model/worry.ts'
import { refusesPeople } from './gates.ts'
import { findStep } from './steps.ts'
import { ask, waiting, type Turn } from './turn.ts'
import { asksForList, commandIn, foldShort, isHurried } from './words.ts'

/** The answer of who calls for help once more where it was asked whether they are in danger. */
const YES = 'yes'

/**
 * Whether a line of a message calls for help and says nothing else. "Help" is a call, since nothing
 * shorter is left to who is watched; "menu" only asks for the list of what can be written, and
 * calls nobody.
 */
export const callsForHelp = (flow: Flow, text: string): boolean =>
  text.split('\n').some((line) => {
    const folded = foldShort(line) ?? ''
    return isHurried(flow, folded) || (commandIn(flow, folded) === 'help' && !asksForList(flow, folded))
  })

/**
 * Whether words begin or end with such a cry ("help me he is next to me"): where others look on
 * nobody is asked what they mean.
 */
export const holdsCry = (flow: Flow, text: string): boolean => {
  const words = (foldShort(text) ?? '').split(' ')
  return words.some((_, at) => {
    // "So I write fast" ends with a word that is a cry alone.
    const tail = words.slice(at)
    return (
      isHurried(flow, words.slice(0, at + 1).join(' ')) ||
      (tail.length > 1 && isHurried(flow, tail.join(' ')))
    )
  })
}

/**
 * Asks at once, before consent and all other questions, whether they are in danger now. False where
 * people were called, another danger is asked about, or it was denied a moment ago.
 */
export const askDanger = (turn: Turn): boolean => {
  const { flow, state } = turn
  const step = findStep(flow, CRY_WORRY)
  if (step === undefined || state.urgent || state.called.danger || refusesPeople(flow, state)) return false
  const open = waiting(turn)
  if (open?.id === step.id) return pick(turn, open, [YES], true)
  if (open !== undefined && isWorry(open.id)) return false
  const answer = state.answers[step.id]
  const isDenied = answer?.kind === 'choice' && answer.option === NO_WORRY
  if (isDenied && silence(turn) < flow.askAgainAfterMinutes * 60_000) return false
  ask(turn, step)
  return true
}

/**
 * Who calls for help and says nothing else is asked that. Nobody is called for the cry alone; a
 * second cry under the question is a yes. False where it is not asked: then the cry is heard.
 */
export const askCry = (turn: Turn, text: string): boolean => callsForHelp(turn.flow, text) && askDanger(turn)
