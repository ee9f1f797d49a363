import { isSilentMark } from './marks.ts'
import type { CaseEvent } from './events.ts'
import type { InboundId } from '../base/ids.ts'
import type { Owed } from './owed.ts'
import type { Instant } from '../base/units.ts'
import { liveIn, withHeard } from './heard.ts'
import { withShared } from './shared-kept.ts'
import type { CaseState, EventPlace } from './state.ts'
import { counted } from './unread.ts'

const PREVIEW_LENGTH = 120
const KEPT_TOLD = 50

/** An answer has its time, and which message told it. */
export const withAnswer = (
  state: CaseState,
  event: Extract<CaseEvent, { type: 'answer_given' | 'answer_corrected' }>,
  place: EventPlace,
): CaseState => {
  const { live } = state
  const isLive =
    event.type === 'answer_given' &&
    live !== undefined &&
    event.inbound === live.inbound &&
    event.answer.kind === 'text'
  const followed = isLive ? { live: { ...live, step: event.step } } : {}
  const by =
    event.type === 'answer_given' && event.inbound !== undefined
      ? [event.inbound, ...(event.together ?? [])]
      : []
  const dated = {
    ...state,
    ...followed,
    answeredAt: { ...state.answeredAt, [event.step]: place.at },
    answeredBy: { ...state.answeredBy, [event.step]: by },
  }
  if (event.type === 'answer_corrected' || event.answer.kind !== 'text' || event.inbound === undefined)
    return dated
  const { step, inbound, together } = event
  const first = together?.[0] ?? inbound
  const heard = state.heard.find((one) => one.inbound === first)
  const came = heard === undefined ? {} : { sentAt: heard.sentAt, forwarded: heard.forwarded }
  return {
    ...dated,
    told: [...state.told, { step, inbound, ...came, ...(together === undefined ? {} : { together }) }].slice(
      -KEPT_TOLD,
    ),
  }
}

const wordsOf = (event: Extract<CaseEvent, { type: 'message_received' | 'message_edited' }>): string => {
  const body = event.message.body
  if (body.kind === 'text') return body.text
  return body.kind === 'media' ? (body.caption ?? '') : ''
}

/** The message waits for its answer; only one that was just written down. */
export const owing = (state: CaseState, inbound: InboundId, at: Instant): CaseState => {
  const { newest, ...rest } = state
  if (newest?.inbound !== inbound) return state
  const { owed } = state
  const before = state.conversation.heard?.before
  const since: Owed = owed ?? { since: at, last: at, lines: [], ...(before === undefined ? {} : { before }) }
  return { ...rest, owed: { ...since, last: at, lines: [...since.lines, newest] } }
}

/** What a message of the person changes in the case, besides that they wrote now. */
export const withMessage = (
  state: CaseState,
  event: Extract<CaseEvent, { type: 'message_received' }>,
  place: EventPlace,
): CaseState => {
  const words = wordsOf(event)
  const { body, sentAt } = event.message
  const newest =
    body.kind === 'text' ? { newest: { inbound: event.inbound, text: body.text, sentAt, at: place.at } } : {}
  const called = body.kind === 'call' ? { calledAt: place.at } : {}
  const unread = event.by === undefined ? counted(state, event.inbound, place.at) : {}
  if (isSilentMark(event.message)) return { ...state, ...unread }
  const kept = {
    ...state,
    ...called,
    exited: false,
    blocked: false,
    ...unread,
    shared: withShared(state, event),
    ...withHeard(state, event, place.at),
    ...liveIn(event),
    ...newest,
  }
  return words === '' ? kept : { ...kept, lastWords: words.slice(0, PREVIEW_LENGTH) }
}
