import type { WAMessage } from '@whiskeysockets/baileys'
import type { OutboxId } from '../../../core/base/ids.ts'
import type { OutboundContent, SendOutcome } from '../../../core/ports/channel.ts'
import type { Log } from '../../../core/ports/log.ts'
import { instant, seconds, type Ms } from '../../../core/base/units.ts'
import type { Connection } from './connection.ts'
import type { Mapping, Outgoing } from './mapping.ts'
import type { Pacer } from './pacing.ts'
import type { Reupload, ReuploadRequest } from './protocol.ts'
import type { Timers } from './supervisor.ts'

const NOT_CONNECTED: SendOutcome = { status: 'later', wait: seconds(5) }
/** How long the sender's phone may take to upload a file again. */
const REUPLOAD_WAIT = seconds(60)
/**
 * What WhatsApp's phone says where it no longer has the file (Baileys: 404, 412 from
 * MediaRetryNotification).
 */
const GONE = new Set([404, 412])

export type Sender = {
  /** `row`: the outbox row that this is the content of; `bytes`: of a file. */
  readonly send: (
    chat: string,
    content: OutboundContent,
    about?: { readonly row?: OutboxId; readonly bytes?: Uint8Array },
  ) => Promise<SendOutcome>
  readonly reupload: (request: ReuploadRequest) => Promise<Reupload>
}

/**
 * Carries out what the outbox asks for. Rows of one chat come one at a time
 * (core/ports/store/outbox.ts), so nothing is ordered here.
 */
export const makeSender = (parts: {
  readonly connection: () => Connection | undefined
  readonly mapping: Mapping
  readonly pacer: Pacer
  readonly timers: Timers
  readonly log: Log
  /** WhatsApp refused a message with 463. */
  readonly restricted: () => void
}): Sender => {
  const { connection, mapping, pacer, timers, log, restricted } = parts
  const pause = (wait: Ms): Promise<void> => new Promise((resolve) => void timers.after(wait, resolve))

  const type = async (jid: string): Promise<void> => {
    try {
      await connection()?.typing(jid)
    } catch (error) {
      log.debug('typing could not be shown', { channel: 'whatsapp', error })
    }
  }

  const sendParts = async (
    { jid, parts: messages }: Outgoing,
    row: OutboxId | undefined,
    gap: () => Ms | undefined,
  ): Promise<SendOutcome> => {
    const ids: string[] = []
    for (const [index, { content, options }] of messages.entries()) {
      const wait = index === 0 ? undefined : gap()
      if (wait !== undefined) await pause(wait)
      const line = connection()
      const piece = row === undefined ? undefined : { row, index, last: index === messages.length - 1 }
      const result =
        line?.isOpen() === true ? await line.send(jid, content, options, piece) : { outcome: NOT_CONNECTED }
      if (result.restricted === true) restricted()
      const { outcome } = result
      // What went out before cannot be taken back, and sending it all again would say it twice.
      if (outcome.status !== 'sent') return ids.length === 0 ? outcome : { status: 'unclear' }
      if (outcome.message !== undefined) ids.push(outcome.message)
    }
    return {
      status: 'sent',
      at: instant(timers.now()),
      ...(ids.length === 0 ? {} : { message: ids.join(',') }),
    }
  }

  const send: Sender['send'] = async (chat, content, { row, bytes } = {}) => {
    if (connection()?.isOpen() !== true) return NOT_CONNECTED
    const outgoing = mapping.fromOutbound(chat, content, bytes)
    if (outgoing === undefined) return { status: 'refused', why: 'invalid' }
    if (content.kind === 'typing') {
      await type(outgoing.jid)
      return { status: 'sent', at: instant(timers.now()) }
    }
    if (outgoing.parts.length === 0) return { status: 'sent', at: instant(timers.now()) }
    const wait = pacer.take(timers.now())
    if (wait !== undefined) return { status: 'later', wait, everyone: true }
    if (content.kind === 'text') {
      await type(outgoing.jid)
      await pause(pacer.typingFor(content.text.length, timers.random()))
    }
    return sendParts(outgoing, row, () =>
      content.kind === 'wipe' ? pacer.betweenRevokes(timers.random()) : undefined,
    )
  }

  const reupload: Sender['reupload'] = async ({ chat, message, mediaKey, kind }) => {
    const line = connection()
    if (line?.isOpen() !== true) return { status: 'later' }
    const file = { mediaKey, directPath: '', url: '' }
    const asked: WAMessage = {
      key: { remoteJid: chat, id: message, fromMe: false },
      message: { [kind]: file },
    }
    const late = Promise.withResolvers<Reupload>()
    const cancel = timers.after(REUPLOAD_WAIT, () => late.resolve({ status: 'later' }))
    const answer = line.reupload(asked).then(
      ({ message: moved }): Reupload => {
        const path = (
          moved as Record<string, { readonly directPath?: unknown } | undefined> | null | undefined
        )?.[kind]?.directPath
        return typeof path === 'string' && path !== ''
          ? { status: 'moved', directPath: path }
          : { status: 'gone' }
      },
      (error: unknown): Reupload => {
        const status = (error as { readonly output?: { readonly statusCode?: unknown } } | undefined)?.output
          ?.statusCode
        return { status: typeof status === 'number' && GONE.has(status) ? 'gone' : 'later' }
      },
    )
    try {
      return await Promise.race([answer, late.promise])
    } finally {
      cancel()
    }
  }

  return {
    reupload,
    send: async (chat, content, about) => {
      try {
        return await send(chat, content, about)
      } catch (error) {
        log.error('a whatsapp message could not be made', { channel: 'whatsapp', error })
        return { status: 'unclear' }
      }
    },
  }
}
