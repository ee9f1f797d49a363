import { kinIn } from '../../text/danger/kin.ts'
import { hintsIn, refusedIn } from './hints.ts'
import { minorHits } from './minor.ts'
import type { ConversationInput } from './input.ts'
import { wordsOf } from './stages.ts'
import { give, type Turn } from './turn.ts'
import { kinTold, minorsMeant } from './whom.ts'

/** Somebody else's age and nothing beside it: "he is 17", «هو عمره ١٧». */
const AGE_ALONE = /^\s*(?:[\p{L}\p{M}'’]+\s+){1,3}\p{N}{1,2}(?:\s+(?:years old|[\p{L}\p{M}]+))?[\s.!]*$/iu

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
  // A child that is not who writes. Beside more, "he is 17" may be who threatens: one of theirs has to be named.
  const minors = minorHits(minorsMeant(turn, turn.context.hits ?? [], words))
  const kin = kinTold(turn, words)
  const isChild =
    !kin.own &&
    (kin.told !== undefined || state.open?.step === step || AGE_ALONE.test(words)) &&
    minors.length > 0 &&
    minors.every(({ about }) => about === 'other') &&
    !refusedIn(flow, words).includes(step) &&
    state.answers[flow.adult.step] === undefined
  if (isTold || isChild || hintsIn(flow, words).get(step)?.includes(option) === true)
    give(turn, step, { kind: 'choice', option })
}
