import { never } from '../../../core/base/never.ts'
import type { OutboundContent } from '../../../core/ports/channel.ts'
import { MOST_TEXT, MOST_WIPE } from './capabilities.ts'
import type { Identity } from './identity.ts'
import type { Outgoing } from './mapping.ts'
import { splitText } from '../../../core/services/delivery/split-text.ts'

/**
 * Ids that this library makes for what it sends (`3EB0` and 18 hexadecimal digits). A person who
 * writes from WhatsApp Web has such ids too: taking theirs back does nothing on their phone.
 */
const OURS = /^3EB0[0-9A-F]{18}$/

/** Ours among what the core knows by name, newest first: pieces of one text are joined by commas. */
const oursAmong = (messages: readonly string[]): readonly string[] => {
  const ids = messages.flatMap((message) => message.split(',')).filter((id) => OURS.test(id))
  return [...new Set(ids)].toReversed().slice(0, MOST_WIPE)
}

/**
 * What the core says as messages of the library's, to the address the person wrote from last.
 * Nothing where no such contact is known, or where there is nothing to say. Choices are numbered in
 * the text already.
 */
export const makeFromOutbound =
  (identity: Pick<Identity, 'reach'>) =>
  (chat: string, content: OutboundContent): Outgoing | undefined => {
    const reach = identity.reach(chat)
    if (reach === undefined) return undefined
    const { jid, timer } = reach
    switch (content.kind) {
      case 'text': {
        // What we say disappears from the person's phone when what they say does. Without a
        // preview: it would be fetched from here.
        const options = timer === 0 ? {} : { options: { ephemeralExpiration: timer } }
        const parts = splitText(content.text, MOST_TEXT).map((text) => ({
          content: { text, linkPreview: null },
          ...options,
        }))
        return parts.length === 0 ? undefined : { jid, parts }
      }
      case 'wipe':
        return {
          jid,
          parts: oursAmong(content.messages).map((id) => ({
            content: { delete: { remoteJid: jid, fromMe: true, id } },
          })),
        }
      // Shown by the session itself; and there are no buttons that would have to stop spinning.
      case 'typing':
      case 'pressed':
      case 'settle':
      // Of chats that another bot hands over.
      case 'assigned':
      case 'ended':
        return { jid, parts: [] }
      default:
        return never(content)
    }
  }
