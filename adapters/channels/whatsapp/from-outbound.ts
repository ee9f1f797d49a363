import type { AnyMessageContent } from '@whiskeysockets/baileys'
import { never } from '../../../core/base/never.ts'
import type { SentFile } from '../../../core/base/sent-file.ts'
import type { OutboundContent } from '../../../core/ports/channel.ts'
import { seconds } from '../../../core/base/units.ts'
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

/** How long handing a file to WhatsApp's servers may take: within the sender's claim of its row. */
export const UPLOAD = seconds(90)

/** Samples of a second in Ogg, whatever the sound was recorded at. */
const RATE = 48_000

/** Seconds of a recording by the count of samples on its last page (RFC 3533, 6); 1 of any other sound. */
const secondsOf = (sound: Uint8Array): number => {
  const bytes = Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength)
  const page = bytes.lastIndexOf('OggS')
  if (page < 0 || page + 14 > bytes.length) return 1
  return Math.max(1, Math.min(3600, Math.round(Number(bytes.readBigInt64LE(page + 6)) / RATE)))
}

/**
 * What the library would work out of a picture or a recording by itself is given to it: it would
 * write the file onto the disk in clear for that, and open it in this process.
 */
const fileOf = ({ kind, mime, name }: SentFile, bytes: Uint8Array): AnyMessageContent => {
  const content = Buffer.from(bytes)
  switch (kind) {
    case 'photo':
      return { image: content, mimetype: mime, jpegThumbnail: '' }
    case 'document':
      return { document: content, mimetype: mime, fileName: name, jpegThumbnail: '' }
    case 'voice': {
      const voice: AnyMessageContent & { readonly waveform: Uint8Array } = {
        audio: content,
        mimetype: mime === 'audio/ogg' ? 'audio/ogg; codecs=opus' : mime,
        ptt: true,
        seconds: secondsOf(bytes),
        waveform: new Uint8Array(64),
      }
      return voice
    }
  }
}

/**
 * What the core says as messages of the library's, to the address the person wrote from last.
 * Nothing where no such contact is known, or where there is nothing to say. Choices are numbered in
 * the text already.
 */
export const makeFromOutbound =
  (identity: Pick<Identity, 'reach'>) =>
  (chat: string, content: OutboundContent, bytes?: Uint8Array): Outgoing | undefined => {
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
      case 'file': {
        if (bytes === undefined) return undefined
        const options = {
          mediaUploadTimeoutMs: UPLOAD,
          ...(timer === 0 ? {} : { ephemeralExpiration: timer }),
        }
        return { jid, parts: [{ content: fileOf(content.file, bytes), options }] }
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
