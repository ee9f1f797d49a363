import { isErased, type Casebook } from '../casebook/casebook.ts'
import { outboxContext, type Envelope } from '../casebook/envelope.ts'
import { openObject } from '../casebook/objects.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { readUpTo } from '../../base/stream.ts'
import { isFailure } from '../../base/failure.ts'
import type { OutboxId } from '../../base/ids.ts'
import { LARGEST_SENT } from '../../base/sent-file.ts'
import type { Channel, OutboundContent, SendContext, SendOutcome } from '../../ports/channel.ts'
import { isHidden } from '../../policy/access/quiet.ts'
import { isShut } from '../../policy/access/lock.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseSealer } from '../../ports/sealer.ts'
import type { Vault } from '../../ports/vault.ts'
import type { OutboxRow, Settlement } from '../../ports/store/outbox.ts'
import { after, seconds, type Instant } from '../../base/units.ts'
import { backoff } from './backoff.ts'
import { SHOWN_FOR } from './shown.ts'

/** What a receipt seals: the platform's id of our message, and when; needed to take messages back. */
export type Receipt = { readonly message: string; readonly at: Instant }
export const receiptContext = (id: string): string => `receipt:${id}`

/**
 * Attempts that certainly failed before a row is given up. With the back-off that is about a day:
 * as long as Telegram keeps its side.
 */
const MAX_ATTEMPTS = 300

export type Delivered = {
  readonly settlement: Settlement
  /** The whole account must pause until then. */
  readonly pauseUntil?: Instant
  /** The platform no longer takes our token. */
  readonly unauthorised?: true
}

export type Deliverer = { readonly deliver: (channel: Channel, row: OutboxRow) => Promise<Delivered> }

/** Tries of a change to what was said: it is worth little, and less later. */
const MAX_CHANGES = 5

/** Files on their way at a time: each is in memory until it is sent. Others wait a moment. */
const MOST_FILES = 4
const FILE_TURN = seconds(5)

/** Sent once by its row where a channel can, so that what was interrupted is simply sent again. */
const REPEATED: ReadonlySet<OutboundContent['kind']> = new Set(['text', 'file'])

/** The person left the chat or hides it, shows a decoy, is leaving for good, or does not want to hear us. */
const mayNotAppear = (state: CaseState): boolean =>
  isHidden(state) ||
  isShut(state) ||
  state.exited ||
  state.blocked ||
  state.access.decoy ||
  state.access.erasing

export const makeDeliverer = (
  ports: Pick<CasePorts, 'sealer' | 'clock' | 'log' | 'store'> & { readonly vault: Vault },
  casebook: Casebook,
): Deliverer => {
  let files = 0

  const contextOf = (row: OutboxRow, content: OutboundContent): SendContext => {
    if (content.kind !== 'file') return { row: row.id }
    const read = async (): Promise<Uint8Array | undefined> => {
      const bytes = await openObject(ports, row.caseId, content.file.object)
      return bytes === undefined ? undefined : readUpTo(bytes, LARGEST_SENT)
    }
    return { row: row.id, bytes: read }
  }

  const send = async (
    channel: Channel,
    row: OutboxRow,
    chat: string,
    content: OutboundContent,
  ): Promise<SendOutcome> => {
    const context = contextOf(row, content)
    if (content.kind !== 'file') return channel.send(chat, content, undefined, context)
    // What was true when it was said may not be any more: another account, another way.
    if (content.file.size > (channel.capabilities.sends[content.file.kind] ?? 0))
      return { status: 'refused', why: 'invalid' }
    if (files >= MOST_FILES) return { status: 'later', wait: FILE_TURN }
    // A file may have waited long behind others: nothing appears in a chat that was left meanwhile.
    if (mayNotAppear(await casebook.load(row.caseId))) return { status: 'refused', why: 'invalid' }
    files += 1
    try {
      return await channel.send(chat, content, undefined, context)
    } finally {
      files -= 1
    }
  }

  /** The platform's id of what a row said, where it is known. */
  const messageOf = async ({ caseId }: OutboxRow, of: OutboxId): Promise<string | undefined> => {
    const receipt = (await ports.store.outbox.ofCase(caseId)).find(({ id }) => id === of)?.receipt
    if (receipt === undefined) return undefined
    return ((await ports.sealer.forCase(caseId)).open(receiptContext(of), receipt) as Receipt).message
  }

  /**
   * A change names the platform's message; nothing where that is not known, so that there is
   * nothing to change. A text that would take the place of one is then a message like any other.
   */
  const named = async (row: OutboxRow, content: OutboundContent): Promise<OutboundContent | undefined> => {
    if (content.kind === 'text' && content.instead !== undefined) {
      const { instead, ...text } = content
      const message = await messageOf(row, instead.of)
      return message === undefined ? text : { ...text, instead: { ...instead, message } }
    }
    if (content.kind !== 'settle') return content
    if (row.attempts > MAX_CHANGES) return undefined
    const message = await messageOf(row, content.of)
    return message === undefined ? undefined : { ...content, message }
  }

  /** `receipts`: what seals the receipt, where one is kept. `lasting`: there is a case to write in. */
  const settle = async (
    row: OutboxRow,
    outcome: SendOutcome,
    receipts: CaseSealer | undefined,
    lasting: boolean,
  ): Promise<Delivered> => {
    const now = ports.clock.now()
    switch (outcome.status) {
      case 'sent': {
        if (outcome.message === undefined || receipts === undefined) return { settlement: { status: 'sent' } }
        const receipt = receipts.seal(receiptContext(row.id), {
          message: outcome.message,
          at: outcome.at,
        } satisfies Receipt)
        return { settlement: { status: 'sent', receipt } }
      }
      case 'refused':
        if (outcome.why === 'blocked' && lasting) await noteBlocked(row)
        return { settlement: { status: 'refused' } }
      case 'later': {
        const dueAt = after(now, outcome.wait ?? backoff(row.attempts))
        if (row.attempts >= MAX_ATTEMPTS) return { settlement: { status: 'refused' } }
        return {
          settlement: { status: 'again', dueAt },
          ...(outcome.everyone === true ? { pauseUntil: dueAt } : {}),
        }
      }
      case 'unclear':
        // Asking a question twice is better than perhaps not asking it; an agent's words are shown
        // as not confirmed instead (law 5).
        return {
          settlement:
            row.repeatable && row.attempts < MAX_ATTEMPTS
              ? { status: 'again', dueAt: after(now, backoff(row.attempts)) }
              : { status: 'unclear' },
        }
      case 'unauthorised':
        return {
          settlement: { status: 'again', dueAt: after(now, backoff(row.attempts)) },
          unauthorised: true,
        }
    }
  }

  const noteBlocked = async (row: OutboxRow): Promise<void> => {
    await casebook.append(row.caseId, (state) =>
      state.blocked ? undefined : { actor: 'system', events: [{ type: 'person_blocked' }] },
    )
  }

  /**
   * The message that a row became, as a wipe of it; nothing where it never became one. `again`: it
   * is not said yet, or was just now.
   */
  const takingBack = async (
    { caseId }: OutboxRow,
    id: OutboxId,
  ): Promise<OutboundContent | { readonly again: Instant } | undefined> => {
    const shown = (await ports.store.outbox.ofCase(caseId)).find((row) => row.id === id)
    const now = ports.clock.now()
    if (shown?.status === 'queued' || shown?.status === 'sending') return { again: after(now, SHOWN_FOR) }
    if (shown?.receipt === undefined) return undefined
    const { message, at } = ports.sealer.transit.open(receiptContext(id), shown.receipt) as Receipt
    const until = after(at, SHOWN_FOR)
    return now < until ? { again: until } : { kind: 'wipe', messages: [message] }
  }

  /**
   * What was made in the very entry that erased the case goes out though its key is gone
   * (core/services/access/farewell); all else of it is over.
   */
  const deliverFarewell = async (channel: Channel, row: OutboxRow): Promise<Delivered> => {
    const { transit } = ports.sealer
    try {
      const { chat, content, brief, takes } = transit.open(outboxContext(row.id), row.sealed) as Envelope
      const taken = takes === undefined ? undefined : await takingBack(row, takes)
      if (taken !== undefined && 'again' in taken)
        return { settlement: { status: 'again', dueAt: taken.again } }
      const said = taken ?? content
      const outcome = await send(channel, row, chat, said)
      return await settle(row, outcome, brief === true ? transit : undefined, false)
    } catch (error) {
      if (isFailure(error, 'seal_broken')) return { settlement: { status: 'refused' } }
      throw error
    }
  }

  return {
    deliver: async (channel, row) => {
      const isRisky = row.interrupted && !row.repeatable
      if (isRisky && channel.capabilities.sendsOnce !== true) return { settlement: { status: 'unclear' } }
      try {
        const sealer = await ports.sealer.forCase(row.caseId)
        const envelope = sealer.open(outboxContext(row.id), row.sealed) as Envelope
        if (isRisky && !REPEATED.has(envelope.content.kind)) return { settlement: { status: 'unclear' } }
        const content = await named(row, envelope.content)
        if (content === undefined) return { settlement: { status: 'refused' } }
        return await settle(row, await send(channel, row, envelope.chat, content), sealer, true)
      } catch (error) {
        if (isErased(error)) return deliverFarewell(channel, row)
        throw error
      }
    },
  }
}
