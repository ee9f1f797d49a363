import type { CrisisHit } from '../../base/danger.ts'
import type { ConversationState } from '../../model/conversation.ts'
import { saidYes } from '../../model/worry.ts'
import type { PhraseKey } from '../../ports/phrases.ts'
import { isOfOther } from './facts.ts'
import { say, type Turn } from './turn.ts'

/** That somebody comes, and a number: all that is said where whoever holds the phone may be another. */
const LEAST: ReadonlySet<PhraseKey> = new Set<PhraseKey>(['hidden-called', 'hidden-called-life'])

export const isLeast = (key: PhraseKey): boolean => LEAST.has(key)

/**
 * The same in warmer words for who wants to die: these tell whoever reads along no more of it.
 * `hits`: what is heard in the words that are answered, where a hint is enough.
 */
export const leastKey = (
  state: Pick<ConversationState, 'crisis' | 'worries' | 'answers' | 'skipped'>,
  hits: readonly CrisisHit[] = [],
): PhraseKey => {
  const isMeant =
    hits.some(({ label, about }) => label === 'self_harm' && about === 'self') ||
    saidYes(state).includes('self_harm') ||
    state.crisis.some(({ label, hard }) => label === 'self_harm' && hard)
  return isMeant && !isOfOther(state, 'self_harm') ? 'hidden-called-life' : 'hidden-called'
}

export const sayLeast = (turn: Turn): void => say(turn, { key: leastKey(turn.state, turn.context.hits) })
