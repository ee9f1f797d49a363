import type { EntryHeader } from '../../model/entry.ts'
import type { Placed } from '../../model/transcript.ts'
import { makeCalls } from '../../model/calls.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceId, Sha256Hex } from '../../base/ids.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { ReportActor, ReportChannel, ReportEntry, ReportInput } from './report-input.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { stampOf } from './time.ts'

const AGENT = 'agent:'

/** Names that the case itself tells of those who worked on it, by their ids. */
export const aliasesIn = (events: readonly Placed[]): ReadonlyMap<string, string> => {
  const aliases = new Map<string, string>()
  for (const { event } of events) {
    if (event.type === 'case_claimed' || event.type === 'agent_said') aliases.set(event.agent, event.alias)
    if (event.type === 'case_transferred' && event.to.agent !== undefined && event.to.alias !== undefined)
      aliases.set(event.to.agent, event.to.alias)
  }
  return aliases
}

const actorOf = ({ actor }: EntryHeader, aliases: ReadonlyMap<string, string>): ReportActor => {
  if (actor === 'person' || actor === 'bot' || actor === 'system') return actor
  const id = actor.slice(AGENT.length)
  return `agent ${aliases.get(id) ?? id}`
}

const itemIn = (events: readonly CaseEvent[], idOf: ReadonlyMap<EvidenceId, string>): string | undefined => {
  for (const event of events)
    if ('evidence' in event && typeof event.evidence === 'string') return idOf.get(event.evidence)
  return undefined
}

/** The reason somebody gave for looking; what the team wrote is for investigators only, like every reason. */
const reasonIn = (events: readonly CaseEvent[], scope: BundleScope): string | undefined => {
  if (scope !== 'share-investigators') return undefined
  for (const event of events) if (event.type === 'evidence_viewed') return event.reason
  return undefined
}

export type Link = {
  readonly header: EntryHeader
  readonly hash: Sha256Hex
  readonly events: readonly CaseEvent[]
}

export const stepsOf = (
  phrases: Phrases,
  links: readonly Link[],
  idOf: ReadonlyMap<EvidenceId, string>,
  aliases: ReadonlyMap<string, string>,
  scope: BundleScope,
): readonly ReportEntry[] =>
  links.map(({ header, hash, events }) => {
    const item = itemIn(events, idOf)
    const reason = reasonIn(events, scope)
    return {
      seq: header.seq,
      at: stampOf(phrases, header.at),
      actor: actorOf(header, aliases),
      kinds: header.kinds,
      hash,
      ...(item === undefined ? {} : { item }),
      ...(reason === undefined ? {} : { reason }),
    }
  })

type Moment = ReportInput['timeline'][number]

/** What of an event belongs into a line of a timeline; nothing where it is no step of what happened. */
const momentOf = (event: CaseEvent, cameBy: ReportChannel): Pick<Moment, 'detail'> | undefined => {
  switch (event.type) {
    case 'case_opened':
      return { detail: cameBy }
    case 'case_submitted':
    case 'case_reopened':
    case 'correction_given':
    case 'answer_corrected':
    case 'evidence_announced':
    case 'evidence_called':
    case 'files_carried':
    case 'evidence_received':
    case 'fingerprint_given':
    case 'person_returned':
      return {}
    case 'evidence_failed':
    case 'evidence_waiting':
    case 'evidence_refused':
    case 'handoff_requested':
      return { detail: event.why }
    case 'crisis_found':
      return { detail: [...new Set(event.hits.map(({ label }) => label))].join(', ') }
    case 'case_claimed':
      return { detail: event.alias }
    case 'agent_said':
      return event.file === undefined ? undefined : { detail: event.file.kind }
    case 'case_transferred':
      return event.to.alias === undefined ? {} : { detail: event.to.alias }
    case 'case_closed':
      return { detail: event.outcome }
    case 'severity_judged':
    case 'severity_set':
      return { detail: event.severity }
    case 'consent_given':
    case 'consent_withdrawn':
      return { detail: event.scope }
    default:
      return undefined
  }
}

export const timelineOf = (
  phrases: Phrases,
  events: readonly Placed[],
  idOf: ReadonlyMap<EvidenceId, string>,
  cameBy: ReportChannel,
): readonly Moment[] => {
  const isCallAgain = makeCalls()
  return events.flatMap(({ event, at }): readonly Moment[] => {
    const again = isCallAgain(event, at)
    const moment = momentOf(event, cameBy)
    if (moment === undefined || again) return []
    const item =
      'evidence' in event && typeof event.evidence === 'string' ? idOf.get(event.evidence) : undefined
    return [
      { at: stampOf(phrases, at), what: event.type, ...moment, ...(item === undefined ? {} : { item }) },
    ]
  })
}
