import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { Flow } from '../../model/flow.ts'
import { placeWords, townNear } from '../../policy/conversation/place.ts'
import type { CaseEvent } from '../../model/events.ts'
import { hasRoom } from '../evidence/accept.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { ConversationInput } from '../../policy/conversation/input.ts'
import type { Identifier } from '../../text/identifiers/identifier.ts'
import type { Inbound } from '../../base/message.ts'
import { contactIdentifiers } from './notice.ts'
import { originOf } from './origin.ts'
import { untrusted } from '../../base/untrusted.ts'

/** The account that is named to the person, as they know it. */
const shownFrom = (item: Inbound): { readonly from?: string } => {
  const origin = originOf(item)
  if (item.channel !== 'telegram' || origin === undefined || origin.id === item.chat) return {}
  if (origin.handle !== undefined) return { from: `@${origin.handle}` }
  return origin.id === undefined || origin.name === undefined ? {} : { from: origin.name }
}

/** The conversation's view of what was shared. `kept`: it is sealed. */
export const sharedInput = (
  ports: Pick<CasePorts, 'checks'>,
  item: Inbound,
  kept: boolean,
): ConversationInput => {
  const { body, forward } = item
  const forwarded = forward === undefined ? {} : { forwarded: true as const }
  if (body.kind === 'location') return { kind: 'place', kept, place: body, ...forwarded }
  if (body.kind !== 'contact') return { kind: 'forwarded', kept, ...shownFrom(item) }
  const shown = untrusted([body.name, body.phone].filter((part) => part !== undefined).join(' '))
  const identifiers: readonly Identifier[] = contactIdentifiers(ports, item)
  return { kind: 'contact', kept, shown, identifiers, ...forwarded }
}

/**
 * Somebody who shares where they are goes on telling it by changing the message: the answer that it
 * was follows them.
 */
export const whereNow = (
  flow: Flow,
  { live, conversation, language }: CaseState,
  { message, body }: Inbound,
): readonly CaseEvent[] => {
  if (live?.step === undefined || live.message !== message || body.kind !== 'location') return []
  const before = conversation.answers[live.step]
  const text = untrusted(placeWords(body, townNear(flow.places, body), language))
  if (before?.kind !== 'text' || before.text === text) return []
  return [{ type: 'answer_given', step: live.step, answer: { kind: 'text', text }, inbound: live.inbound }]
}

/**
 * What was shared in words and is not sealed yet is announced: as many as there are ids. `state`:
 * the case before the message's own statement was announced.
 */
export const announceShared = (out: DecisionBuilder, state: CaseState, ids: readonly EvidenceId[]): void => {
  if (!hasRoom(state)) return
  for (const [index, evidence] of ids.slice(0, state.shared.length).entries()) {
    const waiting = state.shared[index]
    if (waiting === undefined) return
    out.emit({ type: 'evidence_announced', evidence, capture: 'as_sent', ...waiting })
    out.schedule({ kind: 'fetch', dueAt: out.now, payload: { evidence, inbound: waiting.inbound } })
  }
}
