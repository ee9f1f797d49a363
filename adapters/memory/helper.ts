import {
  silent,
  type Helper,
  type HelperLine,
  type Said,
  type Stop,
  type Whereabouts,
} from '../../core/ports/helper.ts'

/** What the next question gets; a function waits for whatever it waits for. */
export type Script = Said<unknown> | ((stop: Stop) => Promise<Said<unknown>>)

export type MemoryHelper = Helper & {
  /** Everything that it was shown, in order. */
  readonly shown: { readonly question: string; readonly words: readonly string[] }[]
  /** Answers to come, in order; where empty, nothing is said (`off`). */
  readonly answers: Script[]
}

export const saidByMemory = <T>(value: T): Said<T> => ({ kind: 'said', value, model: 'memory', prompt: '0' })

/** A model that says what it was told to say. */
export const makeMemoryHelper = (
  about: Whereabouts = { at: 'here', host: 'localhost', model: 'memory' },
): MemoryHelper => {
  const shown: { question: string; words: readonly string[] }[] = []
  const answers: Script[] = []
  const next = <T>(question: string, words: readonly string[], stop: Stop): Promise<Said<T>> => {
    shown.push({ question, words })
    const script = answers.shift() ?? silent('off')
    return (typeof script === 'function' ? script(stop) : Promise.resolve(script)) as Promise<Said<T>>
  }
  const wordsOf = (lines: readonly HelperLine[]): readonly string[] => lines.map(({ words }) => words)
  return {
    shown,
    answers,
    about,
    danger: (lines, stop) => next('danger', wordsOf(lines), stop),
    facts: (lines, stop) => next('facts', wordsOf(lines), stop),
    summary: (lines, _language, stop) => next('summary', wordsOf(lines), stop),
    reply: (lines, _language, stop) => next('reply', wordsOf(lines), stop),
    translate: (words, _into, stop) => next('translate', [words], stop),
    ping: (stop) => next('ping', [], stop),
  }
}
