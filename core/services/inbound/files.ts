import { takesOneBack } from '../../policy/access/take-back.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { ConversationInput } from '../../policy/conversation/input.ts'
import type { CaseEvent } from '../../model/events.ts'
import { judgeMedia, takesPrint } from '../evidence/accept.ts'
import { offerPrint, receiptOf, settleWaiting, type FetchPayload } from '../evidence/waiting.ts'
import type { EvidenceId, InboundId } from '../../base/ids.ts'
import type { Draft } from './draft.ts'
import type { Instant } from '../../base/units.ts'
import { isWritten, type Capture, type Inbound } from '../../base/message.ts'

type Supplies = { readonly now: Instant; readonly evidence: readonly EvidenceId[] }
type MediaBody = Extract<Inbound['body'], { kind: 'media' }>

/** A fingerprint that may not be kept is written down nowhere; what is left of it is a file that was offered. */
export const withoutPrint = (flow: CasePorts['flow'], state: CaseState, item: Inbound): Inbound => {
  const { body } = item
  if (body.kind !== 'media' || body.media.print === undefined || takesPrint(flow, state)) return item
  const { print: _, ...media } = body.media
  return { ...item, body: { ...body, media } }
}

/** `isBare`: a fingerprint came that may not be kept. */
type Given = {
  readonly state: CaseState
  readonly inbound: InboundId
  readonly item: Inbound
  readonly body: MediaBody
  readonly supplies: Supplies
  readonly isBare: boolean
}

/** A file is judged, and announced, let wait or refused; a fingerprint is kept. */
export const offerFile = (
  ports: Pick<CasePorts, 'flow' | 'capabilities' | 'printPage'>,
  draft: Draft,
  { state, inbound, item, body, supplies, isBare }: Given,
): ConversationInput => {
  const { media, caption } = body
  // What stands under a forwarded file is another's word.
  const words = caption === undefined || item.forward !== undefined ? {} : { caption }
  const forwarded = item.forward === undefined ? {} : { forwarded: true as const }
  if (media.print !== undefined) {
    const [evidence] = supplies.evidence
    if (evidence === undefined) return { kind: 'media_refused', ...words }
    announce(draft, evidence, inbound, item, { kind: media.kind, capture: media.capture, media }, supplies)
    draft.events.push({ type: 'fingerprint_given', evidence, ...media.print })
    // At the question for files it is an answer; elsewhere nothing is said of it but the receipt.
    const isAwaited = ports.flow.steps.some(
      ({ id, kind }) => kind === 'media' && id === state.conversation.open?.step,
    )
    return isAwaited
      ? { kind: 'media', evidence, media: media.kind, ...words, ...forwarded }
      : { kind: 'media_refused', ...words }
  }
  const verdict = judgeMedia(ports.flow, state, media, ports.capabilities(item.channel).maxDownload)
  const [evidence] = supplies.evidence
  if (evidence === undefined) return { kind: 'media_refused', ...words }
  if (isBare && verdict.take === 'later') {
    draft.events.push({ type: 'evidence_refused', inbound, why: verdict.why })
    return { kind: 'media_refused', ...words }
  }
  const offered = { kind: media.kind, capture: media.capture, media } as const
  if (verdict.take === false) {
    draft.events.push({ type: 'evidence_refused', inbound, why: verdict.why })
    // Who has the case says it: the bot does not speak over them.
    if (state.hands.status !== 'agent') draft.says.push(offerPrint(ports, item.channel, verdict.say))
    // What must not be here is taken out of the chat as well, where the platform lets us: the phone may be another's.
    if (verdict.why === 'age' && media.ref !== '' && takesOneBack(ports.capabilities(item.channel)))
      draft.signals.push({ kind: 'wipe', messages: [item.message] })
    if (media.ref !== '') draft.jobs.push({ kind: 'discard', dueAt: supplies.now, payload: { inbound } })
    return { kind: 'media_refused', ...words }
  }
  // Without a reference it is on the person's device still: it is called from there, at once where an answer came meanwhile.
  if (verdict.take === 'later' || media.ref === '') {
    const why = verdict.take === 'later' ? verdict.why : 'age'
    const { message } = item
    draft.events.push({
      type: 'evidence_waiting',
      ...offeredBy(evidence, inbound, item, offered),
      why,
      message,
      ...(media.ref === '' ? { onDevice: true } : {}),
    })
    return verdict.take === 'later'
      ? { kind: 'media_waits', evidence, media: media.kind, why, ...words }
      : { kind: 'media_refused', ...words }
  }
  announce(draft, evidence, inbound, item, offered, supplies)
  return { kind: 'media', evidence, media: media.kind, ...words, ...forwarded }
}

type Announced = {
  readonly kind: Extract<CaseEvent, { type: 'evidence_announced' }>['kind']
  readonly capture: Capture
  readonly media?: Extract<Inbound['body'], { kind: 'media' }>['media']
  /** All messages of a statement that was written in several. */
  readonly lines?: readonly InboundId[]
}

/** What of a message is said with something that it holds. */
export type Source = Pick<Inbound, 'sentAt'> & { readonly forward?: unknown }

const offeredBy = (
  evidence: EvidenceId,
  inbound: InboundId,
  item: Source,
  { kind, capture, media }: Announced,
) => ({
  evidence,
  inbound,
  kind,
  capture,
  forwarded: item.forward !== undefined,
  sentAt: item.sentAt,
  ...(media?.fileName === undefined ? {} : { fileName: media.fileName }),
  ...(media?.mime === undefined ? {} : { declaredMime: media.mime }),
  ...(media?.size === undefined ? {} : { declaredSize: media.size }),
  ...(media?.duration === undefined ? {} : { duration: media.duration }),
  ...(media?.facts === undefined ? {} : { facts: media.facts }),
})

export const announce = (
  draft: Draft,
  evidence: EvidenceId,
  inbound: InboundId,
  item: Source,
  what: Announced,
  supplies: Supplies,
): void => {
  const lines = what.lines === undefined ? {} : { lines: what.lines }
  draft.events.push({ type: 'evidence_announced', ...offeredBy(evidence, inbound, item, what), ...lines })
  if (what.media?.print === undefined)
    draft.jobs.push({
      kind: 'fetch',
      dueAt: supplies.now,
      payload: { evidence, inbound, ...lines } satisfies FetchPayload,
    })
}

/** What waited for an answer that may just have come. Why files are let go is said before the question that stands. */
export const settleFiles = (
  ports: Pick<CasePorts, 'flow' | 'capabilities' | 'printPage'>,
  draft: Draft,
  state: CaseState,
  { now }: Supplies,
): void => {
  const { events, jobs, says, signals } = settleWaiting(ports, state, now)
  draft.events.push(...events)
  draft.jobs.push(...jobs)
  draft.signals.push(...signals)
  const question = draft.says.findLastIndex(({ choices }) => choices !== undefined && choices.length > 0)
  draft.says.splice(question === -1 ? draft.says.length : question, 0, ...says)
}

/** One receipt for what was announced in this message. */
export const scheduleReceipt = (draft: Draft, state: CaseState, supplies: Supplies): void => {
  const taken = draft.events.some((event) => event.type === 'evidence_announced' && !isWritten(event.kind))
  if (!taken) return
  const { events, jobs } = receiptOf(state, supplies.now)
  draft.events.push(...events)
  draft.jobs.push(...jobs)
}
