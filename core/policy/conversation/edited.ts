import { MOST_RAW, type Answer } from '../../model/answer.ts'
import { untrusted, type Untrusted } from '../../base/untrusted.ts'
import { extractIdentifiers, withoutCards } from '../../text/identifiers/extract.ts'
import { mergeIdentifiers } from '../../text/identifiers/identifier.ts'
import { describeStep } from './describe.ts'
import { run } from './effects.ts'
import type { ConversationInput } from './input.ts'
import { pickOptions } from './pick.ts'
import { findStep, optionsOf } from './steps.ts'
import { give, proceed, say, sayOnce, waiting, type Turn } from './turn.ts'

/**
 * Who has corrected what they answered to the question whether they are safe, and are not. The other way round
 * nothing changes: only a person makes a case less urgent.
 */
const isLessSafe = (turn: Turn, id: string, text: Untrusted): boolean => {
  const step = findStep(turn.flow, id)
  const before = turn.state.answers[id]
  if (step?.kind !== 'choice' || step.lane !== 'urgent' || before?.kind !== 'choice') return false
  const [picked, ...more] = pickOptions(turn.flow, step, text)?.options ?? []
  const option = optionsOf(step).find((one) => one.id === picked)
  if (option === undefined || more.length > 0 || option.id === before.option) return false
  if ((option.effects ?? []).length === 0) return false
  give(turn, id, { kind: 'choice', option: option.id })
  run(turn, option.effects)
  return true
}

/** Another name or number in the place of the first; of what was told in several messages it is added. */
const isOtherName = (turn: Turn, id: string, text: Untrusted): boolean => {
  const before = turn.state.answers[id]
  if (before?.kind !== 'identifiers') return false
  const found = extractIdentifiers(text, turn.context.checks, true)
  if (found.length === 0) return false
  const words = withoutCards(text, turn.context.checks)
  const isOne = !before.raw.includes('\n')
  const answer: Answer = {
    kind: 'identifiers',
    identifiers: isOne ? found : mergeIdentifiers(before.identifiers, found),
    raw: untrusted((isOne ? words : `${before.raw}\n${words}`).slice(0, MOST_RAW)),
  }
  give(turn, id, answer)
  say(turn, {
    key: 'also-noted',
    fill: { list: { kind: 'list', by: 'line', pieces: [describeStep(id, turn.state)] } },
  })
  return true
}

/**
 * A message that answered something was changed: what makes it less safe, or names another, counts (an age
 * under 18 counted already: core/services/inbound/minors). Of anything else the person is told to write it anew,
 * for they see their new words above and would believe that these hold.
 */
export const onEdited = (
  turn: Turn,
  { text, steps }: Extract<ConversationInput, { kind: 'edited' }>,
): void => {
  const { state, flow } = turn
  if (turn.other !== undefined || state.paused !== undefined || text.trim() === '') return
  const taken = steps.filter((id) => isLessSafe(turn, id, text) || isOtherName(turn, id, text))
  const isAge = state.minorTold?.self === 'new' && steps.includes(flow.adult.step)
  if (taken.length === 0 && !isAge)
    return steps.length === 0 ? undefined : sayOnce(turn, { key: 'edit-kept' })
  if (waiting(turn) !== undefined) proceed(turn)
}
