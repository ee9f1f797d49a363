import type { Casebook, Decision } from '../case/casebook.ts'
import type { CasePorts } from '../case/ports.ts'
import { askOfNew } from '../access/sharing.ts'
import type { EvidenceState } from '../case/exhibits.ts'
import type { CaseState } from '../case/state.ts'
import { decideConversation } from '../conversation/decide.ts'
import type { Say } from '../conversation/say.ts'
import type { CaseEvent } from '../events.ts'
import type { EvidenceId } from '../ids.ts'
import type { JobRow } from '../ports/store.ts'
import { RECEIPT_QUIET } from '../inbound/respond.ts'
import { sealOf, shortSeal } from './seal.ts'
import { after, minutes, seconds, type Instant } from '../units.ts'

/** A file that does not arrive must not hold up the receipt of those that did. */
const PATIENCE = minutes(2)

type Kept = Extract<EvidenceState, { status: 'sealed' | 'fingerprint' }>

const itemsOf = (state: CaseState): readonly (readonly [EvidenceId, EvidenceState])[] =>
  (Object.entries(state.evidence) as [EvidenceId, EvidenceState][]).filter(([, item]) => item.kind !== 'statement')

/** Until when the receipt waits: more may come, or something is still under way. Nothing where it can be given now. */
const waitsUntil = (state: CaseState, now: Instant): Instant | undefined => {
  const due = itemsOf(state).map(([, item]) => {
    const quiet = after(item.announcedAt, RECEIPT_QUIET)
    return item.status === 'pending' && now < after(item.announcedAt, PATIENCE) ? after(now, seconds(1)) : quiet
  })
  const latest = due.reduce<number>((max, at) => Math.max(max, at), 0)
  return latest > now ? (latest as Instant) : undefined
}

/** One receipt for what arrived since the last: how many, when, and a seal that shows a later swap (house, flow 2). */
export const giveReceipt = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const now = ports.clock.now()
  const { status, state } = await casebook.append(job.caseId, (state): Decision | undefined => {
    if (!state.receipt.due || waitsUntil(state, now) !== undefined) return undefined
    const fresh = itemsOf(state).filter(
      (entry): entry is [EvidenceId, Kept] =>
        (entry[1].status === 'sealed' || entry[1].status === 'fingerprint') && !state.receipt.given.includes(entry[0]),
    )
    // One seal whatever was said in how many messages: it is what the event states.
    const seal = sealOf(
      ports.hasher,
      fresh.map(([, item]) => item.sha256),
    )
    const sayOf = (key: 'receipt' | 'receipt-fingerprint', status: Kept['status']): readonly Say[] => {
      const items = fresh.flatMap(([, item]) => (item.status === status ? [item] : []))
      if (items.length === 0) return []
      return [{ key, args: { count: items.length, time: ports.phrases.time(now), seal: shortSeal(seal), code: state.code } }]
    }
    const silent = fresh.length === 0 || state.hands.status === 'agent' || state.exited
    const given = {
      type: 'receipt_given',
      evidence: fresh.map(([id]) => id),
      ...(fresh.length === 0 ? {} : { seal }),
    } as const satisfies CaseEvent
    // No more files came: the question for them is answered, and the next one stands under the receipt.
    const context = { now, language: state.language, code: state.code, checks: ports.checks }
    const next = silent ? undefined : decideConversation(ports.flow, state.conversation, { kind: 'settled' }, context)
    // Two questions at once are none: where one of the flow stands, this one is found under "show me what you have".
    const isFree = next !== undefined && next.says.length === 0 && state.conversation.open === undefined
    const share = isFree ? askOfNew(ports, state, given.evidence, now) : undefined
    return {
      actor: 'system',
      events: [given, ...(next?.events ?? []), ...(share === undefined ? [] : [share.event])],
      says:
        next === undefined
          ? []
          : [
              ...sayOf('receipt', 'sealed'),
              ...sayOf('receipt-fingerprint', 'fingerprint'),
              ...next.says,
              ...(share === undefined ? [] : [share.say]),
            ],
      handles: { job: job.id },
    }
  })
  if (status !== 'nothing') return
  const until = waitsUntil(state, now)
  if (until === undefined) await ports.store.jobs.finish(job.id)
  else await ports.store.jobs.postpone(job.id, until)
}
