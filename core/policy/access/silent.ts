import type { CaseState } from '../../model/state.ts'

/** Whether people speak with the person, in the console or on the linked phone: the bot says nothing of its own. */
export const botIsSilent = ({ hands, onPhone }: Pick<CaseState, 'hands' | 'onPhone'>): boolean => hands.status === 'agent' || onPhone
