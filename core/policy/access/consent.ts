import type { CaseState } from '../../model/state.ts'
import type { Flow } from '../../model/flow.ts'
import { consentGiven } from '../conversation/gates.ts'
import { SCOPES, type Scope } from '../../model/access-rules.ts'

export type Consents = Readonly<Record<Scope, boolean>>

/** What the yes at the beginning means by itself: what is sent is kept, and we may answer. */
const IMPLIED: ReadonlySet<Scope> = new Set(['keep', 'contact-me'])

/**
 * What the person agrees to now: what they said of it last, else what follows from the first
 * question; nothing once they want all of it erased.
 */
export const consentsOf = (flow: Flow, state: Pick<CaseState, 'conversation' | 'access'>): Consents => {
  const begun = consentGiven(flow, state.conversation)
  const given = (scope: Scope): boolean =>
    !state.access.erasing && (state.access.consents[scope] ?? (begun && IMPLIED.has(scope)))
  return Object.fromEntries(SCOPES.map((scope) => [scope, given(scope)])) as Consents
}

/**
 * Whether the case, or the hashes of its files, may be handed on for this purpose now. Only a yes
 * in so many words counts, and a withdrawal holds from its entry on; what was handed on before
 * stays where it is. To be asked by whatever exports.
 */
export const mayShare = (
  state: Pick<CaseState, 'access' | 'hands'>,
  scope: Exclude<Scope, 'keep' | 'contact-me' | 'check-in'>,
): boolean =>
  state.access.consents[scope] === true && !state.access.erasing && state.hands.status !== 'erased'
