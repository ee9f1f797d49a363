import type { Flow } from '../../model/flow.ts'
import type { Saying, Speaks } from '../../model/saying.ts'
import { fold } from '../../text/fold.ts'
import { give, type Turn } from './turn.ts'

/** Marks around a word are none of it. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** The words of a message, folded. */
export const spokenWords = (text: string): readonly string[] =>
  fold(text.slice(0, 1000))
    .split(' ')
    .map((word) => word.replace(AROUND, ''))
    .filter((word) => word !== '')

export const isOneOf = (words: readonly string[], word: string): boolean =>
  words.some((one) => fold(one) === word)

/** Whether one of these words or phrases stands in what was said. */
export const speaks = ({ words, endings, stems = [] }: Speaks, all: readonly string[]): boolean => {
  const padded = ` ${all.join(' ')} `
  return (
    stems.some((stem) => padded.includes(fold(stem))) ||
    words.some((one) => one.includes(' ') && padded.includes(` ${fold(one)} `)) ||
    all.some(
      (word) =>
        isOneOf(words, word) || endings.some((end) => word.length > end.length && word.endsWith(fold(end))),
    )
  )
}

/** Whether one of these words or phrases stands right after one of those. */
const follows = ({ words }: Speaks, after: readonly string[], all: readonly string[]): boolean => {
  const padded = ` ${all.join(' ')} `
  const found = words.map(fold).filter((one) => padded.includes(` ${one} `))
  return found.some((one) => after.some((before) => padded.includes(` ${fold(before)} ${one} `)))
}

/** What is heard wherever its words stand together, however much is said beside them. */
export const saidTogether = ({ sayings }: Flow, text: string): Saying | undefined => {
  const all = spokenWords(text)
  return sayings.find(
    ({ together, apart, notAfter = [] }) =>
      together?.every((one) => speaks(one, all)) === true &&
      !together.some((one) => follows(one, notAfter, all)) &&
      !(apart !== undefined && speaks(apart, all)),
  )
}

/** The answer that a saying gives as well, where a fuller one was not given. */
export const noteOf = (turn: Turn, { notes }: Saying): void => {
  const noted = notes === undefined ? undefined : turn.state.answers[notes.step]
  if (notes !== undefined && !(noted?.kind === 'choice' && noted.option === notes.unless))
    give(turn, notes.step, { kind: 'choice', option: notes.option })
}

/** What stands for the team wherever it is said, beside a danger as well ("do not write at night"). */
export const noteWish = (turn: Turn, words: string): void => {
  const wish = saidTogether(turn.flow, words)
  if (wish !== undefined) noteOf(turn, wish)
}
