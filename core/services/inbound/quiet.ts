import type { CasePorts } from '../casebook/ports.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import { isLeft } from '../../policy/access/lock.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { needsPeople } from '../../policy/conversation/danger.ts'
import { isLate, wholeAs } from '../../policy/conversation/together.ts'
import type { Owed } from '../../model/owed.ts'
import type { CrisisHit } from '../../base/danger.ts'
import { after, seconds, type Instant } from '../../base/units.ts'
import type { InboundId } from '../../base/ids.ts'
import type { Inbound } from '../../base/message.ts'

/** People in fear write in short messages, a second or two apart. */
export const REPLY_QUIET = seconds(2.5)
/** Whoever goes on and on is answered in between. */
export const LONGEST_WAIT = seconds(20)

/** A flood is answered in pieces: what waits is kept in memory, and becomes one answer. */
const MOST_LINES = 40

/** Until when the answer waits for more words. */
export const replyDueAt = ({ since, last }: Owed): Instant =>
  Math.min(after(last, REPLY_QUIET), after(since, LONGEST_WAIT)) as Instant

/**
 * Whether the answer to a message waits until no more words come. Everything that says all it has
 * to say is answered at once, and danger before all; so is everything where the bot is silent
 * anyway.
 */
export const waitsForMore = (
  { flow }: Pick<CasePorts, 'flow'>,
  { state, now }: Pick<DecisionBuilder, 'state' | 'now'>,
  item: Inbound,
  hits: readonly CrisisHit[],
): boolean => {
  const { body } = item
  if (body.kind !== 'text' || item.edit > 0 || item.forward !== undefined || body.text.trim() === '')
    return false
  if (botIsSilent(state) || isHidden(state) || isLeft(state) || needsPeople(hits)) return false
  if ((state.owed?.lines.length ?? 0) >= MOST_LINES) return false
  const whole = wholeAs(flow, state.conversation, body.text, now)
  // Sent while we were down: what it answers is decided with all the rest that was.
  return whole === undefined || (whole === 'answer' && isLate({ at: now, sentAt: item.sentAt }))
}

/**
 * The first of several messages sets the timer; each later one moves it
 * (core/services/inbound/reply). Somebody is seen to listen meanwhile.
 */
export const owe = (out: DecisionBuilder, inbound: InboundId): void => {
  const isFirst = out.state.owed === undefined
  out.emit({ type: 'reply_owed', inbound })
  if (!isFirst) return
  out.schedule({ kind: 'reply', dueAt: after(out.now, REPLY_QUIET), payload: {} })
  out.signal({ kind: 'typing' })
}
