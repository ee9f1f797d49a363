import { kinIn } from '../../text/danger/kin.ts'
import { hintsIn, refusedIn } from './hints.ts'
import { minorHits } from './minor.ts'
import type { ConversationInput } from './input.ts'
import { wordsOf } from './stages.ts'
import { give, type Turn } from './turn.ts'
import { kinTold } from './whom.ts'

/** Words that tell for somebody else are that answer, before a yes as well: it decides of whom the questions speak. */
export const noteWhom = (turn: Turn, input: ConversationInput): void => {
  const { flow, state } = turn
  const words = wordsOf(input)
  if (flow.whom === undefined || words === undefined || turn.other !== undefined) return
  const { step, option } = flow.whom
  // What the person took out is not noted again.
  if (state.answers[step] !== undefined || state.skipped[step] !== undefined) return
  const { told, own } = kinIn(words)
  const isTold = told === 'target' && !own && !refusedIn(flow, words).includes(step)
  // "He is 17": a child that is not who writes.
  const minors = minorHits(turn.context.hits ?? [])
  const isChild =
    !kinTold(turn, words).own &&
    minors.length > 0 &&
    minors.every(({ about }) => about === 'other') &&
    !refusedIn(flow, words).includes(step) &&
    state.answers[flow.adult.step] === undefined
  if (isTold || isChild || hintsIn(flow, words).get(step)?.includes(option) === true)
    give(turn, step, { kind: 'choice', option })
}
