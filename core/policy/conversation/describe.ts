import type { Answer } from '../../model/answer.ts'
import type { Flow } from '../../model/flow.ts'
import { optionKey, titleKey } from '../../model/keys.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import type { Piece } from './say.ts'
import type { ConversationState } from '../../model/conversation.ts'
import { correctable } from './steps.ts'

/** Most of a person's words in a summary: enough to know them again. */
const SHOWN = 80

const shorten = (text: string): string => {
  const line = text
    .slice(0, SHOWN * 8)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= SHOWN && text.length <= SHOWN * 8) return line
  // Half a handle or a number would be another one: cut between words where there are some, and
  // never inside a code point.
  const cut = line.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')
  const whole = line[cut.length] === ' ' ? cut : cut.replace(/\s\S*$/, '')
  return `${whole}…`
}

const grouped = (amount: number): string => {
  const [whole = '0', fraction] = String(amount).split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`
}

/** An answer as a text for people. */
export const describeAnswer = (step: string, answer: Answer): Piece => {
  switch (answer.kind) {
    case 'choice':
      return { kind: 'phrase', key: optionKey(step, answer.option) }
    case 'choices':
      if (answer.options.length === 0) return { kind: 'phrase', key: 'answer-skipped' }
      return {
        kind: 'list',
        by: 'comma',
        pieces: answer.options.map((option) => ({ kind: 'phrase', key: optionKey(step, option) })),
      }
    case 'text':
      return { kind: 'words', text: shorten(answer.text) }
    case 'voice':
      return { kind: 'phrase', key: 'answer-voice' }
    case 'media':
      return { kind: 'phrase', key: 'answer-files', args: { count: answer.evidence.length } }
    case 'identifiers': {
      const theirs = answer.identifiers.filter(({ owner }) => owner === 'perpetrator')
      if (theirs.length === 0 && answer.identifiers.length > 0)
        return { kind: 'phrase', key: 'answer-skipped' }
      return theirs.length === 0
        ? { kind: 'words', text: shorten(answer.raw) }
        : {
            kind: 'list',
            by: 'comma',
            pieces: theirs.map((one) => ({ kind: 'words', text: shorten(one.raw) })),
          }
    }
    case 'amount':
      return {
        kind: 'phrase',
        key: 'answer-amount',
        args: { amount: grouped(answer.amount), currency: answer.currency },
      }
    case 'time':
      return { kind: 'words', text: shorten(answer.raw) }
  }
}

const notThere = ({ skipped, removed }: ConversationState, step: string): PhraseKey => {
  if (removed?.includes(step) === true) return 'answer-removed'
  return skipped[step] === 'unknown' ? 'answer-unknown' : 'answer-skipped'
}

/** One step as `title: answer`; a skip says that it is one, and so does a line that was taken out. */
export const describeStep = (step: string, state: ConversationState): Piece => {
  const answer = state.answers[step]
  const value: Piece =
    answer !== undefined ? describeAnswer(step, answer) : { kind: 'phrase', key: notThere(state, step) }
  return { kind: 'pair', title: titleKey(step), value }
}

/** What was noted, a line for each answer. */
export const summarise = (flow: Flow, state: ConversationState): Piece => {
  const steps = correctable(flow, state)
  return steps.length === 0
    ? { kind: 'phrase', key: 'answer-none' }
    : { kind: 'list', by: 'line', pieces: steps.map((step) => describeStep(step.id, state)) }
}
