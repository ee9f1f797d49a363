import type { CaseEvent } from '../../model/events.ts'
import { Failure } from '../../base/failure.ts'
import type { CaseId } from '../../base/ids.ts'
import type { CaseSealer } from '../../ports/sealer.ts'
import type { Entry } from '../../ports/store/ledger.ts'

/** What an entry seals. */
type Payload = { readonly v: 1; readonly events: readonly CaseEvent[] }

const context = (caseId: CaseId, seq: number): string => `entry:${caseId}:${seq}`

export const sealEvents = (
  sealer: CaseSealer,
  caseId: CaseId,
  seq: number,
  events: readonly CaseEvent[],
): Uint8Array => sealer.seal(context(caseId, seq), { v: 1, events } satisfies Payload)

/**
 * The events of an entry in today's shape (law 12: older versions are upcast here, never dropped).
 * Throws `seal_broken`.
 */
export const openEvents = (sealer: CaseSealer, entry: Entry): readonly CaseEvent[] => {
  const payload = sealer.open(context(entry.caseId, entry.seq), entry.sealed) as Payload
  if (payload.v !== 1) throw new Failure('store_broken', 'an entry was written by a newer version of Amin')
  return payload.events
}
