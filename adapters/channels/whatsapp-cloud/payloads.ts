import type { OutboundContent } from '../../../core/ports/channel.ts'
import { MOST_BODY, MOST_REPLY_TITLE, MOST_TEXT } from './capabilities.ts'
import { showChoices, type Shown } from './choices.ts'
import type { Reach } from './contact.ts'
import type { Json } from '../../kit/json.ts'
import type { SentFile } from '../../../core/base/sent-file.ts'
import { splitText } from '../../../core/services/delivery/split-text.ts'

/**
 * A template that is sent once where the 24 hours are over: approved beforehand, and saying nothing
 * that the wrong eyes may not see.
 */
export type Template = { readonly name: string; readonly language: string }

export type TextContent = Extract<OutboundContent, { readonly kind: 'text' }>

/**
 * The label of the button that opens a list: text is the operator's, so the one we have without is
 * a sign.
 */
export const MENU_SIGN = '☰'

const textPart = (body: string): Json => ({ type: 'text', text: { body, preview_url: false } })

const interactive = (type: string, body: string, action: Json): Json => ({
  type: 'interactive',
  interactive: { type, body: { text: body }, action },
})

/**
 * Under it stands the app's own button for sending a place (Cloud API, location request messages);
 * it takes no label and no other button.
 */
const askPlace = (body: string): Json =>
  interactive('location_request_message', body, { name: 'send_location' })

const lastPart = (body: string, shown: Shown, menu: string): Json => {
  switch (shown.as) {
    case 'replies':
      return interactive('button', body, {
        buttons: shown.replies.map(({ label, token }) => ({
          type: 'reply',
          reply: { id: token, title: label },
        })),
      })
    case 'list':
      return interactive('list', body, { button: menu, sections: [{ rows: shown.rows }] })
    case 'none':
    case 'numbered':
      return textPart(body)
  }
}

/**
 * What `text` goes out as, in this order: several messages where it is longer than one. Nothing
 * where it cannot be said.
 */
export const partsOf = (content: TextContent, menu: string): readonly Json[] | undefined => {
  const shown = showChoices(content.buttons ?? [])
  if (shown === undefined || content.text.trim() === '') return undefined
  const said = shown.as === 'numbered' ? `${content.text.trimEnd()}\n\n${shown.lines}` : content.text
  const place = content.place !== undefined && shown.as === 'none'
  const pressed = shown.as === 'replies' || shown.as === 'list' || place
  const pieces = splitText(said, MOST_TEXT, pressed ? MOST_BODY : MOST_TEXT)
  const label = menu.trim() === '' || menu.length > MOST_REPLY_TITLE ? MENU_SIGN : menu
  return pieces.map((piece, index) => {
    if (index < pieces.length - 1) return textPart(piece)
    return place ? askPlace(piece) : lastPart(piece, shown, label)
  })
}

/**
 * Who it goes to. The number first: it is taken by every version of the API; where the person hides
 * it, the id that Meta gave them for us.
 */
const recipientOf = ({ user, phone }: Reach): Json =>
  phone === undefined ? { recipient: user } : { recipient_type: 'individual', to: phone }

/** `callback` comes back with every status of the message. */
export const messageTo = (reach: Reach, part: Json, callback?: string): Json => ({
  messaging_product: 'whatsapp',
  ...recipientOf(reach),
  ...part,
  ...(callback === undefined ? {} : { biz_opaque_callback_data: callback }),
})

/** A file that lies on the platform already, under this id. */
export const filePart = ({ kind, name }: SentFile, id: string): Json => {
  switch (kind) {
    case 'photo':
      return { type: 'image', image: { id } }
    case 'voice':
      return { type: 'audio', audio: { id } }
    case 'document':
      return { type: 'document', document: { id, filename: name } }
  }
}

export const templatePart = ({ name, language }: Template): Json => ({
  type: 'template',
  template: { name, language: { code: language } },
})

/** Marks what the person wrote as read, which the platform couples with the sign of typing. */
export const typingOn = (message: string): Json => ({
  messaging_product: 'whatsapp',
  status: 'read',
  message_id: message,
  typing_indicator: { type: 'text' },
})
