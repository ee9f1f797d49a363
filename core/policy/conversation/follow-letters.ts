import type { Language } from '../../base/language.ts'
import { clearLanguage, firstLanguage } from '../../text/detect-language.ts'
import type { ConversationInput } from './input.ts'
import { isWatched } from './gates.ts'
import { languageKey, offerKey } from '../../model/keys.ts'
import type { Say } from './say.ts'
import { wordsOf } from './stages.ts'
import { writeToken } from './token.ts'
import { emit } from './turn.ts'
import type { Turn } from './turn.ts'
import { isYes } from './words.ts'

/** Fewer words of another language are a quoted command or a name. */
const WORDS_OF_A_LANGUAGE = 3

/** So many messages in a row in another language are no slip. */
const CLEAR_RUN = 2

const isHidden = ({ state }: Turn): boolean => state.exited || isWatched(state)

/**
 * The first words decide the language, in place of what the platform or the page tells of the
 * phone; not where the person chose one. Later words never do. True where it changed.
 */
export const followFirstWords = (turn: Turn, input: ConversationInput): boolean => {
  const text = wordsOf(input)
  const { state, context } = turn
  const { firstWords } = state
  const areFirst =
    firstWords !== undefined &&
    (firstWords === context.inbound || context.hears?.some((one) => one === firstWords) === true)
  if (text === undefined || isHidden(turn) || state.chosen === true || !areFirst) return false
  const current = state.language ?? context.language
  const language = firstLanguage(text, current)
  if (language === undefined || language === current) return false
  // "نازانم" is Sorani without a letter that Arabic lacks: a word or two do not tell.
  if (
    language === 'ar' &&
    current === 'ckb' &&
    text.slice(0, 400).trim().split(/\s+/).length < WORDS_OF_A_LANGUAGE
  )
    return false
  emit(turn, { type: 'language_chosen', language, by: 'words' })
  return true
}

/**
 * Whoever goes on writing in another language is asked once whether that shall be the one. The way
 * to it stands under the open question where there is one, so that no list of answers is pushed out
 * of reach.
 */
export const offerLanguage = (turn: Turn, input: ConversationInput): void => {
  const { strays, offered, language } = turn.state
  if (
    strays === undefined ||
    strays.count < CLEAR_RUN ||
    strays.language === (language ?? turn.context.language)
  )
    return
  const text = wordsOf(input)
  // Asked right after such words, so that a number or a button means the same each time.
  if (
    text === undefined ||
    clearLanguage(text) !== strays.language ||
    isHidden(turn) ||
    turn.muted ||
    offered?.includes(strays.language) === true
  )
    return
  // Danger goes first: nothing stands beside it.
  if (turn.says.some(({ key }) => key.startsWith('crisis-'))) return
  const choice = {
    label: languageKey(strays.language),
    token: writeToken({ kind: 'language', language: strays.language }),
    control: true as const,
  }
  const key = offerKey(strays.language)
  const at = turn.says.findLastIndex(({ choices }) => choices !== undefined && choices.length > 0)
  const asked = turn.says[at]
  if (asked === undefined) return void turn.says.push({ key, choices: [choice] })
  const under: Say = { ...asked, choices: [...(asked.choices ?? []), choice] }
  turn.says.splice(at, 1, { key }, under)
}

/** The language that "yes" takes, where it was offered last and nothing else was asked that "yes" answers. */
export const takesOffer = (turn: Turn, folded: string): Language | undefined => {
  const { strays, offered, language } = turn.state
  const last = offered?.at(-1)
  return last !== undefined && last === strays?.language && last !== language && isYes(turn.flow, folded)
    ? last
    : undefined
}
