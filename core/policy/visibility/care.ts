import { pickedOptions } from '../conversation/condition.ts'
import { MINORS } from './sight.ts'
import type { FlowRoles, Picked } from '../../model/roles.ts'
import type { CaseState } from '../../model/state.ts'

/** What an agent may want to know before they open a case, the heaviest first. */
export const BURDENS = ['minor', 'self_harm', 'intimate'] as const
export type Burden = (typeof BURDENS)[number]

type Known = Pick<CaseState, 'team' | 'copies' | 'conversation'>

/** Rather one too many: a mark that was not needed harms nobody. */
export const burdensOf = (roles: FlowRoles, { team, copies, conversation }: Known): readonly Burden[] => {
  const picks = (all: readonly Picked[] = []): boolean =>
    all.some(({ step, options }) =>
      pickedOptions(conversation.answers[step]).some((option) => options.includes(option)),
    )
  const found = (label: string): boolean => conversation.crisis.some((hit) => hit.label === label)
  const { age } = roles
  const isChild = age !== undefined && picks([{ step: age.step, options: age.minor }])
  const holds: Readonly<Record<Burden, boolean>> = {
    minor: team === MINORS || copies.includes(MINORS) || found('minor') || isChild,
    self_harm: found('self_harm') || picks(roles.selfHarm),
    intimate: found('sexual_abuse') || picks(roles.intimate),
  }
  return BURDENS.filter((burden) => holds[burden])
}
