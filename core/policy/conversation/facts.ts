import { CRISIS_LABELS, isLearnt, type CrisisLabel, type Done } from '../../base/danger.ts'
import type { ConversationState, KnownCrisis } from '../../model/conversation.ts'
import { isDue, saidYes } from '../../model/worry.ts'

/**
 * `crisis-violence` where a rule is sure, `soft-violence` where it asks to look
 * (bots/amin/README.md, Danger).
 */
export const crisisFact = (label: CrisisLabel, hard: boolean): string =>
  `${hard ? 'crisis' : 'soft'}-${label.replace('_', '-')}`

export const crisisFacts = (crisis: readonly KnownCrisis[]): readonly string[] =>
  crisis.map(({ label, hard }) => crisisFact(label, hard))

/** Whether all that shows this danger so far is told of somebody else than who writes. */
export const isOfOther = (
  { crisis, worries }: Pick<ConversationState, 'crisis' | 'worries'>,
  label: CrisisLabel,
): boolean => {
  const hits = crisis.filter((hit) => hit.label === label)
  return worries?.[label]?.other === true || (hits.length > 0 && hits.every(({ about }) => about === 'other'))
}

/** Whether a rule heard this danger of who writes; learnt readers do not know whose it is. */
export const isOfWriter = ({ crisis }: Pick<ConversationState, 'crisis'>, label: CrisisLabel): boolean =>
  crisis.some((hit) => hit.label === label && hit.about === 'self' && !isLearnt(hit))

/** Whether words told that whoever threatens comes to where the person lives. */
export const comesHome = ({ crisis }: Pick<ConversationState, 'crisis'>): boolean =>
  crisis.some(({ detail }) => detail?.home === true)

/** Whether words told that the person is to go where he wants. */
export const toldToCome = ({ crisis }: Pick<ConversationState, 'crisis'>): boolean =>
  crisis.some(({ detail }) => detail?.home === false)

/**
 * `ask-violence`: words may mean it, and the question is still to be asked; `other-violence`: they
 * speak of somebody else; `own-violence`: a rule heard it of who writes.
 */
const worryFacts = (state: ConversationState): readonly string[] =>
  CRISIS_LABELS.flatMap((label) => {
    const name = label.replace('_', '-')
    return [
      ...(isDue(state, label) ? [`ask-${name}`] : []),
      ...(isOfOther(state, label) ? [`other-${name}`] : []),
      ...(isOfWriter(state, label) ? [`own-${name}`] : []),
    ]
  })

/** What words are sure of that has happened: swallowed, cut or burnt. A doubted one is asked about. */
export const begunOf = ({ hard, detail }: Pick<KnownCrisis, 'hard' | 'detail'>): Done | undefined =>
  hard ? detail?.done : undefined

/** `has-taken`, `has-wound`, `has-burn`. */
const doneFacts = ({ crisis }: Pick<ConversationState, 'crisis'>): readonly string[] =>
  crisis.flatMap((hit) => begunOf(hit) ?? []).map((done) => `has-${done}`)

/** Facts that steps and cards can depend on. */
export const conversationFacts = (state: ConversationState): ReadonlySet<string> =>
  new Set([
    ...crisisFacts(state.crisis),
    ...saidYes(state).map((label) => crisisFact(label, true)),
    ...worryFacts(state),
    ...doneFacts(state),
    ...(state.urgent ? ['urgent'] : []),
    ...(state.waits.length > 0 ? ['file-waits'] : []),
    ...(state.ageOpen?.why === 'other' ? ['age-of-whom'] : []),
    ...(comesHome(state) ? ['comes-home'] : []),
  ])
