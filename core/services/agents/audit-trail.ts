import type { AgentId, CaseCode, CaseId } from '../../base/ids.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { hours, instant, type Instant } from '../../base/units.ts'
import type { DeskAgent } from '../../base/member.ts'
import { readHeader } from '../../model/entry.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { isInSight, sightOf } from '../../policy/visibility/sight.ts'

/**
 * What somebody did to a case, as the open header of the entry says it: no words, and it stays
 * after erasure.
 */
export type Act = {
  readonly at: Instant
  readonly code: CaseCode
  readonly seq: number
  /** A member or the owner of a key; nothing where the operator's own command line did it. */
  readonly agent?: AgentId
  readonly kinds: readonly string[]
}

/** `from` and `to` in milliseconds since 1970, `to` not included. */
export type TrailQuery = {
  readonly from: Instant
  readonly to: Instant
  readonly agent?: AgentId
  readonly code?: CaseCode
}
/** Newest first. Not `whole` where more was done than is read at once: ask for a shorter time. */
export type Trail = { readonly acts: readonly Act[]; readonly whole: boolean }

/** Ledgers read for one question: a month of a busy team. */
const MOST_CASES = 5_000
const MOST_ACTS = 5_000
/** What one process commits may be in the log of heads a moment after another's checkpoint. */
const MARGIN = hours(1)

type TrailPorts = Pick<CasePorts, 'store' | 'hasher'>

/**
 * Cases that changed since `from`: those that the log of heads has anew since a checkpoint before
 * it, and those it has not yet.
 */
async function* changedSince({ store }: TrailPorts, from: Instant): AsyncIterable<CaseId> {
  let size = 0
  for await (const checkpoint of store.custody.checkpoints()) {
    if (checkpoint.at > from - MARGIN) break
    size = checkpoint.size
  }
  for await (const { caseId } of store.custody.changed()) yield caseId
  for await (const { caseId } of store.custody.leaves(size, await store.custody.size())) yield caseId
}

const actsOf = async (
  { store, hasher }: TrailPorts,
  row: CaseRow,
  asked: TrailQuery,
): Promise<readonly Act[]> =>
  (await store.ledger.read(row.caseId)).flatMap((entry): readonly Act[] => {
    const header = readHeader(hasher, entry.header)
    if (header === undefined || header.at < asked.from || header.at >= asked.to) return []
    const agent = header.actor.startsWith('agent:')
      ? (header.actor.slice('agent:'.length) as AgentId)
      : undefined
    if (agent === undefined && header.by === undefined) return []
    if (asked.agent !== undefined && asked.agent !== agent) return []
    return [
      {
        at: header.at,
        code: row.code,
        seq: entry.seq,
        kinds: header.kinds,
        ...(agent === undefined ? {} : { agent }),
      },
    ]
  })

/** Who did what to which case, as far as `reader` may know of the case. */
export const readTrail = async (
  ports: TrailPorts,
  asked: TrailQuery,
  reader: DeskAgent | undefined,
): Promise<Trail> => {
  const sight = sightOf(reader)
  const acts: Act[] = []
  const take = async (row: CaseRow | undefined): Promise<void> => {
    if (row === undefined || (sight !== undefined && !isInSight(sight, row))) return
    acts.push(...(await actsOf(ports, row, asked)))
  }
  let whole = true
  if (asked.code === undefined) {
    const seen = new Set<CaseId>()
    for await (const caseId of changedSince(ports, instant(asked.from))) {
      if (seen.has(caseId)) continue
      if (seen.size >= MOST_CASES) {
        whole = false
        break
      }
      seen.add(caseId)
      await take(await ports.store.views.byId(caseId))
    }
  } else await take(await ports.store.views.byCode(asked.code))
  const newest = acts.toSorted(
    (a, b) => b.at - a.at || (a.code === b.code ? b.seq - a.seq : a.code < b.code ? -1 : 1),
  )
  return { acts: newest.slice(0, MOST_ACTS), whole: whole && newest.length <= MOST_ACTS }
}
