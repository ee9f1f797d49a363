import type { CodePlace } from '../../model/reading-events.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CaseState } from '../../model/state.ts'
import { codeAt } from '../../policy/access/read-codes.ts'
import type { Decision } from '../casebook/decision.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { confirmCode, fixedCode } from './confirm-code.ts'

/** `fixed`: how it should be. */
export type CodeSaid =
  { readonly verdict: 'right'; readonly fixed?: string | undefined } | { readonly verdict: 'wrong' }

/**
 * What a member of the team says of a code, who has the picture before them: as good as the word of
 * the person whose chat it is.
 */
export const decideCode = (
  { hasher, checks, clock }: Pick<CasePorts, 'hasher' | 'checks' | 'clock'>,
  state: CaseState,
  { id, alias }: DeskAgent,
  { where, said }: { readonly where: CodePlace; readonly said: CodeSaid },
): Decision | DeskOutcome => {
  if (codeAt(state, where) === undefined) return { status: 'unknown' }
  const known = state.evidence[where.evidence]?.judged?.[where.place]?.verdict
  if (known === 'confirmed' || (known === 'rejected' && said.verdict === 'wrong'))
    return { status: 'refused', why: 'already' }
  const by = { kind: 'agent', agent: id, alias } as const
  const actor = `agent:${id}` as const
  if (said.verdict === 'wrong') return { actor, events: [{ type: 'reading_rejected', ...where, by }] }
  const fixed =
    said.fixed === undefined
      ? undefined
      : fixedCode(state, where, { words: said.fixed, wanted: true }, checks)
  if (said.fixed !== undefined && fixed === undefined) return { status: 'refused', why: 'answer_invalid' }
  const confirmed = confirmCode(hasher, state, { where, by, fixed }, clock.now())
  return confirmed === undefined ? { status: 'unknown' } : { actor, ...confirmed }
}
