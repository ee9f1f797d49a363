import type { Decision } from '../casebook/decision.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseId } from '../../base/ids.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { Instant } from '../../base/units.ts'
import type { LinkJob } from '../casebook/link-lapse.ts'

/** What this case can be found by, as its row has it. */
const marksOf = ({ marks, fileMarks }: CaseState): readonly string[] => [...Object.keys(marks), ...fileMarks]

export const isLinked = (state: CaseState, to: CaseId): boolean =>
  [state.links, state.sameFile, state.alike, state.sameScript, state.sameSound].some((list) =>
    list.includes(to),
  )

/** `wrong`: another matter. `verdict`, where it is not: the same matter for good, or nobody can tell. */
export type Judgement = {
  readonly wrong: boolean
  readonly reason: string
  readonly verdict?: 'same' | 'unsure'
}

/**
 * A member of the team says that two cases have nothing to do with each other, or that they have
 * after all: here at once, in the other one by a job that outlives a crash.
 */
export const decideLink = (
  state: CaseState,
  agent: DeskAgent,
  { other, wrong, reason, verdict }: Judgement & { readonly other: CaseRow },
  now: Instant,
): Decision | DeskOutcome => {
  const said = reason.trim()
  const to = other.caseId
  if (said === '') return { status: 'refused', why: 'reason_required' }
  if (wrong && verdict !== undefined) return { status: 'unknown' }
  const known = state.apart[to] !== undefined
  // What joins nobody, and what nobody found, may belong together all the same.
  if (verdict === undefined && !isLinked(state, to) && !known && state.verdicts[to] === undefined)
    return { status: 'unknown' }
  if (verdict === undefined ? known === wrong : state.verdicts[to]?.verdict === verdict)
    return { status: 'refused', why: 'already' }
  const shared = marksOf(state).filter((mark) => other.marks.includes(mark))
  const judged = {
    agent: agent.id,
    alias: agent.alias,
    wrong,
    reason: said,
    shared,
    ...(verdict === undefined ? {} : { verdict }),
  }
  const payload: LinkJob = { marks: [], judged: { ...judged, in: to } }
  return {
    actor: `agent:${agent.id}`,
    events: [{ type: 'link_judged', to, ...judged }],
    jobs: [{ kind: 'link', dueAt: now, payload }],
  }
}
