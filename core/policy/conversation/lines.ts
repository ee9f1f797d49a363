import type { Untrusted } from '../../base/untrusted.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow, Step } from '../../model/flow.ts'
import { titleKey } from '../../model/keys.ts'
import { fold } from '../../text/fold.ts'
import { addable, correctable, findStep } from './steps.ts'
import { advance, emit, reopen, say, type Turn } from './turn.ts'
import { foldShort } from './words.ts'

/**
 * Takes a line out of what was noted: the answer is gone, is not asked again, and of a number or an
 * account nobody is looked for by it any more. The messages stay as they came.
 */
export const removeLine = (turn: Turn, step: Step): void => {
  const answer = turn.state.answers[step.id]
  emit(turn, { type: 'step_skipped', step: step.id, how: 'skip', removed: true })
  if (answer?.kind === 'identifiers' && answer.identifiers.length > 0)
    emit(turn, {
      type: 'identifiers_owned',
      normals: answer.identifiers.map(({ normal }) => normal),
      removed: true,
    })
  say(turn, { key: 'line-removed', fill: { question: { kind: 'phrase', key: titleKey(step.id) } } })
  advance(turn)
}

const wordsOf = (phrases: readonly string[] = []): ReadonlySet<string> =>
  new Set(phrases.flatMap((phrase) => fold(phrase).split(' ')))

/** What is left of a message without a name; nothing where the name is not in it. */
const besides = (folded: string, name: string): string | undefined => {
  const padded = ` ${folded} `
  const at = padded.indexOf(` ${name} `)
  return at === -1 ? undefined : `${padded.slice(0, at)} ${padded.slice(at + name.length + 2)}`.trim()
}

/** Whether a whole (folded) message is the name of a line of the card, and nothing else, while the card stands. */
export const isLineName = (flow: Flow, state: ConversationState, folded: string): boolean =>
  findStep(flow, state.open?.step ?? '')?.kind === 'review' &&
  !state.submitted &&
  [...correctable(flow, state), ...addable(flow, state)].some(({ id }) =>
    (flow.words.lines?.[id] ?? []).some((name) => fold(name) === folded),
  )

/**
 * A line of the card that is named while the card stands ("the amount is wrong", "take out the
 * city", "add the deadline"): it is asked about, with a button that takes it out. Words alone take nothing
 * out: "delete the account" begs that his account be taken down. True where a line was named; other words
 * beside the name mean something else.
 */
export const nameLine = (turn: Turn, step: Step | undefined, text: Untrusted): boolean => {
  const { flow, state } = turn
  const { lines = {}, removing, correcting } = flow.words
  const folded = foldShort(text) ?? ''
  if (step?.kind !== 'review' || state.submitted || folded === '') return false
  const named = [...correctable(flow, state), ...addable(flow, state)].flatMap((line) =>
    (lines[line.id] ?? []).flatMap((name) => {
      const rest = besides(folded, fold(name))
      return rest === undefined ? [] : [{ line, rest, length: name.length }]
    }),
  )
  const [found] = named.toSorted((a, b) => b.length - a.length)
  if (found === undefined) return false
  const rest = found.rest.split(/\s+/).filter((word) => word !== '')
  const goes = wordsOf(removing)
  const wrong = wordsOf(correcting)
  if (!rest.every((word) => goes.has(word) || wrong.has(word))) return false
  const isGoing = rest.some((word) => goes.has(word) && !wrong.has(word))
  if (isGoing && state.answers[found.line.id] === undefined) return false
  reopen(turn, found.line, 'edit')
  return true
}
