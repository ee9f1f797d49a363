import type { Casebook } from '../../services/casebook/casebook.ts'
import { readHeader, verifyChain, type Actor } from '../../model/entry.ts'
import type { CasePorts } from '../../services/casebook/ports.ts'
import { evolve } from '../../model/evolve.ts'
import { emptyCase, type CaseState } from '../../model/state.ts'
import type { Placed } from '../../model/transcript.ts'
import type { CaseEvent } from '../../model/events.ts'
import { Failure } from '../../base/failure.ts'
import type { CaseId } from '../../base/ids.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import { makeHide } from './cover.ts'
import type { Prepared } from './facts.ts'
import { itemsOf } from './items.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { forbids, type Forbidden } from './forbids.ts'
import type { Link } from './steps.ts'

/** What changes nothing of what a bundle shows: a bundle made before it is the bundle made after it. */
const PASSED_OVER = new Set<string>([
  'case_exported',
  'evidence_viewed',
  'case_viewed',
  'mention_seen',
  'paged',
  'export_requested',
  'export_approved',
  'export_refused',
  'export_prepared',
  'erasure_requested',
  'erasure_refused',
] satisfies CaseEvent['type'][])

type Ports = Pick<CasePorts, 'store' | 'hasher'>

/** Whether something happened since entry `seq` that a bundle would show. */
const changedSince = async ({ store, hasher }: Ports, caseId: CaseId, seq: number): Promise<boolean> => {
  const entries = await store.ledger.read(caseId, seq)
  return entries.some(
    ({ header }) => readHeader(hasher, header)?.kinds.every((kind) => PASSED_OVER.has(kind)) !== true,
  )
}

export type Who = { readonly by: string; readonly actor: Actor }

/**
 * The seq of the entry that the bundle shows the case up to: that of the last preparation where
 * nothing of it changed since and it was for the same scope, else a new entry. `anew`: a new one in
 * any case.
 */
export const prepare = async (
  ports: Ports,
  casebook: Casebook,
  caseId: CaseId,
  scope: BundleScope,
  who: Who,
  anew: boolean,
): Promise<number | Forbidden> => {
  let verdict: Forbidden | undefined
  const { state } = await casebook.append(caseId, async (now) => {
    verdict = forbids(now, scope)
    if (verdict !== undefined) return undefined
    const { prepared } = now.handover
    if (!anew && prepared?.scope === scope && !(await changedSince(ports, caseId, prepared.seq)))
      return undefined
    return { actor: who.actor, events: [{ type: 'export_prepared', by: who.by, scope }] }
  })
  return verdict ?? state.handover.prepared?.seq ?? state.seq
}

export type Slice = {
  readonly entries: readonly Entry[]
  readonly opened: readonly (readonly CaseEvent[])[]
  readonly prepared: Prepared
}

/**
 * The case as it stood with entry `seq`. Throws `store_broken` where its chain does not hold: a
 * bundle of it would prove nothing.
 */
export const sliceOf = async (
  ports: Ports,
  casebook: Casebook,
  caseId: CaseId,
  seq: number,
  scope: BundleScope,
): Promise<Slice> => {
  const { entries: all, events: allEvents } = await casebook.read(caseId)
  const entries = all.slice(0, seq)
  const opened = allEvents.slice(0, seq)
  const placed: Placed[] = []
  const links: Link[] = []
  let state: CaseState = emptyCase(caseId)
  entries.forEach((entry, i) => {
    const header = readHeader(ports.hasher, entry.header)
    if (header === undefined) return
    const events = opened[i] ?? []
    const place = { seq: entry.seq, at: header.at }
    events.forEach((event, n) => {
      placed.push({ event, n, ...place })
      state = evolve(state, event, place)
    })
    links.push({ header, hash: entry.hash, events })
    state = { ...state, seq: entry.seq, hash: entry.hash }
  })
  const [first, ...rest] = links
  if (first === undefined || entries.length !== seq || verifyChain(ports.hasher, caseId, entries).length > 0)
    throw new Failure('store_broken', 'the chain of this case does not hold; amin verify --store says where')
  const prepared: Prepared = {
    scope,
    state,
    events: placed,
    links: [first, ...rest],
    items: itemsOf(ports.hasher, state, placed, scope),
    hide: makeHide(placed, state.code),
  }
  return { entries, opened, prepared }
}
