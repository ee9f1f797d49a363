import { isErased, jobContext, outboxContext, type Casebook, type Envelope } from '../case/casebook.ts'
import { eraseCase, eraseUnchanged, type Farewell, type Tombstone } from '../case/erase.ts'
import { isHeld, type EraseJob } from '../case/hold.ts'
import type { OfficePorts } from '../case/office.ts'
import type { CasePorts } from '../case/ports.ts'
import type { CaseState } from '../case/state.ts'
import { isDiscreet } from '../conversation/steps.ts'
import { messagesIn } from '../delivery/wipe.ts'
import { outboxId, type CaseCode, type CaseId } from '../ids.ts'
import type { ChatAddress } from '../inbound/message.ts'
import { chatKeyOf } from '../inbound/sink.ts'
import type { Language } from '../language.ts'
import type { OutboundContent } from '../ports/channel.ts'
import type { Phrases } from '../ports/phrases.ts'
import type { JobRow, NewOutboxRow } from '../ports/store.ts'
import { expiresAt, lookAgain } from './expiry.ts'

/** Stands in the tombstone for everybody to read: who erased. */
export const BY_PERSON = 'person'

/** What the person gets for an erased case: enough to find the tombstone by, and what erasing does not reach. */
export const certificateOf = (phrases: Phrases, language: Language, code: CaseCode, { at, hash }: Omit<Tombstone, 'seq'>): string =>
  phrases.say(language, 'erased', { code, time: `${phrases.date(at)} ${phrases.time(at)}`, hash })

/**
 * Rows that outlive the key of their case: sealed under the transit key until they are sent, then emptied like all others. They hold the
 * chat's address and what is said last, never a word of the person.
 */
const rowsFor =
  (ports: CasePorts, caseId: CaseId, address: ChatAddress, contents: (tombstone: Tombstone) => readonly OutboundContent[]): Farewell =>
  (tombstone) =>
    contents(tombstone).map((content, n): NewOutboxRow => {
      const id = outboxId(caseId, tombstone.seq, n)
      return {
        id,
        caseId,
        seq: tombstone.seq,
        n,
        chatKey: chatKeyOf(ports.hasher, address),
        channel: address.channel,
        account: address.account,
        speaker: 'system',
        repeatable: true,
        dueAt: tombstone.at,
        sealed: ports.sealer.transit.seal(outboxContext(id), { chat: address.chat, content } satisfies Envelope),
      }
    })

const ALL = (entries: readonly unknown[]): { readonly index: number; readonly before: number } => ({
  index: entries.length,
  before: Infinity,
})

const isLater = async (ports: OfficePorts, job: JobRow): Promise<boolean> =>
  ((await ports.sealer.forCase(job.caseId)).open(jobContext(job.id), job.sealed) as EraseJob).after === 'hold'

const lastWords = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<Farewell | undefined> => {
  const { caseId } = job
  const state = await casebook.load(caseId)
  const { blocked, code, language } = state
  const address = state.access.askedFrom ?? state.address
  // Nobody waits for an answer where a hold came between: what is begun by us reaches only who may be written to.
  if (address === undefined || ((await isLater(ports, job)) && !mayBegin(ports, state))) return undefined
  const wipe = ports.capabilities(address.channel).wipe
  const messages = wipe ? await messagesIn(ports, casebook, caseId, address, ALL) : []
  return rowsFor(ports, caseId, address, (tombstone) => [
    ...(wipe ? [{ kind: 'wipe', messages } as const] : []),
    ...(blocked ? [] : [{ kind: 'text', text: certificateOf(ports.phrases, language, code, tombstone) } as const]),
  ])
}

/**
 * Erases what the person asked to erase, in an order that a crash cannot break: the tombstone is written together with the wipe of the chat and the
 * certificate; then key and objects go; the job ends last, so whatever is left undone is done again.
 */
export const eraseForPerson = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const [row, entries] = await Promise.all([ports.store.views.byId(job.caseId), ports.store.ledger.read(job.caseId)])
  if (row !== undefined) {
    if (row.status !== 'erased' && isHeld(ports.hasher, entries)) return keepForHold(ports, casebook, job)
    const farewell = row.status === 'erased' ? undefined : await orNothing(lastWords(ports, casebook, job))
    const { status } = await eraseCase(ports, casebook, row.code, BY_PERSON, 'asked by the person', farewell)
    if (status === 'held') return keepForHold(ports, casebook, job)
  }
  await ports.store.jobs.finish(job.id)
}

/**
 * Somebody official asked that nothing be erased. The wish stands in the ledger and is carried out when the hold is lifted (core/case/hold);
 * until then nothing is shared any more, the chat is let go and emptied as far as it can be, and the person is told so, once.
 */
const keepForHold = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const { address } = await casebook.load(job.caseId)
  const wipe = address !== undefined && ports.capabilities(address.channel).wipe
  const messages = wipe ? await messagesIn(ports, casebook, job.caseId, address, ALL) : []
  const { status } = await casebook.append(job.caseId, (state) => {
    if (state.hold === undefined) return undefined
    const text = ports.phrases.say(state.language, 'erase-held')
    return {
      actor: 'system',
      events: wipe ? [{ type: 'messages_wiped', by: 'erase' }] : [],
      signals: [...(wipe ? [{ kind: 'wipe', messages } as const] : []), ...(state.blocked ? [] : [{ kind: 'text', text } as const])],
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

/** Whether something may be begun by us, as far as the person said whose phone it is. */
const mayBegin = ({ flow }: CasePorts, { conversation, blocked }: CaseState): boolean =>
  !blocked && conversation.answers[flow.discreet.step] !== undefined && !isDiscreet(flow, conversation) && !conversation.exited

/** Nothing is begun on a phone that may be another's: they learn of it when they write again and find nothing. */
const notice = (ports: CasePorts, state: CaseState): Farewell | undefined => {
  const { address, language } = state
  if (address === undefined || !mayBegin(ports, state)) return undefined
  return rowsFor(ports, state.caseId, address, () => [{ kind: 'text', text: ports.phrases.say(language, 'expired') }])
}

/** The end of a draft, or of the time that a case is kept. Fires too early as a rule: then it puts itself off. */
export const expireCase = async (ports: OfficePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const row = await ports.store.views.byId(job.caseId)
  // A crash between the tombstone and the key: finished here.
  if (row?.status === 'erased') await eraseCase(ports, casebook, row.code, 'retention', 'time of keeping is over')
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
