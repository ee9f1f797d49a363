import type { CaseState } from '../../model/state.ts'

/**
 * Whether people speak with the person, in the console or on the linked phone, or soon will in a
 * chat of another bot: ours says nothing of its own.
 */
export const botIsSilent = ({
  hands,
  onPhone,
  relay,
}: Pick<CaseState, 'hands' | 'onPhone' | 'relay'>): boolean =>
  hands.status === 'agent' || onPhone || relay?.hushed === true
