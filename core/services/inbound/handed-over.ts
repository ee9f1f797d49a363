import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { InboundId } from '../../base/ids.ts'
import { offerFile, scheduleReceipt } from './files.ts'
import type { Draft } from './draft.ts'
import type { Inbound } from '../../base/message.ts'
import { noteDanger, noteIdentifiers, readDanger } from './notice.ts'
import type { Supplies } from './respond.ts'

type Ports = Pick<CasePorts, 'flow' | 'capabilities' | 'printPage' | 'crisis' | 'checks' | 'hasher'>
type Arrived = { readonly inbound: InboundId; readonly item: Inbound; readonly supplies: Supplies }

/** Somebody is asked to come, whatever else is decided: the person was told that people are there. */
const takeOver = (
  draft: Draft,
  { hands }: CaseState,
  inbound: InboundId,
  body: Extract<Inbound['body'], { kind: 'handed_over' }>,
): void => {
  const { kind: _, ...rest } = body
  draft.events.push({ type: 'handed_over', inbound, ...rest })
  if (hands.status === 'closed') draft.events.push({ type: 'case_reopened' })
  else draft.events.push({ type: 'handoff_requested', why: 'person' })
}

/**
 * Words and files that the person gave another bot before: kept, read for danger and for names, a file judged like any other. They answer none of our
 * questions and nothing is said to them.
 */
const keep = (
  ports: Ports,
  draft: Draft,
  reached: () => CaseState,
  { inbound, item, supplies }: Arrived,
): void => {
  draft.events.push({ type: 'message_received', inbound, message: item })
  noteDanger(draft, inbound, item, item, readDanger(ports, item, supplies.now))
  noteIdentifiers(ports, draft, reached(), inbound, item, supplies.now)
  const { body } = item
  if (body.kind === 'media')
    offerFile(ports, draft, { state: reached(), inbound, item, body, supplies, isBare: false })
  draft.says = []
  scheduleReceipt(draft, reached(), supplies)
}

/** Decides what comes of another bot's doing; false where the item is the person's own, written here. */
export const decideHandedOver = (
  ports: Ports,
  draft: Draft,
  reached: () => CaseState,
  arrived: Arrived,
): boolean => {
  const { inbound, item } = arrived
  const { body } = item
  if (body.kind === 'handed_over') {
    takeOver(draft, reached(), inbound, body)
    return true
  }
  if (body.kind === 'ended') {
    draft.events.push({ type: 'chat_ended', inbound, session: body.session })
    // What our bot still had to say is for nobody.
    draft.silence = true
    return true
  }
  if (item.elsewhere !== true) return false
  keep(ports, draft, reached, arrived)
  return true
}
