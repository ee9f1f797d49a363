import type { Casebook } from '../casebook/casebook.ts'
import { readHeader } from '../../model/entry.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { questionKey } from '../../model/keys.ts'
import { isSilentMark, meaningOf } from '../../model/marks.ts'
import { findStep } from '../../policy/conversation/steps.ts'
import { readToken } from '../../policy/conversation/token.ts'
import { receiptContext, type Receipt } from '../delivery/deliver.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Flow } from '../../model/flow.ts'
import type { Inbound } from '../../base/message.ts'

type BotSaid = Extract<CaseEvent, { type: 'bot_said' }>
type Told = { readonly seq: number; readonly events: readonly CaseEvent[] }

/** A mark that says nothing, from a chat that has no case: nothing is begun for it. */
export const isIdle = (state: CaseState, item: Inbound): boolean => state.seq === 0 && isSilentMark(item)

/**
 * What the bot said in a row of the outbox: in the row's own entry, or in an earlier one whose
 * words this entry released.
 */
const saidIn = (
  told: readonly Told[],
  row: { readonly seq: number; readonly n: number },
): { seq: number; said: BotSaid } | undefined => {
  const events = told.find(({ seq }) => seq === row.seq)?.events ?? []
  const lines = events.flatMap((event) => (event.type === 'words_released' ? event.lines : []))
  const { seq, n } = lines.find((line) => line.row === row.n) ?? row
  const all = told.find((one) => one.seq === seq)?.events ?? []
  const said = all.find((event): event is BotSaid => event.type === 'bot_said' && event.n === n)
  return said === undefined ? undefined : { seq, said }
}

/** Whether a text asks this question: by its key, or by a button that answers it. */
const asks = (flow: Flow, step: string, { key, buttons }: BotSaid): boolean => {
  const prompts = findStep(flow, step)?.prompts ?? []
  return (
    key === questionKey(step) ||
    prompts.some((prompt) => prompt.key === key) ||
    (buttons ?? []).some(({ token }) => {
      const read = readToken(token)
      return read?.kind === 'option' && read.step === step
    })
  )
}

/**
 * Whether a mark that says yes or no is under the message that asks the open question. Under any
 * other message it answers nothing: an older question, an agent's words, words from the linked
 * phone, a message of the person's own. Where no receipt names the message, the mark counts only if
 * the platform says that it was set after the question was asked.
 */
export const isUnderQuestion = async (
  ports: Pick<CasePorts, 'store' | 'sealer' | 'hasher' | 'flow'>,
  casebook: Casebook,
  { caseId, conversation }: CaseState,
  { body, sentAt }: Inbound,
): Promise<boolean> => {
  const { open } = conversation
  if (body.kind !== 'reaction' || open === undefined || meaningOf(body.emoji) === undefined) return false
  const { entries, events } = await casebook.read(caseId)
  const told = entries.map((entry, i): Told => ({ seq: entry.seq, events: events[i] ?? [] }))
  const asked = told.findLastIndex((one) =>
    one.events.some((event) => event.type === 'question_asked' && event.step === open.step),
  )
  const entry = entries[asked]
  if (entry === undefined) return false
  const sealer = await ports.sealer.forCase(caseId)
  const rows = await ports.store.outbox.ofCase(caseId)
  // The newest, where one message was given a new text.
  const row = rows.findLast(
    ({ id, receipt }) =>
      receipt !== undefined && (sealer.open(receiptContext(id), receipt) as Receipt).message === body.of,
  )
  if (row !== undefined) {
    const found = saidIn(told, row)
    return found !== undefined && found.seq >= entry.seq && asks(ports.flow, open.step, found.said)
  }
  const isAnothers = events
    .flat()
    .some(
      (event) =>
        (event.type === 'message_received' || event.type === 'phone_said') &&
        event.message.message === body.of,
    )
  const at = readHeader(ports.hasher, entry.header)?.at
  return !isAnothers && at !== undefined && sentAt > at
}
