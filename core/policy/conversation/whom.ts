import type { CrisisHit, CrisisLabel } from '../../base/danger.ts'
import type { ConversationState } from '../../model/conversation.ts'
import type { Flow } from '../../model/flow.ts'
import { takesAgeBack } from '../../text/danger/age-back.ts'
import { anotherIn, kinIn, type KinTold } from '../../text/danger/kin.ts'
import { onlyMentions } from '../../text/danger/mentions.ts'
import { isOfOther, isOfWriter } from './facts.ts'
import { ADULT, readAge } from './age.ts'
import { minorHits } from './minor.ts'
import type { Turn } from './turn.ts'

/** Whether this is told for somebody else than who writes. */
export const isForOther = (
  { whom, adult }: Flow,
  { answers }: Pick<ConversationState, 'answers'>,
): boolean => {
  if (whom === undefined) return false
  const [answer, age] = [answers[whom.step], answers[adult.step]]
  // Whoever presses an age of their own is whom it happens to, whatever the words sounded like.
  const isOwn = age?.kind === 'choice' && whom.own.includes(age.option)
  return !isOwn && answer?.kind === 'choice' && answer.option === whom.option
}

/**
 * Whether a child that these words name is only mentioned: they have to say so themselves, and the story before
 * them nothing else. "My sister is 15" alone, after a story of one's own pictures, may be what happens to her, too.
 */
export const mentionsOnly = ({ flow, state }: Pick<Turn, 'flow' | 'state'>, text: string): boolean => {
  const story = state.answers[flow.story.step]
  const isTold = story?.kind === 'text' && story.text !== text
  return onlyMentions(text) && (!isTold || onlyMentions(`${story.text}\n${text}`))
}

/** Who of the writer's own these words, or the story before them, tell of. */
export const kinTold = ({ flow, state }: Pick<Turn, 'flow' | 'state'>, text: string): KinTold => {
  const story = state.answers[flow.story.step]
  const all = [kinIn(text), ...(story?.kind === 'text' ? [kinIn(story.text)] : [])]
  const own = all.some((one) => one.own)
  if (mentionsOnly({ flow, state }, text)) return { own: true, young: false }
  const told = all.filter((one) => one.told === 'target' || (one.told === 'named' && !own))
  const [first] = told.toSorted((a, b) => Number(b.told === 'target') - Number(a.told === 'target'))
  return {
    own,
    young: told.some(({ young }) => young),
    ...(first?.told === undefined ? {} : { told: first.told }),
  }
}

/**
 * Whether an adult's own age may stand beside somebody else whom this is about: it says nothing of theirs
 * (law 10). `text`: the words that give it.
 */
export const mayBeOfOther = (turn: Pick<Turn, 'flow' | 'state' | 'context'>, text: string): boolean =>
  isForOther(turn.flow, turn.state) ||
  (minorHits(turn.context.hits ?? []).some(({ about }) => about === 'other') && !mentionsOnly(turn, text)) ||
  kinTold(turn, text).told !== undefined ||
  anotherIn(text).too ||
  takesAgeBack(text)

/**
 * What was heard of somebody under 18, without a child whom the words only mention, and without one whose age is
 * told beside the adult's own where it is their own matter ("I'm 33 and my son is 4, he threatens me"): it is asked.
 */
export const minorsMeant = (
  turn: Pick<Turn, 'flow' | 'state' | 'context'>,
  hits: readonly CrisisHit[],
  text: string | undefined,
): readonly CrisisHit[] => {
  if (text === undefined || !minorHits(hits).some(({ about }) => about === 'other')) return hits
  const isOwnToo = (readAge(text, turn.context.now) ?? 0) >= ADULT
  const { told, own } = kinTold(turn, text)
  const isEither = isOwnToo && own && told !== 'target' && !isForOther(turn.flow, turn.state)
  return isEither || mentionsOnly(turn, text)
    ? hits.filter(({ label, about }) => label !== 'minor' || about !== 'other')
    : hits
}

/**
 * Whether a danger is another's: the words that show it say so, or it is told for somebody and no
 * rule heard it of who writes. A wish to die is the writer's unless the words say whose: a mother who
 * reports for her daughter may despair herself, and a truthful "no" for the daughter would hide it.
 */
export const isDangerOfOther = (flow: Flow, state: ConversationState, label: CrisisLabel): boolean =>
  isOfOther(state, label) || (label !== 'self_harm' && isForOther(flow, state) && !isOfWriter(state, label))
