import { pickedOptions } from '../conversation/condition.ts'
import { MINORS } from './sight.ts'
import type { CaseState } from '../../model/state.ts'

/** What an agent may want to know before they open a case, the heaviest first. */
export const BURDENS = ['minor', 'self_harm', 'intimate'] as const
export type Burden = (typeof BURDENS)[number]

type Known = Pick<CaseState, 'team' | 'copies' | 'conversation'>

const CHILDREN = ['me-under-13', 'me-13-15', 'me-16-17', 'other-minor']
const PICTURES = ['private', 'fake']

/** Rather one too many: a mark that was not needed harms nobody. */
export const burdensOf = ({ team, copies, conversation }: Known): readonly Burden[] => {
  const picks = (step: string, options: readonly string[]): boolean =>
    pickedOptions(conversation.answers[step]).some((option) => options.includes(option))
  const found = (label: string): boolean => conversation.crisis.some((hit) => hit.label === label)
  const holds: Readonly<Record<Burden, boolean>> = {
    minor: team === MINORS || copies.includes(MINORS) || found('minor') || picks('age', CHILDREN),
    self_harm: found('self_harm') || picks('danger', ['self-harm']) || picks('soft', ['ending']),
    intimate: found('sexual_abuse') || picks('material', PICTURES),
  }
  return BURDENS.filter((burden) => holds[burden])
}
