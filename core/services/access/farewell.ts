import { isErased, type Casebook } from '../casebook/casebook.ts'
import { jobContext, outboxContext, type Envelope } from '../casebook/envelope.ts'
import { eraseCase, eraseUnchanged, type Farewell, type Tombstone } from '../erasure/erase.ts'
import { isHeld, type EraseJob } from '../agents/hold.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { isolateRuns } from '../../base/bidi.ts'
import { momentIn } from '../../policy/conversation/moment.ts'
import { pickedOptions } from '../../policy/conversation/condition.ts'
import { findStep, isDiscreet, optionsOf } from '../../policy/conversation/steps.ts'
import { SHOWN_FOR } from '../delivery/shown.ts'
import { ALL, messagesIn, type WipeJob } from '../delivery/wipe.ts'
import { outboxId, type CaseCode, type CaseId, type ChatKey } from '../../base/ids.ts'
import type { ChatAddress } from '../../base/message.ts'
import { chatKeyOf } from '../../model/chat-key.ts'
import type { Language } from '../../base/language.ts'
import type { App, Capabilities, OutboundContent } from '../../ports/channel.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { NewOutboxRow } from '../../ports/store/outbox.ts'
import { after, type Instant, type Ms } from '../../base/units.ts'
import { expiresAt, lookAgain } from '../../policy/access/expiry.ts'
import { innocent } from '../../policy/conversation/innocent.ts'
import { takesBack } from '../../policy/access/take-back.ts'

/** Stands in the tombstone for everybody to read: who erased. */
export const BY_PERSON = 'person'

/** Stand in the tombstone as well: the second where the person wanted to see the certificate. */
const REASON = 'asked by the person'
const REASON_WITH_CERTIFICATE = 'asked by the person, with a certificate'

/** Whether who erased sees the certificate now, in a channel that reads what it shows from the tombstone. */
export const showsCertificate = (reason: string | undefined, erasedAt: Instant, now: Instant): boolean =>
  reason === REASON_WITH_CERTIFICATE && now < after(erasedAt, SHOWN_FOR)

type Erased = Omit<Tombstone, 'seq'> & { readonly code: CaseCode; readonly app: App }

/**
 * What the person gets for an erased case where they want it: enough to find the tombstone by, and
 * what erasing does not reach.
 */
export const certificateOf = (
  phrases: Phrases,
  language: Language,
  { code, at, hash, app }: Erased,
): string =>
  isolateRuns(phrases.say(language, 'erased', { app, code, time: momentIn(phrases, language, at), hash }))

type TextContent = Extract<OutboundContent, { kind: 'text' }>

/** Something said last; `wait` after the tombstone. `takes`: the place of what a wipe takes back. */
type Last = {
  readonly content: OutboundContent
  readonly wait?: Ms
  readonly brief?: true
  readonly takes?: number
}

/** The line in which what was shown for a while is taken back. */
const takingKeyOf = (hasher: Hasher, { channel, account, chat }: ChatAddress): ChatKey =>
  hasher.keyed('chat', channel, account, chat, 'taking-back') as ChatKey

/**
 * Rows that outlive the key of their case: sealed under the transit key until they are sent, then
 * emptied like all others. They hold the chat's address and what is said last, never a word of the
 * person.
 */
const rowsFor =
  (
    ports: CasePorts,
    caseId: CaseId,
    address: ChatAddress,
    contents: (tombstone: Tombstone) => readonly Last[],
  ): Farewell =>
  (tombstone) =>
    contents(tombstone).map(({ content, wait, brief, takes }, n): NewOutboxRow => {
      const id = outboxId(caseId, tombstone.seq, n)
      const envelope: Envelope = {
        chat: address.chat,
        content,
        ...(brief === undefined ? {} : { brief }),
        ...(takes === undefined ? {} : { takes: outboxId(caseId, tombstone.seq, takes) }),
      }
      return {
        id,
        caseId,
        seq: tombstone.seq,
        n,
        // Rows of a chat go one after the other: what waits to be taken back has a line of its own,
        // and holds up nothing that is said meanwhile.
        chatKey: takes === undefined ? chatKeyOf(ports.hasher, address) : takingKeyOf(ports.hasher, address),
        channel: address.channel,
        account: address.account,
        speaker: 'system',
        repeatable: true,
        dueAt: wait === undefined ? tombstone.at : after(tombstone.at, wait),
        sealed: ports.sealer.transit.seal(outboxContext(id), envelope),
      }
    })

const jobOf = async (ports: OfficePorts, job: JobRow): Promise<EraseJob> =>
  (await ports.sealer.forCase(job.caseId)).open(jobContext(job.id), job.sealed) as EraseJob

/**
 * What is left in the chat: a line that tells nothing. A certificate only where it was asked for,
 * and not for long where it can be taken back; it is then said last, so that what is taken back
 * leaves the line.
 */
const lastSaid = (
  certificate: string | undefined,
  said: TextContent,
  capabilities: Capabilities,
): readonly Last[] => {
  const left: Last = { content: said }
  if (certificate === undefined) return [left]
  const text: TextContent = { kind: 'text', text: certificate }
  if (!takesBack(capabilities)) return [{ content: text }, left]
  // After the first wipe, at place 0, and the line.
  return [
    left,
    { content: text, brief: true },
    { content: { kind: 'wipe', messages: [] }, wait: SHOWN_FOR, takes: 2 },
  ]
}

const lastWords = async (
  ports: OfficePorts,
  casebook: Casebook,
  job: JobRow,
): Promise<{ readonly farewell?: Farewell | undefined; readonly reason: string }> => {
  const { caseId } = job
  const { after: waited, certificate } = await jobOf(ports, job)
  const reason = certificate === true ? REASON_WITH_CERTIFICATE : REASON
  const state = await casebook.load(caseId)
  const { blocked, code, language } = state
  const address = state.access.askedFrom ?? state.address
  if (address === undefined) return { reason }
  // Nobody waits for an answer where a hold came between, and a line of cooking out of nowhere
  // would only puzzle.
  if (waited === 'hold') return { farewell: notice(ports, state), reason }
  const capabilities = ports.capabilities(address.channel)
  const messages = await messagesIn(ports, casebook, caseId, address, ALL)
  const line: TextContent = {
    kind: 'text',
    text: ports.phrases.say(language, innocent(state.conversation.asked)),
    ...(state.placeKey === true ? { placeOver: true } : {}),
  }
  const farewell = rowsFor(ports, caseId, address, (tombstone) => {
    const { app } = capabilities
    const text =
      certificate === true ? certificateOf(ports.phrases, language, { code, app, ...tombstone }) : undefined
    return [
      ...(takesBack(capabilities) ? [{ content: { kind: 'wipe', messages } as const }] : []),
      ...(blocked ? [] : lastSaid(text, line, capabilities)),
    ]
  })
  return { farewell, reason }
}

/**
 * Erases what the person asked to erase, in an order that a crash cannot break: the tombstone is
 * written together with the wipe of the chat and what is said last; then key and objects go; the
 * job ends last, so whatever is left undone is done again.
 */
export const eraseForPerson = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const [row, entries] = await Promise.all([
    ports.store.views.byId(job.caseId),
    ports.store.ledger.read(job.caseId),
  ])
  if (row !== undefined) {
    if (row.status !== 'erased' && isHeld(ports.hasher, entries)) return keepForHold(ports, casebook, job)
    const last = row.status === 'erased' ? undefined : await orNothing(lastWords(ports, casebook, job))
    const { status } = await eraseCase(
      ports,
      casebook,
      row.code,
      BY_PERSON,
      last?.reason ?? REASON,
      last?.farewell,
    )
    if (status === 'held') return keepForHold(ports, casebook, job)
  }
  await ports.store.jobs.finish(job.id)
}

/**
 * Somebody official asked that nothing be erased. The wish stands in the ledger and is carried out
 * when the hold is lifted (core/services/agents/hold); until then nothing is shared any more, the
 * chat is let go and emptied as far as it can be, and the person is told so, once; what they are
 * told is taken back after a while like a certificate.
 */
const keepForHold = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const { address } = await casebook.load(job.caseId)
  const app = ports.capabilities(address?.channel ?? 'webchat').app
  const wipe = address !== undefined && takesBack(ports.capabilities(address.channel))
  const messages = wipe ? await messagesIn(ports, casebook, job.caseId, address, ALL) : []
  const { status } = await casebook.append(job.caseId, (state) => {
    if (state.hold === undefined) return undefined
    const text = ports.phrases.say(state.language, 'erase-held', { app })
    const again: WipeJob = { erased: true }
    return {
      actor: 'system',
      events: wipe ? [{ type: 'messages_wiped', by: 'erase' }] : [],
      signals: [
        ...(wipe ? [{ kind: 'wipe', messages } as const] : []),
        ...(state.blocked ? [] : [{ kind: 'text', text } as const]),
      ],
      jobs: wipe ? [{ kind: 'wipe', dueAt: after(ports.clock.now(), SHOWN_FOR), payload: again }] : [],
      silence: true,
      handles: { job: job.id },
    }
  })
  // Lifted just now: then it can be done.
  if (status === 'nothing') await ports.store.jobs.postpone(job.id, ports.clock.now())
}

const orNothing = async <T>(promise: Promise<T>): Promise<T | undefined> => {
  try {
    return await promise
  } catch (error) {
    if (isErased(error)) return undefined
    throw error
  }
}

/** Whose the phone is was said, or that of a list of dangers which names it none is true. */
const toldOfPhone = (flow: CasePorts['flow'], { answers }: CaseState['conversation']): boolean => {
  const { step, told } = flow.discreet
  const list = told === undefined ? undefined : findStep(flow, told.step)
  const none = list === undefined ? [] : optionsOf(list).filter(({ alone }) => alone === true)
  const picked = told === undefined ? [] : pickedOptions(answers[told.step])
  return answers[step] !== undefined || none.some(({ id }) => picked.includes(id))
}

/** Whether something may be begun by us, as far as the person said whose phone it is. */
const mayBegin = ({ flow }: CasePorts, { conversation, blocked }: CaseState): boolean =>
  !blocked && toldOfPhone(flow, conversation) && !isDiscreet(flow, conversation) && !conversation.exited

/**
 * Nothing is begun on a phone that may be another's: they learn of it when they write again and
 * find nothing.
 */
const notice = (ports: CasePorts, state: CaseState): Farewell | undefined => {
  const { address, language } = state
  if (address === undefined || !mayBegin(ports, state)) return undefined
  return rowsFor(ports, state.caseId, address, () => [
    { content: { kind: 'text', text: ports.phrases.say(language, 'expired') } },
  ])
}

/**
 * The end of a draft, or of the time that a case is kept. Fires too early as a rule: then it puts
 * itself off.
 */
export const expireCase = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const row = await ports.store.views.byId(job.caseId)
  // A crash between the tombstone and the key: finished here.
  if (row?.status === 'erased')
    await eraseCase(ports, casebook, row.code, 'retention', 'time of keeping is over')
  if (row === undefined || row.status === 'erased') return ports.store.jobs.finish(job.id)
  const now = ports.clock.now()
  const state = await casebook.load(job.caseId)
  const { retention } = ports.access
  const due = expiresAt(retention, state) ?? lookAgain(retention, now)
  if (due > now) return ports.store.jobs.postpone(job.id, due)
  const why = { by: 'retention', reason: 'time of keeping is over', farewell: notice(ports, state) }
  const done = await eraseUnchanged(ports, casebook, job.caseId, state.seq, why)
  // Somebody wrote just now.
  if (!done) return ports.store.jobs.postpone(job.id, lookAgain(retention, now))
  await ports.store.jobs.finish(job.id)
}
