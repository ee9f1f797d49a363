import { yearOf } from '../text/danger/ages.ts'
import { withHoursLeft } from '../policy/conversation/hours-left.ts'
import { prefill } from '../policy/conversation/tell.ts'
import type { Turn } from '../policy/conversation/turn.ts'
import { needsPeople, noteMinor } from '../policy/conversation/danger.ts'
import type { CrisisHit, CrisisLabel } from '../base/danger.ts'
import { CRISIS_LABELS } from '../base/danger.ts'
import type { CaseEvent } from '../model/events.ts'
import { extractIdentifiers } from '../text/identifiers/extract.ts'
import type { Identifier } from '../text/identifiers/identifier.ts'
import type { CaseId, InboundId } from '../base/ids.ts'
import { untrusted } from '../base/untrusted.ts'
import type { Language } from '../base/language.ts'
import type { Instant } from '../base/units.ts'
import { factsOf } from '../policy/triage/facts.ts'
import type { CasePorts } from './casebook/ports.ts'
import { moreUrgent } from '../base/severity.ts'
import { evolve } from '../model/evolve.ts'
import { emptyCase, type CaseState } from '../model/state.ts'
import { judge, type Judgement } from '../policy/triage/triage.ts'

/** What is heard in one message, as if it were the first of a case; nothing is kept and nobody is called. */
export type Assessment = Judgement & {
  /** Sure ones only, gravest first, each once. */
  readonly crisis: readonly CrisisLabel[]
  readonly primary: CrisisLabel | undefined
  /** What is not sure and would be asked about, gravest first, each once. */
  readonly asks: readonly CrisisLabel[]
  readonly hits: readonly CrisisHit[]
  readonly identifiers: readonly Identifier[]
}

/** `before`: what the same person wrote just before, oldest first. */
export const assess = (
  ports: Pick<CasePorts, 'flow' | 'triage' | 'crisis' | 'checks' | 'facts'>,
  { text, before = [] }: { readonly text: string; readonly before?: readonly string[] },
  language: Language,
  now: Instant,
): Assessment => {
  const inbound = '' as InboundId
  const hits = withHoursLeft(ports.crisis.read(text, yearOf(now), before), text, now)
  const identifiers = extractIdentifiers(text, ports.checks)
  const place = { seq: 1, at: now }
  const read: readonly CaseEvent[] = [
    { type: 'crisis_found', inbound, hits, sentences: [] },
    { type: 'identifiers_found', inbound, identifiers: identifiers.map((one) => ({ ...one, marks: [] })) },
  ]
  const fresh = emptyCase('' as CaseId)
  // As if it came just now: what may be a danger is asked about, and raises nothing yet.
  const begins = { ...fresh, conversation: { ...fresh.conversation, heard: { inbound, at: now } } }
  const begun = read.reduce<CaseState>((state, event) => evolve(state, event, place), begins)
  const context = { now, language, inbound, code: '', checks: ports.checks, facts: ports.facts.read, hits }
  const turn: Turn = {
    flow: ports.flow,
    context,
    state: begun.conversation,
    events: [],
    says: [],
    muted: true,
  }
  prefill(turn, untrusted(text))
  noteMinor(turn, hits, true)
  const state = turn.events.reduce<CaseState>((before, event) => evolve(before, event, place), begun)
  const { answers, skipped } = state.conversation
  const found = judge(ports.triage, { answers, skipped, facts: factsOf(ports.flow, state, now) })
  const crisis = CRISIS_LABELS.filter((label) => hits.some((hit) => hit.hard && hit.label === label))
  const asks = CRISIS_LABELS.filter(
    (label) => !crisis.includes(label) && hits.some((hit) => hit.label === label),
  )
  const severity = needsPeople(hits) ? moreUrgent(found.severity, ports.triage.called) : found.severity
  return { ...found, severity, crisis, primary: crisis[0], asks, hits, identifiers }
}
