import { fold } from '../text/fold.ts'
import type { CaseEvent } from './events.ts'
import type { Hasher } from '../ports/hasher.ts'
import { MOST_WORDS } from '../ports/store/search.ts'
import type { Inbound } from '../base/message.ts'
import { never } from '../base/never.ts'

/** Fewer letters say little and stand in nearly every case. */
const SHORTEST = 3
/** Longer ones are no words. */
const LONGEST = 40
/**
 * Longer runs of digits are numbers of somebody: those are found as identifiers, and a person's own
 * not at all.
 */
const LONGEST_NUMBER = 5
/** Characters read of one text: more than a message may have on any channel. */
const MOST_READ = 16_000
/** 66 of the 256 bits: enough to tell words apart, too few to be of use anywhere else. */
const TOKEN_LENGTH = 11

/** The article, alone and after the words that are written together with it. */
const ARTICLE = /^(?:[وفبك]?ال|و?لل)(?=.{3})/u
/** The Kurdish article, as `fold` leaves it. */
const KURDISH_ARTICLE = /(?<=.{3})(?:هكانيش|هكان|هكه)$/u

const stemOf = (word: string): string => word.replace(ARTICLE, '').replace(KURDISH_ARTICLE, '')

const isWord = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && !(/^\d+$/.test(word) && word.length > LONGEST_NUMBER)

/**
 * What a text is found by, each once: words as they are compared, without articles, short words and
 * long numbers.
 */
export const stemsIn = (text: string): readonly string[] => [
  ...new Set(fold(text.slice(0, MOST_READ)).split(' ').map(stemOf).filter(isWord)),
]

/** A stem as the store has it: a keyed hash, so that who has the store alone can try no word. */
export const tokenOf = (hasher: Pick<Hasher, 'keyed'>, stem: string): string =>
  hasher.keyed('word', stem).slice(0, TOKEN_LENGTH)

const wordsOf = ({ body }: Inbound): readonly string[] => {
  if (body.kind === 'text') return [body.text]
  if (body.kind === 'media') return body.caption === undefined ? [] : [body.caption]
  return body.kind === 'contact' && body.name !== undefined ? [body.name] : []
}

/** What people wrote in a case: the person, and the team. What the bot says stands in every case. */
export const textsOf = (event: CaseEvent): readonly string[] => {
  switch (event.type) {
    case 'message_received':
    case 'message_edited':
    case 'phone_said':
      return wordsOf(event.message)
    case 'answer_given':
    case 'answer_corrected':
      return answerTexts(event.answer)
    case 'agent_said':
      return event.file === undefined ? [event.text] : [event.file.name]
    case 'note_added':
    case 'task_added':
      return [event.text]
    case 'case_transferred':
      return event.note === undefined ? [] : [event.note]
    default:
      return []
  }
}

const answerTexts = (answer: Extract<CaseEvent, { type: 'answer_given' }>['answer']): readonly string[] => {
  switch (answer.kind) {
    case 'text':
      return [answer.text]
    case 'identifiers':
    case 'amount':
    case 'time':
      return [answer.raw]
    case 'choice':
    case 'choices':
    case 'voice':
    case 'media':
      return []
    default:
      return never(answer)
  }
}

/** Tokens of what these events say, each once. */
export const tokensOf = (hasher: Pick<Hasher, 'keyed'>, events: readonly CaseEvent[]): readonly string[] => {
  const stems = new Set<string>()
  for (const event of events)
    for (const text of textsOf(event)) for (const stem of stemsIn(text)) stems.add(stem)
  return [...stems].slice(0, MOST_WORDS).map((stem) => tokenOf(hasher, stem))
}
