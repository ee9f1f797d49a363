import { idsApart } from '../../model/apart.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import type { Decision } from '../casebook/decision.ts'
import { takesOneBack } from '../../policy/access/take-back.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState, WaitingFile } from '../../model/state.ts'
import { consentGiven, mediaAllowed } from '../../policy/conversation/gates.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceId, InboundId } from '../../base/ids.ts'
import type { OutboundContent } from '../../ports/channel.ts'
import { after, seconds, type Instant } from '../../base/units.ts'
import { sayNoFile } from './accept.ts'

/**
 * How long the receipt waits for more of an album: parts arrive within a second, and nobody wants
 * eleven receipts.
 */
export const RECEIPT_QUIET = seconds(1.5)

type Job = NonNullable<Decision['jobs']>[number]

/** What a job of kind `fetch` holds. `lines`: the messages of a statement that was written in several. */
export type FetchPayload = {
  readonly evidence: EvidenceId
  readonly inbound: InboundId
  readonly lines?: readonly InboundId[]
}

export type WaitingPorts = Pick<CasePorts, 'flow' | 'capabilities' | 'printPage'>

export type Settled = {
  readonly events: readonly CaseEvent[]
  readonly jobs: readonly Job[]
  readonly says: readonly Say[]
  readonly signals: readonly OutboundContent[]
}

/**
 * Where law 10 forbids a file, its fingerprint can be made on the person's own phone: in the web
 * chat itself, or there by a link. Who has not agreed yet is offered none: none would be kept.
 */
export const offerPrint = (
  { flow, printPage }: Pick<CasePorts, 'flow' | 'printPage'>,
  { channel, conversation }: Pick<CaseState, 'channel' | 'conversation'>,
  say: Say,
): Say => {
  if (!say.key.startsWith('media-refused-') || !consentGiven(flow, conversation)) return say
  if (channel === 'webchat') return { ...say, key: `${say.key}-here` }
  return printPage === undefined ? say : { ...say, key: `${say.key}-there`, args: { link: printPage } }
}

/** One receipt for all that comes together; nothing where one is on its way. */
export const receiptOf = (
  { receipt }: CaseState,
  now: Instant,
): { readonly events: readonly CaseEvent[]; readonly jobs: readonly Job[] } =>
  receipt.due
    ? { events: [], jobs: [] }
    : {
        events: [{ type: 'receipt_scheduled' }],
        jobs: [{ kind: 'receipt', dueAt: after(now, RECEIPT_QUIET), payload: {} }],
      }

const announced = (file: WaitingFile): CaseEvent => {
  const { why: _, message: __, onDevice: ___, ...offered } = file
  return { type: 'evidence_announced', ...offered }
}

/**
 * The answer allows it: what waited is announced and fetched; what waited on the person's device
 * comes from there by itself.
 */
const letIn = (waiting: readonly WaitingFile[], now: Instant): Settled => ({
  events: waiting.map((file) => {
    const { onDevice, evidence, inbound } = file
    return onDevice === true ? { type: 'evidence_called', evidence, inbound } : announced(file)
  }),
  jobs: waiting.flatMap(({ onDevice, evidence, inbound }) =>
    onDevice === true
      ? []
      : [{ kind: 'fetch', dueAt: now, payload: { evidence, inbound } satisfies FetchPayload } as const],
  ),
  says: [],
  signals: [],
})

/** It does not: nothing of them was fetched, nothing is, and the reason is said once for all of them. */
const letGo = (
  ports: WaitingPorts,
  state: CaseState,
  waiting: readonly WaitingFile[],
  now: Instant,
): Settled => {
  const { channel } = state
  // What must not be here is taken out of the chat as well, where the platform lets us: the phone
  // may be another's.
  const messages = takesOneBack(ports.capabilities(channel))
    ? waiting.flatMap(({ message, onDevice }) => (onDevice === true ? [] : (message ?? [])))
    : []
  return {
    events: waiting.map(({ evidence, inbound }) => ({
      type: 'evidence_refused',
      inbound,
      evidence,
      why: 'age',
    })),
    jobs: waiting.flatMap(({ onDevice, inbound }) =>
      onDevice === true ? [] : [{ kind: 'discard', dueAt: now, payload: { inbound } } as const],
    ),
    // Who has the case says it: the bot does not speak over them.
    says: botIsSilent(state) ? [] : [offerPrint(ports, state, sayNoFile(ports.flow, state))],
    signals: messages.length === 0 ? [] : [{ kind: 'wipe', messages }],
  }
}

/**
 * What becomes of the files that wait, by what is known now; nothing while consent or the age is
 * still open, and of those that waited when the chat was left before it is shown whose it is
 * (core/model/apart). To be asked wherever an answer may have changed, with the state after it.
 */
export const settleWaiting = (ports: WaitingPorts, state: CaseState, now: Instant): Settled => {
  const apart = idsApart(state.conversation)
  const waiting = state.waiting.filter(({ evidence }) => !apart.includes(evidence))
  const allowed = waiting.length === 0 ? 'unknown' : mediaAllowed(ports.flow, state.conversation)
  if (allowed === 'open') return letIn(waiting, now)
  return allowed === 'age'
    ? letGo(ports, state, waiting, now)
    : { events: [], jobs: [], says: [], signals: [] }
}
