import type { Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseId } from '../../base/ids.ts'
import type { ChatAddress } from '../../base/message.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import { after, hours, minutes, type Instant } from '../../base/units.ts'
import { isSameChat } from '../../model/address.ts'
import { takesBack } from '../../policy/access/take-back.ts'
import { receiptContext, type Receipt } from './deliver.ts'

/**
 * Platforms let a bot take messages back for 48 h (adapters/channels/telegram/README.md, What the Bot API
 * does); a margin, for clocks differ.
 */
const WINDOW = after(0 as Instant, hours(48)) - minutes(10)

const isSent = (event: CaseEvent): event is Extract<CaseEvent, { type: 'message_received' }> =>
  event.type === 'message_received' &&
  event.message.body.kind !== 'press' &&
  event.message.body.kind !== 'reaction'

/**
 * How far back a wipe begins: their messages to the entry at this index, ours of the entries before
 * this seq.
 */
type End = { readonly index: number; readonly before: number }

/** Up to what was said last. */
export const ALL = (entries: readonly Entry[]): End => ({ index: entries.length, before: Infinity })

/** Of a `wipe` job. `erased`: what was said after the person asked to have all erased goes as well. */
export type WipeJob = { readonly erased?: true }

/**
 * The platform's ids of what both sides said in a chat of a case, as far as the platform still lets
 * us take it back. Another chat of the same case has other messages under the same ids.
 */
export const messagesIn = async (
  ports: Pick<CasePorts, 'store' | 'sealer' | 'clock' | 'capabilities'>,
  casebook: Casebook,
  caseId: CaseId,
  chat: ChatAddress,
  endOf: (entries: readonly Entry[], events: readonly (readonly CaseEvent[])[]) => End,
): Promise<readonly string[]> => {
  const now = ports.clock.now()
  const sealer = await ports.sealer.forCase(caseId)
  const { entries, events } = await casebook.read(caseId)
  const end = endOf(entries, events)
  const here = events.findLastIndex((of) => of.some((event) => event.type === 'chat_attached'))
  const since = entries[here]?.seq ?? 0
  const reach = ports.capabilities(chat.channel).takesBack
  if (reach === 'nothing') return []
  const rows = await ports.store.outbox.ofCase(caseId)
  const ours = rows
    .filter((row) => row.seq >= since && row.seq < end.before && row.receipt !== undefined)
    .map((row) => sealer.open(receiptContext(row.id), row.receipt ?? new Uint8Array()) as Receipt)
    .filter((receipt) => now - receipt.at < WINDOW)
    .map((receipt) => receipt.message)
  const theirs = (reach === 'ours' ? [] : events)
    .slice(0, end.index + 1)
    .flat()
    .filter(isSent)
    .filter(({ message }) => isSameChat(message, chat) && now - message.sentAt < WINDOW)
    .map(({ message }) => message.message)
  return [...new Set([...theirs, ...ours])]
}

/**
 * Takes back what was said before the person left, as far as the channel can (quick exit). What was
 * kept as evidence stays.
 */
export const wipeChat = async (ports: CasePorts, casebook: Casebook, job: JobRow): Promise<void> => {
  const { address } = await casebook.load(job.caseId)
  if (address === undefined || !takesBack(ports.capabilities(address.channel)))
    return ports.store.jobs.finish(job.id)
  const { erased } = (await ports.sealer.forCase(job.caseId)).open(jobContext(job.id), job.sealed) as WipeJob
  const sinceExit = (entries: readonly Entry[], events: readonly (readonly CaseEvent[])[]): End => {
    const index = events.findLastIndex((of) => of.some((event) => event.type === 'person_exited'))
    return { index, before: entries[index]?.seq ?? 0 }
  }
  const messages = await messagesIn(ports, casebook, job.caseId, address, erased === true ? ALL : sinceExit)
  await casebook.append(job.caseId, () => ({
    actor: 'system',
    events: [{ type: 'messages_wiped', by: erased === true ? 'erase' : 'exit' }],
    signals: [{ kind: 'wipe', messages }],
    handles: { job: job.id },
  }))
}
