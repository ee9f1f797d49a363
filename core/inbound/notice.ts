import type { Decision } from '../case/casebook.ts'
import type { CasePorts } from '../case/ports.ts'
import type { CaseState } from '../case/state.ts'
import { withHoursLeft } from '../conversation/hours-left.ts'
import { yearOf } from '../crisis/ages.ts'
import type { CrisisHit } from '../crisis/hit.ts'
import type { CaseEvent } from '../events.ts'
import { findIdentifiers } from '../identifiers/extract.ts'
import { matchKeys, sealable } from '../identifiers/identifier.ts'
import type { InboundId } from '../ids.ts'
import type { LinkJob } from '../linkage/link.ts'
import type { Instant } from '../units.ts'
import type { Inbound } from './message.ts'
import { untrusted } from './untrusted.ts'

/** Where a decision collects what it found. */
type Notes = { readonly events: CaseEvent[]; readonly jobs: NonNullable<Decision['jobs']>[number][] }

/** Whatever names somebody, from any message at any time (domain.md 6); what the case knows already is passed over. */
export const noteIdentifiers = (
  ports: Pick<CasePorts, 'checks' | 'hasher'>,
  draft: Notes,
  state: CaseState,
  inbound: InboundId,
  item: Inbound,
  now: Instant,
): void => {
  const words = wordsIn(item.body) ?? contactIn(item.body)
  const found = words === undefined ? [] : findIdentifiers(words, ports.checks)
  const known = new Set(state.identifiers.map(({ type, normal, owner }) => `${type}:${normal}:${owner}`))
  const fresh = found.filter(({ type, normal, owner }) => !known.has(`${type}:${normal}:${owner}`))
  if (fresh.length === 0) return
  const identifiers = fresh.map((one) => ({
    ...sealable(one),
    marks: matchKeys(one).map((key) => ports.hasher.keyed('identifier', key)),
  }))
  draft.events.push({ type: 'identifiers_found', inbound, identifiers })
  const marks = [...new Set(identifiers.flatMap((one) => one.marks))]
  if (marks.length > 0) draft.jobs.push({ kind: 'link', dueAt: now, payload: { marks } satisfies LinkJob })
}

const contactIn = (body: Inbound['body']): string | undefined =>
  body.kind === 'contact' ? [body.name, body.phone].filter((part) => part !== undefined).join(' ') : undefined

const wordsIn = (body: Inbound['body']): string | undefined => {
  if (body.kind === 'text') return body.text
  return body.kind === 'media' ? body.caption : undefined
}

/** Law 9: rules read every text that arrives, whoever has the case, and whatever state it is in. */
export const readDanger = (ports: Pick<CasePorts, 'crisis'>, item: Inbound, now: Instant): readonly CrisisHit[] => {
  const words = wordsIn(item.body)
  return words === undefined ? [] : withHoursLeft(ports.crisis.read(words, yearOf(now)), words, now)
}

/** The sentences are kept for the agent, as far as the message itself is. */
export const noteDanger = (draft: Notes, inbound: InboundId, arrived: Inbound, item: Inbound, hits: readonly CrisisHit[]): void => {
  if (hits.length === 0) return
  const kept = wordsIn(item.body) ?? ''
  const isWhole = kept.length === wordsIn(arrived.body)?.length
  const sentences = hits.map(({ start, end }) => untrusted(isWhole ? kept.slice(start, end) : kept))
  draft.events.push({ type: 'crisis_found', inbound, hits, sentences })
}
