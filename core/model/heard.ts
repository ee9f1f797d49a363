import type { Instant } from '../base/units.ts'
import { LONGEST_BEFORE, MOST_BEFORE, TALK } from '../text/danger/outcome.ts'
import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

/** More than are ever answered at once. */
const KEPT_HEARD = 60

export const withHeard = (
  state: CaseState,
  event: Extract<CaseEvent, { type: 'message_received' }>,
  at: Instant,
): Pick<CaseState, 'heard' | 'lately'> => {
  const { inbound, message } = event
  const forwarded = message.forward !== undefined
  const newest = { inbound, sentAt: message.sentAt, forwarded, message: message.message }
  return { heard: [...state.heard, newest].slice(-KEPT_HEARD), lately: withLately(state, event, at) }
}

/** A place that moves is followed by its later versions. */
export const liveIn = ({
  inbound,
  message,
}: Extract<CaseEvent, { type: 'message_received' }>): Pick<CaseState, 'live'> =>
  message.body.kind === 'location' && message.body.live === true && message.forward === undefined
    ? { live: { inbound, message: message.message } }
    : {}

/** The message with those just before it; what others wrote or sent on is none of the person's own talk. */
const withLately = (
  { lately }: CaseState,
  { message, by }: Extract<CaseEvent, { type: 'message_received' }>,
  at: Instant,
): CaseState['lately'] => {
  if (message.body.kind !== 'text' || message.forward !== undefined || by !== undefined) return lately
  const before = lately.filter((one) => at - one.at <= TALK)
  return [...before, { text: message.body.text.slice(-LONGEST_BEFORE), at }].slice(-MOST_BEFORE)
}

/** What the person wrote just before, of this talk. */
export const saidLately = ({ lately }: CaseState, now: Instant): readonly string[] =>
  lately.filter(({ at }) => now - at <= TALK).map(({ text }) => text)

/** When each danger was heard; what was said until then is not read together again. */
export const dangerHeard = (
  { crisisAt }: CaseState,
  { hits }: Extract<CaseEvent, { type: 'crisis_found' }>,
  at: Instant,
): Pick<CaseState, 'crisisAt' | 'lately'> => ({
  lately: [],
  crisisAt: { ...crisisAt, ...Object.fromEntries(hits.map(({ rule }) => [rule, at])) },
})

/** The questions that a message answered, by the platform's name of it. */
export const answeredIn = ({ heard, answeredBy }: CaseState, message: string): readonly string[] => {
  const inbounds = heard.flatMap((one) => (one.message === message && !one.forwarded ? [one.inbound] : []))
  return Object.keys(answeredBy).filter((step) =>
    answeredBy[step]?.some((inbound) => inbounds.includes(inbound)),
  )
}
