import { askDanger } from './ask-cry.ts'
import { miss } from './commands.ts'
import type { Step } from '../../model/flow.ts'
import { callsPeople, findStep, optionsOf } from './steps.ts'
import { saySoftly, type Turn } from './turn.ts'

/** Lists of so many lines stand above, numbered where a channel has no buttons. */
const NUMBER = /^\d{1,2}$/

/**
 * A number alone where words are asked for is of a list that stands above, and tells nothing. Where
 * the first list has danger under it, it is asked whether they are in danger now. False where it is
 * no such number.
 */
export const onOldNumber = (turn: Turn, step: Step, folded: string): boolean => {
  const { flow, state } = turn
  if (step.id !== flow.story.step || state.urgent || !NUMBER.test(folded)) return false
  const first = findStep(flow, flow.consent.step)
  const named = first === undefined ? undefined : optionsOf(first)[Number(folded) - 1]
  if (named !== undefined && callsPeople(named) && askDanger(turn)) return true
  if (state.misses === 0 && state.unheard !== true) miss(turn, step)
  else saySoftly(turn, step)
  return true
}
