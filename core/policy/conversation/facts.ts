import type { CrisisLabel } from '../../base/danger.ts'
import type { ConversationState, KnownCrisis } from '../../model/conversation.ts'

/** `crisis-violence` where a rule is sure, `soft-violence` where it asks to look (bots/amin/README.md, Danger). */
export const crisisFact = (label: CrisisLabel, hard: boolean): string => `${hard ? 'crisis' : 'soft'}-${label.replace('_', '-')}`

export const crisisFacts = (crisis: readonly KnownCrisis[]): readonly string[] => crisis.map(({ label, hard }) => crisisFact(label, hard))

/** Facts that steps and cards can depend on. */
export const conversationFacts = (state: ConversationState): ReadonlySet<string> =>
  new Set([...crisisFacts(state.crisis), ...(state.urgent ? ['urgent'] : []), ...(state.waits.length > 0 ? ['file-waits'] : [])])
