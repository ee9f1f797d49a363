import { takesOneBack } from '../../policy/access/take-back.ts'
import { showsNothing, tellsNothing } from '../../policy/access/quiet.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { DecisionBuilder } from '../casebook/decision-builder.ts'
import type { CaseState } from '../../model/state.ts'
import type { ConversationInput } from '../../policy/conversation/input.ts'
import type { CaseEvent } from '../../model/events.ts'
import { judgeMedia, takesPrint } from '../evidence/accept.ts'
import { botIsSilent } from '../../policy/access/silent.ts'
import { takesFileBack } from '../../text/take-back.ts'
import { offerPrint, receiptOf, settleWaiting, type FetchPayload, type Settled } from '../evidence/waiting.ts'
import { letGoOf, takeFilesBack, type TakenBack } from '../evidence/taken-back.ts'
import type { EvidenceId, InboundId } from '../../base/ids.ts'
import { isWritten, type Capture, type Inbound } from '../../base/message.ts'
import { untrusted } from '../../base/untrusted.ts'
import { withoutPictures } from '../../text/card.ts'
import { isWatched, mediaAllowed } from '../../policy/conversation/gates.ts'

type MediaBody = Extract<Inbound['body'], { kind: 'media' }>

/**
 * A fingerprint that may not be kept is written down nowhere; what is left of it is a file that was
 * offered.
 */
export const withoutPrint = (flow: CasePorts['flow'], state: CaseState, item: Inbound): Inbound => {
  const { body } = item
  if (body.kind !== 'media' || body.media.print === undefined || takesPrint(flow, state)) return item
  const { print: _, ...media } = body.media
  return { ...item, body: { ...body, media } }
}

/**
 * Whoever may send no picture, or may not yet, sends none inside of a card either (law 10): it is
 * written down nowhere.
 */
export const withoutCardPicture = (flow: CasePorts['flow'], state: CaseState, item: Inbound): Inbound => {
  const { body } = item
  if (body.kind !== 'contact' || body.card === undefined) return item
  if (mediaAllowed(flow, state.conversation) === 'open') return item
  return { ...item, body: { ...body, card: untrusted(withoutPictures(body.card)) } }
}

/** `evidence`: ids for what is announced. `isBare`: a fingerprint came that may not be kept. */
type Given = {
  readonly inbound: InboundId
  readonly item: Inbound
  readonly body: MediaBody
  readonly evidence: readonly EvidenceId[]
  readonly isBare: boolean
}

/** A file is judged, and announced, let wait or refused; a fingerprint is kept. */
export const offerFile = (
  ports: Pick<CasePorts, 'flow' | 'capabilities' | 'printPage'>,
  out: DecisionBuilder,
  { inbound, item, body, evidence: [evidence], isBare }: Given,
): ConversationInput => {
  const { state } = out
  const { media, caption } = body
  // What stands under a forwarded file is another's word.
  const words = caption === undefined || item.forward !== undefined ? {} : { caption }
  const forwarded = item.forward === undefined ? {} : { forwarded: true as const }
  if (media.print !== undefined) {
    if (evidence === undefined) return { kind: 'media_refused', ...words }
    announce(out, { evidence, inbound, source: item }, { kind: media.kind, capture: media.capture, media })
    out.emit({ type: 'fingerprint_given', evidence, ...media.print })
    // At the question for files it is an answer; elsewhere nothing is said of it but the receipt.
    const isAwaited = ports.flow.steps.some(
      ({ id, kind }) => kind === 'media' && id === state.conversation.open?.step,
    )
    return isAwaited
      ? { kind: 'media', evidence, media: media.kind, ...words, ...forwarded }
      : { kind: 'media_refused', ...words }
  }
  const verdict = judgeMedia(ports.flow, state, media, ports.capabilities(item.channel).maxDownload)
  if (evidence === undefined) return { kind: 'media_refused', ...words }
  if (isBare && verdict.take === 'later') {
    out.emit({ type: 'evidence_refused', inbound, why: verdict.why })
    return { kind: 'media_refused', ...words }
  }
  const offered = { kind: media.kind, capture: media.capture, media } as const
  if (verdict.take === false) {
    out.emit({ type: 'evidence_refused', inbound, why: verdict.why })
    // Who has the case says it: the bot does not speak over them. A hidden chat knows of no files; where
    // somebody looks on it waits until it is safe.
    const isShown = !showsNothing(state) || isWatched(state.conversation)
    if (state.hands.status !== 'agent' && isShown)
      out.say(offerPrint(ports, { ...state, channel: item.channel }, verdict.say))
    // What must not be here is taken out of the chat as well, where the platform lets us: the phone
    // may be another's.
    // Where nobody showed whose the chat is, its going would tell an age.
    const isTold = state.conversation.unproven !== true
    if (isTold && verdict.why === 'age' && media.ref !== '' && takesOneBack(ports.capabilities(item.channel)))
      out.signal({ kind: 'wipe', messages: [item.message] })
    if (media.ref !== '') out.schedule({ kind: 'discard', dueAt: out.now, payload: { inbound } })
    return { kind: 'media_refused', ...words }
  }
  // Without a reference it is on the person's device still: it is called from there, at once where
  // an answer came meanwhile.
  if (verdict.take === 'later' || media.ref === '') {
    const why = verdict.take === 'later' ? verdict.why : 'age'
    const { message } = item
    out.emit({
      type: 'evidence_waiting',
      ...offeredBy({ evidence, inbound, source: item }, offered),
      why,
      message,
      ...(media.ref === '' ? { onDevice: true } : {}),
    })
    return verdict.take === 'later'
      ? { kind: 'media_waits', evidence, media: media.kind, why, ...words }
      : { kind: 'media_refused', ...words }
  }
  announce(out, { evidence, inbound, source: item }, offered)
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

/** An item of evidence, the message it comes of, and what is said of that. */
type Named = { readonly evidence: EvidenceId; readonly inbound: InboundId; readonly source: Source }

const offeredBy = ({ evidence, inbound, source }: Named, { kind, capture, media }: Announced) => ({
  evidence,
  inbound,
  kind,
  capture,
  forwarded: source.forward !== undefined,
  sentAt: source.sentAt,
  ...(media?.fileName === undefined ? {} : { fileName: media.fileName }),
  ...(media?.mime === undefined ? {} : { declaredMime: media.mime }),
  ...(media?.size === undefined ? {} : { declaredSize: media.size }),
  ...(media?.duration === undefined ? {} : { duration: media.duration }),
  ...(media?.facts === undefined ? {} : { facts: media.facts }),
})

export const announce = (out: DecisionBuilder, named: Named, what: Announced): void => {
  const { evidence, inbound } = named
  const lines = what.lines === undefined ? {} : { lines: what.lines }
  out.emit({ type: 'evidence_announced', ...offeredBy(named, what), ...lines })
  if (what.media?.print === undefined)
    out.schedule({
      kind: 'fetch',
      dueAt: out.now,
      payload: { evidence, inbound, ...lines } satisfies FetchPayload,
    })
}

/**
 * What waited for an answer that may just have come. Why files are let go is said before the
 * question that stands.
 */
export const settleFiles = (
  ports: Pick<CasePorts, 'flow' | 'capabilities' | 'printPage'>,
  out: DecisionBuilder,
): void => {
  const { events, jobs, says, signals } = settleWaiting(ports, out.state, out.now)
  out.emit(...events)
  out.schedule(...jobs)
  out.signal(...signals)
  // Some of them may have come before the chat was left, and a decoy knows of none: nothing tells that they
  // are there.
  if (!tellsNothing(ports.flow, out.state) && !out.state.access.decoy) out.sayBeforeQuestion(...says)
}

const settle = (out: DecisionBuilder, { events, jobs, signals }: Omit<Settled, 'says'>): void => {
  out.emit(...events)
  out.schedule(...jobs)
  out.signal(...signals)
}

/**
 * A later version of a message takes back its files: what is not sealed is let go, in every state, whoever
 * holds the phone. It is answered only where it was asked for in words: a chat that somebody clears stays quiet.
 */
export const letGoTaken = (
  ports: Pick<CasePorts, 'capabilities'>,
  out: DecisionBuilder,
  { body }: Inbound,
  taken: TakenBack,
): void => {
  const isAsked = body.kind === 'media' && taken.instead === undefined
  const before = out.state
  const settled = letGoOf(ports, before, taken.files, { now: out.now, leaves: isAsked })
  settle(out, settled)
  if (!isAsked || showsNothing(before) || before.access.decoy || botIsSilent(before)) return
  if (taken.files.length > 0) out.say({ key: settled.events.length > 0 ? 'file-let-go' : 'file-stays' })
}

/** Who takes back a file that they sent is obeyed where it waits, and told what is possible where it is sealed. */
export const takeBackFiles = (
  ports: Pick<CasePorts, 'flow' | 'capabilities' | 'printPage'>,
  out: DecisionBuilder,
  { body, forward }: Inbound,
): boolean => {
  if (body.kind !== 'text' || forward !== undefined || !takesFileBack(body.text)) return false
  if (showsNothing(out.state) || out.state.access.decoy) return false
  const settled = takeFilesBack(ports, out.state, out.now)
  if (settled === undefined) return false
  settle(out, settled)
  // Who has the case says it: the bot does not speak over them.
  if (!botIsSilent(out.state)) out.say(...settled.says)
  return true
}

/** One receipt for what was announced in this message. */
export const scheduleReceipt = (out: DecisionBuilder): void => {
  const taken = out.events.some((event) => event.type === 'evidence_announced' && !isWritten(event.kind))
  if (!taken) return
  const { events, jobs } = receiptOf(out.state, out.now)
  out.emit(...events)
  out.schedule(...jobs)
}
