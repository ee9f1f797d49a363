import { isShut } from '../../policy/access/lock.ts'
import { isHidden, mayLookOn } from '../../policy/access/quiet.ts'
import type { Decision } from '../casebook/decision.ts'
import { buildDecision } from '../casebook/decision-builder.ts'
import type { CaseState } from '../../model/state.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import { hear, open, redact, type MessagePorts, type DecisionContext } from './arrival.ts'
import { converse } from './converse.ts'
import { scheduleReceipt, settleFiles } from './files.ts'
import { handOver } from './handed-over.ts'
import { access, keep, noteChat, noteNames, setAside, type Answered } from './keep.ts'
import { noteMinors } from './minors.ts'
import { pipeline } from './pipeline.ts'
import { sealStatements } from './statements.ts'

/** Files that waited for an answer that this message may have given. */
const files = (answered: Answered): Answered => {
  settleFiles(answered.ports, answered.out)
  return answered
}

const statements = (answered: Answered): Answered => {
  const { ports, out, inbound, item, supplies, statement } = answered
  if (item.edit === 0)
    sealStatements(ports, out, {
      item,
      evidence: supplies.evidence,
      statement: statement ? inbound : undefined,
    })
  return answered
}

const receipt = (answered: Answered): Answered => {
  scheduleReceipt(answered.out)
  return answered
}

/** What only somebody who has the phone in their hands sends. */
const IN_HAND: ReadonlySet<Inbound['body']['kind']> = new Set([
  'text',
  'press',
  'media',
  'contact',
  'location',
])

/** What was held until the person is there goes out. */
const release = ({ ports, out, item }: Answered): undefined => {
  const isThere = item.edit === 0 && IN_HAND.has(item.body.kind)
  const isCovered = isHidden(out.state) || isShut(out.state) || mayLookOn(ports.flow, out.state)
  if (isThere && !isCovered) out.release()
}

/**
 * The way of a message (core/README.md, Three ways through the house). What a stage may see is in
 * its type: after `redact` nothing secret.
 */
export const MESSAGE_STAGES = pipeline(open)
  .next(handOver)
  .next(hear)
  .next(redact)
  .next(noteChat)
  .next(setAside)
  .next(keep)
  .next(noteMinors)
  .next(access)
  .next(noteNames)
  .next(converse)
  .next(files)
  .next(statements)
  .next(receipt)
  .next(release)

/** What one inbound item means for its case. Pure. */
export const respond = (
  ports: MessagePorts,
  before: CaseState,
  {
    inbound,
    item,
    supplies,
  }: { readonly inbound: InboundId; readonly item: Inbound; readonly supplies: DecisionContext },
): Decision => {
  const out = buildDecision(before, supplies.now)
  MESSAGE_STAGES.run({ ports, out, inbound, arrived: item, supplies })
  return out.build({ actor: 'person', handles: { inbound } })
}
