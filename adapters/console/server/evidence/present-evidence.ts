import { readHeader } from '../../../../core/model/entry.ts'
import type { CaseBook, Desk } from '../../../../core/services/desk/desk.ts'
import type { EvidenceState } from '../../../../core/model/exhibits.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { AgentId } from '../../../../core/base/ids.ts'
import type { Hasher } from '../../../../core/ports/hasher.ts'
import { after, minutes, type Instant } from '../../../../core/base/units.ts'
import type { Custody, Evidence } from '../../contract/index.ts'
import { isDeletion } from '../../../../core/model/transcript.ts'
import { isoOf } from '../http/iso.ts'
import type { detailsOf } from './present-custody.ts'
import type { Names } from '../cases/present-case.ts'
import { presentExamined } from './present-examined.ts'

/** How long an original can be fetched after its reveal. */
const REVEAL_LASTS = minutes(15)

type Announced = Extract<CaseEvent, { readonly type: 'evidence_announced' }>
type Chain = NonNullable<Awaited<ReturnType<Desk['custody']>>>

const previewState = (item: EvidenceState): Evidence['preview'] => {
  if (item.status === 'pending') return 'pending'
  if (item.status === 'failed' || item.status === 'fingerprint') return 'none'
  return item.preview.status === 'made' ? 'ready' : item.preview.status
}

const examinedOf = (item: EvidenceState): Pick<Evidence, 'examined'> => {
  const examined = presentExamined(item)
  return examined === undefined ? {} : { examined }
}

/** For whom and when. */
type Looker = { readonly agent: AgentId; readonly now: Instant }

/** Until when an agent who revealed the item may fetch it; nothing where they did not, or that is over. */
const openUntil = (
  book: CaseBook,
  evidence: string,
  looker: Looker | undefined,
): Pick<Evidence, 'openUntil'> => {
  const seen = looker === undefined ? undefined : revealOf(book, evidence, looker.agent, looker.now)
  return seen === undefined ? {} : { openUntil: isoOf(after(seen.at, REVEAL_LASTS)) }
}

const presentItem = (event: Announced, item: EvidenceState): Evidence => ({
  id: event.evidence,
  kind: event.kind,
  capture: event.capture,
  state: item.status,
  receivedAt: isoOf(
    item.status === 'sealed' || item.status === 'fingerprint' ? item.receivedAt : item.announcedAt,
  ),
  sentAt: isoOf(event.sentAt),
  forwarded: event.forwarded,
  ...(event.fileName === undefined ? {} : { fileName: event.fileName }),
  ...(event.declaredMime === undefined ? {} : { declaredMime: event.declaredMime }),
  ...(item.status === 'sealed' && item.mime !== undefined ? { mime: item.mime } : {}),
  ...(item.status === 'sealed' ? { size: item.size, sha256: item.sha256 } : {}),
  // The file stayed with the person; what their device computed of it is all there is.
  ...(item.status === 'fingerprint' ? { sha256: item.sha256 } : {}),
  preview: previewState(item),
  ...(item.status === 'failed' ? { why: item.why } : {}),
  ...examinedOf(item),
})

/** Of the items whose message the person deleted on their phone: when. */
const deletedIn = ({ lines }: CaseBook): ReadonlyMap<string, Instant> =>
  new Map(
    lines.flatMap((line) => {
      if (line.from !== 'person' || line.evidence === undefined) return []
      const deleted = line.edits.find((edit) => isDeletion(edit.message))
      return deleted === undefined ? [] : [[line.evidence, deleted.at] as const]
    }),
  )

/** Every file and statement of a case, in the order in which they came. */
export const presentEvidence = (book: CaseBook, looker?: Looker): { evidence: Evidence[] } => {
  const deleted = deletedIn(book)
  return {
    evidence: book.events.flatMap(({ event }) => {
      const item = event.type === 'evidence_announced' ? book.state.evidence[event.evidence] : undefined
      if (event.type !== 'evidence_announced' || item === undefined) return []
      const at = deleted.get(event.evidence)
      return [
        {
          ...presentItem(event, item),
          ...(at === undefined ? {} : { deletedAt: isoOf(at) }),
          ...openUntil(book, event.evidence, looker),
        },
      ]
    }),
  }
}

const AGENT = 'agent:'

type Details = ReturnType<typeof detailsOf>

/**
 * The chain, and what its entries say of files and bundles to who may open the case. An entry whose
 * header cannot be read is shown as such: it is what the chain is broken by.
 */
export const presentCustody = (
  chain: Chain,
  hasher: Hasher,
  names: Names,
  details: Details = new Map(),
): Custody => ({
  intact: chain.intact,
  entries: chain.entries.map((entry) => {
    const header = readHeader(hasher, entry.header)
    const actor = header?.actor ?? 'unreadable'
    const agent = actor.startsWith(AGENT) ? actor.slice(AGENT.length) : undefined
    return {
      seq: entry.seq,
      at: new Date(header?.at ?? 0).toISOString(),
      actor,
      ...(agent === undefined ? {} : { agent: { id: agent, name: names.get(agent) ?? agent } }),
      kinds: [...(header?.kinds ?? [])],
      hash: entry.hash,
      prev: entry.prev,
      ...(details.has(entry.seq) ? { details: [...(details.get(entry.seq) ?? [])] } : {}),
    }
  }),
})

/**
 * An agent's last reveal of an item, where that was not long ago. Read from the chain, so it
 * outlives a restart.
 */
const revealOf = (
  book: CaseBook,
  evidence: string,
  agent: AgentId,
  now: Instant,
): { readonly at: Instant; readonly reason: string } | undefined => {
  const seen = book.events.findLast(
    ({ event }) =>
      event.type === 'evidence_viewed' &&
      event.evidence === evidence &&
      event.agent === agent &&
      event.what === 'reveal',
  )
  if (seen?.event.type !== 'evidence_viewed' || now - seen.at > REVEAL_LASTS) return undefined
  return { at: seen.at, reason: seen.event.reason }
}

/** The reason that they gave for it. */
export const reasonOfReveal = (
  book: CaseBook,
  evidence: string,
  agent: AgentId,
  now: Instant,
): string | undefined => revealOf(book, evidence, agent, now)?.reason
