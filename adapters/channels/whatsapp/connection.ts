import {
  generateMessageIDV2,
  jidNormalizedUser,
  makeWASocket,
  WAMessageStatus,
  type AnyMessageContent,
  type BinaryNode,
  type ConnectionState,
  type MiscMessageGenerationOptions,
  type proto,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { SendOutcome } from '../../../core/ports/channel.ts'
import { instant, ms, seconds, type Ms } from '../../../core/base/units.ts'
import { readRefusal } from './acknowledgement.ts'
import { readClose, type Close } from './disconnects.ts'
import type { JournalEntry } from './journal.ts'
import { readKnown } from './known-chats.ts'
import type { Addresses } from './privates.ts'
import type { AccountState, Delivery } from './protocol.ts'
import { makeRatchet } from './ratchet.ts'
import type { SentPiece } from './sent.ts'
import { toFailure } from './session-file.ts'
import type { Fence } from './session-store.ts'
import { configOf, type SocketParts } from './socket-config.ts'
import type { Timers } from './supervisor.ts'

/** How long WhatsApp may take to say that it has a message. */
const ACK_WAIT = seconds(20)

export type ConnectionParts = SocketParts & {
  readonly addToJournal: (entries: readonly JournalEntry[]) => void
  readonly timers: Timers
}

export type ConnectionEvents = {
  readonly opened: () => void
  /** Once. */
  readonly closed: (close: Close) => void
  readonly qr: (qr: string) => void
  /** Rows were added to the journal. */
  readonly wake: () => void
  readonly delivery: (delivery: Delivery) => void
  readonly account: (change: Pick<AccountState, 'timeLock' | 'capping'>) => void
  /** Chats that the owner of the number had before the link; told once, by the phone. */
  readonly known: (chats: readonly Addresses[]) => void
  /** Two addresses of one person. */
  readonly mapped: (mapping: { readonly lid: string; readonly pn: string }) => void
}

/** `later`: nothing left this machine. */
export type Sending = { readonly outcome: SendOutcome; readonly id?: string; readonly restricted?: true }

export type Connection = {
  readonly close: () => void
  readonly isOpen: () => boolean
  readonly send: (
    jid: string,
    content: AnyMessageContent,
    options?: MiscMessageGenerationOptions,
    piece?: SentPiece,
  ) => Promise<Sending>
  readonly typing: (jid: string) => Promise<void>
  readonly requestCode: (phone: string) => Promise<string>
  /** Resolves with the message, its file at a new place. Throws what Baileys throws. */
  readonly reupload: (message: WAMessage) => Promise<WAMessage>
  readonly look: () => Promise<void>
  readonly unlink: () => Promise<void>
}

/**
 * One socket from its making to its end. A new attempt is a new connection: Baileys drops its
 * listeners when a socket ends.
 */
export const openConnection = (parts: ConnectionParts, events: ConnectionEvents): Connection => {
  const { creds, store, sent, addToJournal, log, timers } = parts
  let sock: WASocket | undefined
  let open = false
  let ended = false
  let broken = false

  const close = (why: Close): void => {
    if (ended) return
    ended = true
    open = false
    // What it still has in hand must not step a ratchet beside its successor.
    broken = true
    events.closed(why)
  }
  const fence: Fence = {
    broken: () => broken,
    break: (cause) => {
      if (broken) return
      broken = true
      log.error('the whatsapp session file failed', { channel: 'whatsapp', error: cause })
      // From here the socket counts as closed: no receipt leaves.
      void sock?.end(undefined)
      close({ kind: 'store' })
    },
  }
  const ratchet = makeRatchet({
    history: async (told) => {
      try {
        events.known(await readKnown(told, log, (id) => sent.find(id) !== undefined))
      } catch (error) {
        log.warn('which chats are private could not be noted', {
          channel: 'whatsapp',
          error: toFailure(error),
        })
      }
    },
    fence,
    add: addToJournal,
    wake: events.wake,
    now: timers.now,
    me: () => (creds.me === undefined ? undefined : { id: creds.me.id, lid: creds.me.lid }),
  })

  /** The message that is being sent in this asynchronous context, until it is kept. */
  const sending = new AsyncLocalStorage<{
    readonly id: string
    readonly piece: SentPiece | undefined
    kept: boolean
  }>()
  const keepFirst = (message: proto.IMessage): proto.IMessage => {
    const current = sending.getStore()
    if (current !== undefined && !current.kept) {
      sent.keep(current.id, message, current.piece)
      current.kept = true
    }
    return message
  }
  const socket = makeWASocket({
    ...configOf(parts, fence, ratchet),
    patchMessageBeforeSending: (message) => keepFirst(message),
  })
  sock = socket

  /** Before Baileys' own listener: what stands in the stanza is known, or durable, when that begins. */
  socket.ws.prependListener('CB:message', (stanza: BinaryNode) => ratchet.meet(stanza))
  socket.ws.prependListener('CB:call', (stanza: BinaryNode) => ratchet.meetCall(stanza))

  // Baileys listens for this and does nothing, which keeps `ws` from ending the attempt: it would
  // hang for its whole timeout.
  socket.ws.on('unexpected-response', () => {
    close({ kind: 'lost' })
    void socket.end(undefined)
  })

  const acks = new Map<string, (error: string | undefined) => void>()
  socket.ws.on('CB:ack,class:message', ({ attrs }: BinaryNode) =>
    acks.get(attrs['id'] ?? '')?.(attrs['error'] ?? ''),
  )

  socket.ev.on('creds.update', () => {
    try {
      if (!broken) store.saveCreds(creds)
    } catch (error) {
      fence.break(toFailure(error))
    }
  })
  socket.ev.on('connection.update', (update: Partial<ConnectionState>) => {
    if (update.qr !== undefined) events.qr(update.qr)
    if (update.reachoutTimeLock !== undefined) {
      const { isActive, timeEnforcementEnds, enforcementType } = update.reachoutTimeLock
      const until = timeEnforcementEnds === undefined ? {} : { until: timeEnforcementEnds.getTime() }
      const kind = enforcementType === undefined ? {} : { kind: enforcementType }
      events.account(isActive === true ? { timeLock: { ...until, ...kind } } : {})
    }
    if (update.connection === 'open' && !ended) {
      open = true
      events.opened()
    }
    if (update.connection === 'close') close(readClose(update.lastDisconnect?.error))
  })
  socket.ev.on(
    'message-capping.update',
    ({ capping_status: status, used_quota: used, total_quota: total }) => {
      // From the wire, whatever the type says.
      const numbers = {
        ...(typeof used === 'number' ? { used } : {}),
        ...(typeof total === 'number' ? { total } : {}),
      }
      events.account({ capping: { status: typeof status === 'string' ? status : 'NONE', ...numbers } })
    },
  )
  socket.ev.on('lid-mapping.update', ({ lid, pn }) =>
    events.mapped({ lid: jidNormalizedUser(lid), pn: jidNormalizedUser(pn) }),
  )
  /**
   * What became of a piece is told of its row where it holds for the whole: one that more follow
   * says nothing but that it was refused.
   */
  const tellDelivery = (message: string, status: Delivery['status']): void => {
    try {
      const piece = sent.pieceOf(message)
      const row = piece !== undefined && (piece.last || status === 'refused') ? { row: piece.row } : {}
      events.delivery({ message, ...row, status })
    } catch (error) {
      log.warn('what became of a message could not be read', { channel: 'whatsapp', error })
    }
  }
  socket.ev.on('messages.update', (updates) => {
    for (const { key, update } of updates) {
      if (key.fromMe !== true || typeof key.id !== 'string') continue
      if (update.status === WAMessageStatus.ERROR) tellDelivery(key.id, 'refused')
      else if (update.status === WAMessageStatus.DELIVERY_ACK) tellDelivery(key.id, 'delivered')
      else if (update.status === WAMessageStatus.READ) tellDelivery(key.id, 'read')
    }
  })

  /**
   * Resolves with the error WhatsApp answered ('' where it took the message), or with nothing where
   * it did not answer.
   */
  const awaitAck = (
    id: string,
    wait: Ms,
  ): { readonly answer: Promise<string | undefined>; readonly drop: () => void } => {
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    const cancel = timers.after(wait, () => resolve(undefined))
    const lost = (): void => resolve(undefined)
    acks.set(id, resolve)
    socket.ws.once('close', lost)
    const drop = (): void => {
      cancel()
      acks.delete(id)
      socket.ws.off('close', lost)
      resolve(undefined)
    }
    return { answer: promise, drop }
  }

  const send: Connection['send'] = async (jid, content, options = {}, piece) => {
    const id = piece === undefined ? generateMessageIDV2(creds.me?.id) : sent.idOf(piece)
    const { answer, drop } = awaitAck(id, ms(ACK_WAIT + (options.mediaUploadTimeoutMs ?? 0)))
    const context = { id, piece, kept: false }
    try {
      await sending.run(context, () => socket.sendMessage(jid, content, { ...options, messageId: id }))
    } catch (error) {
      drop()
      log.debug('a whatsapp message could not be handed over', { channel: 'whatsapp', error })
      // Where it was not even kept, it was not encrypted: nothing left.
      const nothingLeft = !context.kept || saysNothingLeft(error)
      return { outcome: nothingLeft ? { status: 'later' } : { status: 'unclear' }, id }
    }
    const error = await answer
    drop()
    if (error === undefined) return { outcome: { status: 'unclear' }, id }
    if (error === '') return { outcome: { status: 'sent', message: id, at: instant(timers.now()) }, id }
    return { ...readRefusal(error), id }
  }

  return {
    close: () => {
      ended = true
      open = false
      broken = true
      void socket.end(undefined)
    },
    isOpen: () => open && socket.ws.isOpen,
    send,
    typing: (jid) => socket.sendPresenceUpdate('composing', jid),
    requestCode: (phone) => socket.requestPairingCode(phone),
    reupload: (message) => socket.updateMediaMessage(message),
    look: async () => {
      await socket.fetchAccountReachoutTimelock()
      const cap = await socket.fetchNewChatMessageCap()
      if (cap !== undefined && cap !== null) socket.ev.emit('message-capping.update', cap)
    },
    unlink: () => socket.logout(),
  }
}

/**
 * A closed connection is found closed before anything is written; and what could not be encrypted
 * cannot be sent.
 */
const saysNothingLeft = (error: unknown): boolean => {
  const { output, message } = (error ?? {}) as {
    readonly output?: { readonly statusCode?: unknown }
    readonly message?: unknown
  }
  return output?.statusCode === 428 || message === 'All encryptions failed'
}
