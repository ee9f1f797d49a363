import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { Arrival } from './arrival.ts'
import { offerFile, scheduleReceipt } from './files.ts'
import { noteDanger, noteIdentifiers, readDanger } from './notice.ts'

/** Somebody is asked to come, whatever else is decided: the person was told that people are there. */
const takeOver = (
  out: DecisionBuilder,
  inbound: InboundId,
  body: Extract<Inbound['body'], { kind: 'handed_over' }>,
): void => {
  const { kind: _, ...rest } = body
  const isClosed = out.state.hands.status === 'closed'
  out.emit({ type: 'handed_over', inbound, ...rest })
  out.emit(isClosed ? { type: 'case_reopened' } : { type: 'handoff_requested', why: 'person' })
}

/**
 * Words and files that the person gave another bot before: kept, read for danger and for names, a
 * file judged like any other. They answer none of our questions and nothing is said to them.
 */
const keepTold = ({ ports, out, inbound, arrived: item, supplies }: Arrival): void => {
  out.emit({ type: 'message_received', inbound, message: item })
  noteDanger(out, { inbound, item, isWhole: true }, readDanger(ports, item, out.now))
  noteIdentifiers(ports, out, { inbound, item })
  const { body } = item
  if (body.kind === 'media')
    offerFile(ports, out, { inbound, item, body, evidence: supplies.evidence, isBare: false })
  out.unsay()
  scheduleReceipt(out)
}

/** What comes of another bot's doing is decided here; the person's own words, written here, go on. */
export const handOver = (arrival: Arrival): Arrival | undefined => {
  const { out, inbound, arrived } = arrival
  const { body } = arrived
  if (body.kind === 'handed_over') takeOver(out, inbound, body)
  else if (body.kind === 'ended') {
    out.emit({ type: 'chat_ended', inbound, session: body.session })
    // What our bot still had to say is for nobody.
    out.silence()
  } else if (arrived.elsewhere === true) keepTold(arrival)
  else return arrival
  return undefined
}
