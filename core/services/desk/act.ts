import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { Appended, Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import { isErased } from '../casebook/casebook.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { Deed } from '../casebook/idempotency.ts'
import { isInSight, sightOf } from '../../policy/visibility/sight.ts'
import type { CaseState } from '../../model/state.ts'
import type { Sight } from './sight.ts'

export const KEY_REUSED: DeskOutcome = { status: 'refused', why: 'key_reused' }

export const done = (state: CaseState): DeskOutcome => ({
  status: 'done',
  version: state.version,
  seq: state.seq,
})

const isRefusal = (verdict: DeskOutcome | undefined): boolean =>
  verdict !== undefined && verdict.status !== 'done' && verdict.status !== 'unknown'

/** Acts on one case on behalf of a member of the team. */
export type Act = (
  code: CaseCode,
  agent: DeskAgent | undefined,
  decide: (state: CaseState) => Decision | DeskOutcome | Promise<Decision | DeskOutcome>,
  deed?: Deed,
) => Promise<DeskOutcome>

/** Whether an event like this stands in the case. */
export const standsIn =
  (casebook: Casebook) =>
  async (caseId: CaseId, is: Deed['stands']): Promise<boolean> =>
    (await casebook.recall(caseId)).events.flat().some(is)

/**
 * Loads, lets `decide` choose a decision or an outcome, appends. A lost race decides anew, so a
 * check is never stale. What was done as this `deed` before is not done again, and what was not is
 * not dropped in silence; who asks again hears that it was done, also where the case went on since
 * and it could not be done now.
 */
export const makeAct = (casebook: Casebook, { rowOfCode, isHidden }: Sight): Act => {
  const stands = standsIn(casebook)
  return async (code, agent, decide, deed) => {
    const row = await rowOfCode(code)
    const sight = sightOf(agent)
    if (row === undefined || (row.status === 'erased' && sight !== undefined && !isInSight(sight, row)))
      return { status: 'unknown' }
    if (row.status === 'erased') return { status: 'erased' }
    let verdict: DeskOutcome | undefined
    let appended: Appended
    try {
      appended = await casebook.append(row.caseId, async (state) => {
        const chosen: Decision | DeskOutcome = isHidden(agent, state)
          ? { status: 'unknown' }
          : await decide(state)
        verdict = 'status' in chosen ? chosen : undefined
        if ('status' in chosen) return undefined
        return deed === undefined ? chosen : { ...chosen, cause: deed.cause }
      })
      const repeats =
        deed !== undefined &&
        (appended.status === 'repeated' ||
          (isRefusal(verdict) && (await casebook.wasDone(row.caseId, deed.cause))))
      if (repeats) return (await stands(row.caseId, deed.stands)) ? done(appended.state) : KEY_REUSED
    } catch (error) {
      if (isErased(error)) return { status: 'erased' }
      throw error
    }
    return verdict ?? done(appended.state)
  }
}
