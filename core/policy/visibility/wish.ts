import { pickedOptions } from '../conversation/condition.ts'
import { after, minutes, type Instant } from '../../base/units.ts'
import type { FlowRoles } from '../../model/roles.ts'
import type { CaseState } from '../../model/state.ts'

/**
 * How long a wish for a woman holds others back where life is not in danger (bots/amin/README.md,
 * Urgency). Then anybody who comes is better than nobody.
 */
const HOLDS = minutes(10)

/** Who the person would rather speak with. */
export type Wish = 'woman' | 'man'

export const wishOf = (
  { wish }: Pick<FlowRoles, 'wish'>,
  { conversation }: Pick<CaseState, 'conversation'>,
): Wish | undefined => {
  const picked = wish === undefined ? [] : pickedOptions(conversation.answers[wish.step])
  return (['woman', 'man'] as const).find((one) => wish !== undefined && picked.includes(wish[one]))
}

/**
 * Until when a wish for a woman keeps this agent from the case; nothing where it does not: in
 * danger to life (P1) it never does, nor where it is not known who is a woman (`isWoman` is
 * nothing). Counts from when the person began to wait, or said so, whichever is later.
 */
export const wishHolds = (
  roles: Pick<FlowRoles, 'wish'>,
  state: Pick<CaseState, 'hands' | 'severity' | 'answeredAt' | 'conversation'>,
  isWoman: boolean | undefined,
  now: Instant,
): Instant | undefined => {
  const { hands, severity, answeredAt } = state
  if (severity === 'P1' || isWoman !== false || wishOf(roles, state) !== 'woman') return undefined
  const waiting = hands.status === 'waiting' ? hands.since : 0
  const until = after(Math.max(waiting, answeredAt[roles.wish?.step ?? ''] ?? 0) as Instant, HOLDS)
  return now < until ? until : undefined
}
