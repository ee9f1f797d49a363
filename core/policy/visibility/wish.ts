import { pickedOptions } from '../conversation/condition.ts'
import { after, minutes, type Instant } from '../../base/units.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * How long a wish for a woman holds others back where life is not in danger (bots/amin/README.md, Urgency). Then anybody who comes is
 * better than nobody.
 */
const HOLDS = minutes(10)

/**
 * Until when a wish for a woman keeps this agent from the case; nothing where it does not: in danger to life (P1) it never does, nor where it is
 * not known who is a woman (`isWoman` is nothing). Counts from when the person began to wait, or said so, whichever is later.
 */
export const wishHolds = (
  {
    conversation,
    hands,
    severity,
    answeredAt,
  }: Pick<CaseState, 'hands' | 'severity' | 'answeredAt' | 'conversation'>,
  isWoman: boolean | undefined,
  now: Instant,
): Instant | undefined => {
  if (
    severity === 'P1' ||
    isWoman !== false ||
    !pickedOptions(conversation.answers['wish']).includes('woman')
  )
    return undefined
  const waiting = hands.status === 'waiting' ? hands.since : 0
  const until = after(Math.max(waiting, answeredAt['wish'] ?? 0) as Instant, HOLDS)
  return now < until ? until : undefined
}
