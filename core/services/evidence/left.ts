import { idsApart } from '../../model/apart.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { CaseEvent } from '../../model/events.ts'
import { evolve } from '../../model/evolve.ts'
import type { CaseState, WaitingFile } from '../../model/state.ts'
import type { Instant } from '../../base/units.ts'
import { receiptOf, settleWaiting, type Settled, type WaitingPorts } from './waiting.ts'

/**
 * Of the files that wait in a case, those that were sent: what waits on the person's device comes
 * from there by itself. What waited when the chat was left stays in its case: who goes back from there
 * to a case of their own may be another.
 */
export const sentAndWaiting = ({ waiting, conversation }: CaseState): readonly WaitingFile[] => {
  const apart = idsApart(conversation)
  return waiting.filter(({ onDevice, evidence }) => onDevice !== true && !apart.includes(evidence))
}

/** A file that waits in the case that is left, with the message it came in and an id of its own elsewhere. */
export type CarriedFile = {
  readonly file: WaitingFile
  readonly message: Inbound
  readonly evidence: EvidenceId
}

/**
 * What becomes of files that wait in the case `left` when its person goes back to an older one that
 * knows that nothing may be taken at this age: they are let go and the person hears why. Nothing
 * otherwise. `events` and `jobs` are for `left`; `says` and `signals` for the chat, which belongs to
 * the older one now. May be asked twice, with the same answer as long as neither case went on.
 */
export const settleLeft = (
  ports: WaitingPorts,
  left: CaseState,
  { conversation }: CaseState,
  now: Instant,
): Settled | undefined => {
  // Whoever has the older case does not see these files, so that the bot says it.
  const { apart } = left.conversation
  const known = apart === undefined ? conversation : { ...conversation, apart }
  const gone = settleWaiting(ports, { ...left, conversation: known, hands: { status: 'bot' } }, now)
  return gone.events.some(({ type }) => type === 'evidence_refused') ? gone : undefined
}

/**
 * The files go on into the older case `state`, messages and all: there they are fetched where its
 * age allows it, or go on waiting for the answer. Nothing has to be sent again.
 */
export const carryLeft = (
  ports: WaitingPorts,
  carried: readonly CarriedFile[],
  state: CaseState,
  now: Instant,
): Settled => {
  if (carried.length === 0) return { events: [], jobs: [], says: [], signals: [] }
  const came = carried.flatMap(({ file, message, evidence }): readonly CaseEvent[] => [
    { type: 'message_received', inbound: file.inbound, message },
    { type: 'evidence_waiting', ...file, evidence, message: message.message },
  ])
  const after = came.reduce((before, event) => evolve(before, event, { seq: state.seq + 1, at: now }), state)
  const settled = settleWaiting(ports, after, now)
  const isTaken = settled.events.some(({ type }) => type === 'evidence_announced')
  const receipt = isTaken ? receiptOf(state, now) : { events: [], jobs: [] }
  return {
    events: [...came, ...settled.events, ...receipt.events],
    jobs: [...settled.jobs, ...receipt.jobs],
    signals: settled.signals,
    says: [{ key: 'return-files-along', args: { count: carried.length } }],
  }
}
