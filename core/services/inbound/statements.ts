import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { Told } from '../../model/state.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import type { EvidenceId, InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'
import type { Instant } from '../../base/units.ts'
import { announce, type Source } from './files.ts'
import { announceShared } from './shared.ts'

/** `now`: of the message at hand, where it is not known any more when the first was sent. */
const originOfTold = ({ sentAt, forwarded }: Told, now: Instant): Source => ({
  sentAt: sentAt ?? now,
  ...(forwarded === true ? { forward: true } : {}),
})

/**
 * The person's own account, every forwarded text, contact cards and places are evidence: sealed as
 * the bytes that came. What came before consent waits for it. `item`: what this comes of.
 * `statement`: the message that is one by itself.
 */
export const sealStatements = (
  { flow }: Pick<CasePorts, 'flow'>,
  out: DecisionBuilder,
  {
    item,
    evidence,
    statement,
  }: {
    readonly item: Pick<Inbound, 'forward' | 'sentAt'>
    readonly evidence: readonly EvidenceId[]
    readonly statement?: InboundId | undefined
  },
): void => {
  const { state } = out
  const [, ...free] = evidence
  if (!consentGiven(flow, state.conversation)) return
  const steps = new Set(
    flow.steps.filter((step) => step.kind === 'text' && step.statement === true).map((step) => step.id),
  )
  const sealed = new Set(
    Object.values(state.evidence).flatMap((known) => (known.kind === 'statement' ? [known.inbound] : [])),
  )
  const told = state.told.find((one) => steps.has(one.step) && !sealed.has(one.inbound))
  const inbound = statement ?? told?.inbound
  const lines = inbound === told?.inbound ? told?.together : undefined
  const what = { kind: 'statement', capture: 'as_sent', ...(lines === undefined ? {} : { lines }) } as const
  const id = inbound === undefined ? undefined : free.shift()
  // What was told earlier is announced as of then, whatever is sent or forwarded now.
  const source = statement === undefined && told !== undefined ? originOfTold(told, item.sentAt) : item
  if (inbound !== undefined && id !== undefined) announce(out, { evidence: id, inbound, source }, what)
  announceShared(out, state, free)
}
