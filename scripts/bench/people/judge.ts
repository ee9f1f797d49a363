import { clearLanguage } from '../../../core/text/detect-language.ts'
import { fold } from '../../../core/text/fold.ts'
import { judgeCard, type Card } from './card.ts'
import { topicOf } from './answers.ts'
import type { Played, Told, Turn } from './play.ts'

/** What a person met with, by rule. Lists hold what was said, for whoever mends it. */
export type PersonVerdict = {
  readonly id: string
  readonly style: string
  readonly bursts: number
  readonly unanswered: readonly string[]
  readonly notUnderstood: readonly string[]
  /** "Kept; one answer is still needed": no answer to what was said. */
  readonly cold: readonly string[]
  readonly repeated: readonly string[]
  readonly askedThoughTold: readonly string[]
  readonly questions: number
  /** Questions until it was sent; nothing where it was not. */
  readonly untilSent?: number
  readonly wrongLanguage: readonly string[]
  readonly emptyPromises: readonly string[]
  readonly card?: Card
  readonly isMet: boolean
  readonly stuck: boolean
}

/** Said of itself, needing no answer: silence is kind there. */
const MAY_BE_SILENT: ReadonlySet<string> = new Set([
  'yes-ok',
  'sticker-emoji',
  'joke',
  'goodbye',
  'thanks',
  'pray',
  'wait-please',
])
/** Kinds of saying that hold somebody's own words for comfort, or a common question. */
const NOT_UNDERSTOOD = /^(?:not-understood(?:-amount|-time)?|offer-human)$/
const COLD = /^(?:words-kept|still-above|required)$/
/** Texts that say that somebody was called. */
const CALLS = /^(?:urgent-called|urgent-waiting|urgent-still-here|human-requested|crisis-)/
const ADVICE = /^(?:lesson-|guide-|guidance|card-|saying-)/
const QUESTION = /^(?:ask|check)-/
/** Answers shorter than this say nothing that could have been told before. */
const SHORT = 3

const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORT)

const isTold = (answer: string | undefined, before: ReadonlySet<string>): boolean => {
  const words = wordsIn(answer ?? '').filter((word) => word !== 'file')
  return words.length > 0 && words.every((word) => before.has(word))
}

/** Whether most words of an answer of the script stood in what the person wrote. */
const wasSaidBy = ({ person, turns }: Played): ((topic: string) => boolean) => {
  const said = new Set(turns.flatMap(({ did }) => did.flatMap(wordsIn)))
  return (topic) => {
    const words = wordsIn(person.answers[topic] ?? '')
    return words.length > 0 && words.filter((word) => said.has(word)).length * 2 >= words.length
  }
}

const isHidden = ({ state }: Turn): boolean =>
  state !== undefined && (state.conversation.exited || state.conversation.paused !== undefined)

/** What the question put in a turn asks for, where it stood in what the person wrote before. */
const askedThoughTold = ({ person, turns }: Played): readonly string[] => {
  const before = new Set<string>()
  const asked: string[] = []
  for (const { did, state, told, open } of turns) {
    for (const word of did.flatMap(wordsIn)) before.add(word)
    const step = state?.conversation.open?.step
    const isNew = step !== undefined && step !== open && told.some(({ key }) => QUESTION.test(key))
    const topic = step === undefined ? undefined : topicOf(step)
    if (
      isNew &&
      topic !== undefined &&
      topic !== 'send' &&
      topic !== 'consent' &&
      isTold(person.answers[topic], before)
    )
      asked.push(step)
  }
  return asked
}

/** The same question in the same words, but for where something of their own came between. */
const repeatsOf = (turns: readonly Turn[]): readonly string[] => {
  const texts = turns
    .flatMap(({ told, kind }) => (kind === undefined ? told : []))
    .filter(({ key }) => QUESTION.test(key))
  return texts.flatMap(({ key, text }, at) =>
    texts.slice(0, at).some((one) => one.text === text) ? [key] : [],
  )
}

const inOther = (turns: readonly Turn[], language: string): readonly Told[] =>
  turns
    .flatMap(({ told }) => told)
    .filter(
      ({ text, key }) =>
        !key.startsWith('offer-') &&
        key !== 'choose-language' &&
        (clearLanguage(text) ?? language) !== language,
    )

const meets = ({ person, turns }: Played): boolean => {
  const last = turns.at(-1)?.state
  const talk = last?.conversation
  switch (person.expects) {
    case 'report':
      return talk?.submitted === true || talk?.called.danger === true
    case 'person-within-3':
      return turns
        .slice(0, 3)
        .some(
          ({ state }) =>
            state?.conversation.called.danger === true || state?.conversation.called.person === true,
        )
    case 'advice':
      return turns.some(({ told }) => told.some(({ key }) => ADVICE.test(key)))
    case 'nothing-kept':
      return last === undefined || talk?.answers['consent'] === undefined || !talk.submitted
    default:
      return true
  }
}

export const judge = (played: Played): PersonVerdict => {
  const { person, facts, turns } = played
  const own = turns.filter(({ did }) => did.some((line) => !line.startsWith('[')))
  const keysIn = (turn: Turn, of: RegExp): readonly string[] =>
    turn.told.some(({ key }) => of.test(key)) ? [turn.did.join(' / ')] : []
  const sent = turns.find(({ state }) => state?.conversation.submitted === true)
  const last = turns.findLast(({ state }) => state !== undefined)?.state
  const promises = turns.flatMap(({ told, state }) =>
    told.filter(
      ({ key }) =>
        CALLS.test(key) &&
        state !== undefined &&
        !state.conversation.called.danger &&
        !state.conversation.called.person,
    ),
  )
  return {
    id: person.id,
    style: person.style,
    bursts: own.length,
    unanswered: own
      .filter((turn) => turn.told.length === 0 && !isHidden(turn) && !MAY_BE_SILENT.has(turn.kind ?? ''))
      .map(({ did }) => did.join(' / ')),
    notUnderstood: own.flatMap((turn) => keysIn(turn, NOT_UNDERSTOOD)),
    cold: own.flatMap((turn) => keysIn(turn, COLD)),
    repeated: repeatsOf(turns),
    askedThoughTold: askedThoughTold(played),
    questions: last?.conversation.asked ?? 0,
    ...(sent?.state === undefined ? {} : { untilSent: sent.state.conversation.asked }),
    wrongLanguage: inOther(turns, person.language).map(({ key }) => key),
    emptyPromises: promises.map(({ key }) => key),
    ...(last === undefined || (person.expects !== 'report' && person.expects !== 'person-within-3')
      ? {}
      : { card: judgeCard(facts, last, wasSaidBy(played)) }),
    isMet: meets(played),
    stuck: played.stuck,
  }
}
