import type { ChatKey, OutboxId } from '../../../core/base/ids.ts'
import { makePace } from '../../../core/services/delivery/pace.ts'
import { never } from '../../../core/base/never.ts'
import type { SentFile } from '../../../core/base/sent-file.ts'
import type { OutboundContent, SendContext, SendOutcome } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { ms, type Ms } from '../../../core/base/units.ts'
import { writeCallback } from './callback.ts'
import { isOpen, reachOf, type Contact } from './contact.ts'
import type { Contacts } from './contacts.ts'
import type { Graph, Reply } from './graph.ts'
import { list, record, text, type Json } from '../../kit/json.ts'
import {
  filePart,
  messageTo,
  partsOf,
  templatePart,
  typingOn,
  type Template,
  type TextContent,
} from './payloads.ts'
import { judge, nameReply, type SendVerdict } from './verdict.ts'

/**
 * Messages a second that the platform takes of one number (throughput, standard level: 80), less a
 * margin.
 */
const THROUGHPUT = 70
const ALL = 'all' as ChatKey

const INVALID: SendOutcome = { status: 'refused', why: 'invalid' }

type Posted = { readonly status: 'done'; readonly message?: string } | SendVerdict

export type Sender = (
  chat: string,
  content: OutboundContent,
  context?: Partial<SendContext>,
) => Promise<SendOutcome>

/**
 * One attempt to say `content` in `chat`. Never throws for what the platform answers; throws what
 * `contacts` throws, before anything left.
 */
export const makeSender = (parts: {
  readonly graph: Graph
  readonly contacts: Contacts
  readonly account: string
  readonly clock: Clock
  readonly log: Log
  readonly template: Template | undefined
  /** Label of the button that opens a list, in the language of the text. */
  readonly menu: (content: TextContent) => string
  /** How long a text that waits for the person is left alone. */
  readonly closedWait: Ms
}): Sender => {
  const { graph, contacts, account, clock, log, template, menu, closedWait } = parts
  const pace = makePace({ burst: THROUGHPUT, refill: ms(1000 / THROUGHPUT) })
  const about = { channel: 'whatsapp', account } as const
  const done = (message?: string): SendOutcome => ({
    status: 'sent',
    at: clock.now(),
    ...(message === undefined ? {} : { message }),
  })

  const read = (reply: Reply): Posted => {
    const json =
      reply.status === 'answered' && reply.http >= 200 && reply.http < 300 ? record(reply.json) : undefined
    if (json === undefined || json['error'] !== undefined) return judge(reply)
    const message = text(record(list(json['messages'])[0])?.['id'])
    return { status: 'done', ...(message === undefined ? {} : { message }) }
  }
  const post = async (body: Json): Promise<Posted> => {
    const reply = await graph.post(`${account}/messages`, body)
    const posted = read(reply)
    if (posted.status !== 'done')
      log.info('whatsapp did not take a message', { ...about, kind: posted.status, code: nameReply(reply) })
    return posted
  }

  /** Names in a chat's address are believed where the book knows nothing of it: then it was lost. */
  const find = (chat: string): Contact | undefined => {
    const known = contacts.find(chat)
    if (known !== undefined) return known
    const reach = reachOf(chat)
    return reach === undefined ? undefined : contacts.find(contacts.meet(reach))
  }

  /**
   * Nothing but an approved template gets through: it is sent once, and the text waits until the
   * person writes.
   */
  const holdBack = async (contact: Contact): Promise<SendOutcome> => {
    const waits: SendOutcome = { status: 'later', wait: closedWait }
    contacts.close(contact.chat)
    if (template === undefined || contact.invitedAt !== undefined) return waits
    const posted = await post(messageTo(contact, templatePart(template)))
    switch (posted.status) {
      case 'done':
      case 'unclear':
        contacts.invite(contact.chat, clock.now())
        return waits
      case 'refused':
        if (posted.why !== 'invalid') return posted
        log.error('the whatsapp template is not accepted', { ...about, code: 'template' })
        return waits
      case 'closed':
        return waits
      case 'later':
      case 'unauthorised':
        return posted
      default:
        return never(posted)
    }
  }

  const say = async (
    contact: Contact,
    content: TextContent,
    row: OutboxId | undefined,
  ): Promise<SendOutcome> => {
    const messages = partsOf(content, menu(content))
    if (messages === undefined) return INVALID
    if (!isOpen(contact, clock.now())) return holdBack(contact)
    const sent: string[] = []
    for (const [index, part] of messages.entries()) {
      const callback = row === undefined ? undefined : writeCallback(row, index === messages.length - 1)
      const posted = await post(messageTo(contact, part, callback))
      if (posted.status === 'done') {
        if (posted.message !== undefined) sent.push(posted.message)
        continue
      }
      // A part of it is on the screen already, so "not delivered, send it again" would be wrong.
      if (index > 0 && (posted.status === 'later' || posted.status === 'closed')) return { status: 'unclear' }
      return posted.status === 'closed' ? holdBack(contact) : posted
    }
    return done(sent.length === 0 ? undefined : sent.join(','))
  }

  /**
   * First onto the platform, which nobody sees and which is done again where it broke; then it is
   * said, like words.
   */
  const send = async (
    contact: Contact,
    file: SentFile,
    { row, bytes }: Partial<SendContext>,
  ): Promise<SendOutcome> => {
    if (!isOpen(contact, clock.now())) return holdBack(contact)
    const content = await bytes?.()
    if (content === undefined) return INVALID
    const { mime, name } = file
    const reply = await graph.upload(`${account}/media`, { bytes: content, mime, name })
    const id = reply.status === 'answered' ? text(record(reply.json)?.['id']) : undefined
    if (id === undefined) {
      const verdict = judge(reply)
      log.info('whatsapp did not take a file', { ...about, kind: verdict.status, code: nameReply(reply) })
      if (verdict.status === 'unclear') return { status: 'later' }
      return verdict.status === 'closed' ? holdBack(contact) : verdict
    }
    const callback = row === undefined ? undefined : writeCallback(row, true)
    const posted = await post(messageTo(contact, filePart(file, id), callback))
    if (posted.status === 'done') return done(posted.message)
    return posted.status === 'closed' ? holdBack(contact) : posted
  }

  const type = async (contact: Contact): Promise<SendOutcome> => {
    if (contact.heard === undefined || !isOpen(contact, clock.now())) return done()
    const posted = await post(typingOn(contact.heard))
    switch (posted.status) {
      case 'unauthorised':
        return posted
      case 'later':
        // Out of date before it could be repeated.
        return { status: 'unclear' }
      case 'unclear':
        return posted
      // A sign that the platform will not show is no loss.
      case 'done':
      case 'refused':
      case 'closed':
        return done()
      default:
        return never(posted)
    }
  }

  return async (chat, content, context = {}) => {
    switch (content.kind) {
      case 'pressed':
        return done()
      case 'settle':
      case 'wipe':
        // The platform takes nothing back and changes nothing, and agents should know that it still
        // stands there.
        return INVALID
      // Of chats that another bot hands over.
      case 'assigned':
      case 'ended':
        return INVALID
      case 'typing':
      case 'file':
      case 'text': {
        const contact = find(chat)
        if (contact === undefined) return INVALID
        // Their number went to somebody else, and they have not written since.
        if (contact.phone === undefined && contact.user === undefined)
          return { status: 'refused', why: 'gone' }
        const now = clock.now()
        const free = pace.take(ALL, now)
        if (free > now) return { status: 'later', wait: ms(free - now), everyone: true }
        if (content.kind === 'typing') return type(contact)
        return content.kind === 'file'
          ? send(contact, content.file, context)
          : say(contact, content, context.row)
      }
      default:
        return never(content)
    }
  }
}
