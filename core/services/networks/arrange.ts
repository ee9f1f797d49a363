import type { AgentId, CaseCode, CaseId, NetworkId } from '../../base/ids.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import type { Instant } from '../../base/units.ts'
import { alarmedBy, isLive, openAlarms, type NetworkState, type Standing } from '../../model/network.ts'
import {
  bySize,
  groupsAmong,
  networkAmong,
  type Member,
  type Network,
  type Seen,
} from '../linkage/networks.ts'
import type { NetworkRead } from './book.ts'

/** A case that hangs together with a network and that nobody put in, with what binds it to which of its cases. */
export type Proposed = Member

/** A case that came after the network was dismantled, and a case of it that it hangs together with. */
export type ShownAlarm = { readonly row: CaseRow; readonly to: CaseRow; readonly at: Instant }

/** A network as one reader sees it: of the cases that they may see, at least two. */
export type NetworkShown = Network & {
  /** Of one that is only suspected the code of the case that was opened first. */
  readonly key: NetworkId | CaseCode
  /** `suspected`: the computer says so, and nobody has judged it. */
  readonly standing: Exclude<Standing, 'over'> | 'suspected'
  readonly proposed: readonly Proposed[]
  readonly alarms: readonly ShownAlarm[]
  readonly lead?: AgentId
  /** What people decided; nothing of one that is only suspected. */
  readonly decided?: NetworkState
}

/** Fewer cases are no network. */
export const LEAST_MEMBERS = 2

type Decided = { readonly read: NetworkRead; readonly cases: readonly CaseId[] }

const proposedTo = (
  seen: Seen,
  cases: readonly CaseId[],
  candidates: readonly CaseId[],
): readonly Proposed[] => {
  const inside = new Set(cases)
  return networkAmong(seen, [...cases, ...candidates]).members.filter(({ row }) => !inside.has(row.caseId))
}

const shown = (
  seen: Seen,
  { read: { state, live }, cases }: Decided,
  candidates: readonly CaseId[],
): NetworkShown | undefined => {
  const { standing, lead } = state
  if (standing === 'over') return undefined
  const rowOf = (caseId: CaseId): CaseRow | undefined => seen.rows.get(caseId)
  return {
    ...networkAmong(seen, cases),
    key: state.networkId,
    standing,
    proposed: proposedTo(seen, cases, candidates),
    alarms: (isLive(state) ? openAlarms(state) : []).flatMap(({ case: caseId, to, at }) => {
      const by = alarmedBy({ to }, { live, seen: cases }, (one) => seen.bonds.get(caseId)?.has(one) === true)
      const [row, other] = [rowOf(caseId), by === undefined ? undefined : rowOf(by)]
      return row === undefined || other === undefined ? [] : [{ row, to: other, at }]
    }),
    ...(lead === undefined ? {} : { lead }),
    decided: state,
  }
}

/** Whether people said of all these cases together that they are no network. */
const isJudged = (cases: readonly CaseId[], dissolved: readonly Decided[]): boolean =>
  dissolved.some(({ read }) => cases.every((one) => read.state.members.includes(one)))

/**
 * The networks of a reader. What people decided comes before what the computer suspects: a case that they put
 * into a network is suspected in no other, one that hangs together with theirs is proposed for it, and one
 * that they took out is not proposed again. Only cases in the reader's sight are looked at, so no other
 * changes an answer.
 */
export const arrange = (seen: Seen, reads: readonly NetworkRead[]): readonly NetworkShown[] => {
  const decided = reads.flatMap((read): readonly Decided[] => {
    const cases = read.live.filter((one) => seen.rows.has(one))
    return read.state.standing === 'over' || cases.length < LEAST_MEMBERS ? [] : [{ read, cases }]
  })
  const live = decided.filter(({ read }) => isLive(read.state))
  const dissolved = decided.filter(({ read }) => !isLive(read.state))
  const taken = new Set(live.flatMap(({ cases }) => cases))
  const groups = groupsAmong(
    seen,
    [...seen.bonds.keys()].filter((one) => !taken.has(one)),
  )
  const candidates = new Map<Decided, CaseId[]>()
  const suspected: NetworkShown[] = []
  for (const group of groups) {
    let isProposed = false
    for (const one of live) {
      const free = group.filter((caseId) => !one.read.state.removed.includes(caseId))
      if (!free.some((caseId) => one.cases.some((to) => seen.bonds.get(caseId)?.has(to)))) continue
      isProposed = true
      candidates.set(one, [...(candidates.get(one) ?? []), ...free])
    }
    if (isProposed || group.length < LEAST_MEMBERS || isJudged(group, dissolved)) continue
    const network = networkAmong(seen, group)
    const [first] = network.members
    if (first !== undefined)
      suspected.push({ ...network, key: first.row.code, standing: 'suspected', proposed: [], alarms: [] })
  }
  return [
    ...decided.flatMap((one) => shown(seen, one, candidates.get(one) ?? []) ?? []),
    ...suspected,
  ].toSorted(bySize)
}
