import type { InboundBody } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { commandOf } from './commands.ts'
import { kindName, words } from './json.ts'
import { finite, int, list, record, text, type Json } from '../../kit/json.ts'
import { mediaOf } from './media.ts'

/** `whole`: nothing of the message is lost in the body, so it need not be kept beside it. */
export type Read = { readonly body: InboundBody; readonly whole: boolean }

/**
 * Code of an `unsupported` message that the platform will never deliver: the first one to a number
 * that also is on a phone.
 */
const UNAVAILABLE = 131_060

/** Numbers on one card. */
const MOST_PHONES = 20

const unsupported = (what: string): Read => ({ body: { kind: 'unsupported', what }, whole: false })

const readText = (message: Json, isOriginal: boolean): Read | undefined => {
  const said = text(record(message['text'])?.['body'])
  if (said === undefined) return undefined
  const command = isOriginal ? commandOf(said) : undefined
  return {
    body: command ?? { kind: 'text', text: untrusted(said) },
    whole: command === undefined || !/\s/.test(said.trim()),
  }
}

const readMedia = (type: string, message: Json): Read | undefined => {
  const media = mediaOf(type, message)
  const caption = words(record(message[type])?.['caption'])
  if (media === undefined) return undefined
  return {
    body: { kind: 'media', media, ...(caption === undefined ? {} : { caption: untrusted(caption) }) },
    whole: true,
  }
}

const readLocation = (message: Json): Read | undefined => {
  const place = record(message['location'])
  const latitude = finite(place?.['latitude'])
  const longitude = finite(place?.['longitude'])
  if (latitude === undefined || longitude === undefined) return undefined
  const name = words(place?.['name'])
  const address = words(place?.['address'])
  return {
    body: {
      kind: 'location',
      latitude,
      longitude,
      ...(name === undefined ? {} : { name: untrusted(name) }),
      ...(address === undefined ? {} : { address: untrusted(address) }),
    },
    whole: false,
  }
}

/** A button or a row of ours; of a template's button, its words, for those tokens are not ours. */
const readPress = (message: Json): Read | undefined => {
  const interactive = record(message['interactive'])
  const reply = record(interactive?.['button_reply']) ?? record(interactive?.['list_reply'])
  const token = words(reply?.['id'])
  if (token !== undefined) return { body: { kind: 'press', token }, whole: true }
  const kind = kindName(interactive?.['type'])
  return kind === undefined ? undefined : unsupported(kind)
}

const readTemplateButton = (message: Json): Read | undefined => {
  const said = words(record(message['button'])?.['text'])
  return said === undefined ? undefined : { body: { kind: 'text', text: untrusted(said) }, whole: false }
}

/**
 * What the platform would not deliver. View-once and disappearing content comes as this, without
 * saying so.
 */
const readUnsupported = (message: Json): Read => {
  const named = kindName(record(message['unsupported'])?.['type'])
  const code = int(record(list(message['errors'])[0])?.['code'])
  return unsupported(code === UNAVAILABLE ? 'unavailable' : (named ?? 'unknown'))
}

const readContact = (card: unknown): Read | undefined => {
  const fields = record(card)
  if (fields === undefined) return undefined
  const name =
    words(record(fields['name'])?.['formatted_name']) ?? words(record(fields['name'])?.['first_name'])
  const phones = list(fields['phones'])
    .slice(0, MOST_PHONES)
    .map((one) => words(record(one)?.['phone']) ?? words(record(one)?.['wa_id']))
    .filter((one) => one !== undefined)
  const phone = phones.length === 0 ? undefined : [...new Set(phones)].join(', ')
  return {
    body: {
      kind: 'contact',
      ...(name === undefined ? {} : { name: untrusted(name) }),
      ...(phone === undefined ? {} : { phone: untrusted(phone) }),
    },
    whole: false,
  }
}

const readContacts = (message: Json): readonly Read[] =>
  list(message['contacts'])
    .map(readContact)
    .filter((read) => read !== undefined)

const readOne = (type: string, message: Json, isOriginal: boolean): Read | undefined => {
  switch (type) {
    case 'text':
      return readText(message, isOriginal)
    case 'location':
      return readLocation(message)
    case 'interactive':
      return readPress(message)
    case 'button':
      return readTemplateButton(message)
    case 'request_welcome':
      return { body: { kind: 'start' }, whole: true }
    case 'unsupported':
      return readUnsupported(message)
    default:
      return readMedia(type, message)
  }
}

/**
 * What a message says: one thing, or several where it is a handful of contact cards. What cannot be
 * read is `unsupported`, by its type.
 */
export const readBodies = (message: Json, isOriginal: boolean): readonly Read[] => {
  const type = kindName(message['type']) ?? 'unknown'
  const read =
    type === 'contacts'
      ? readContacts(message)
      : [readOne(type, message, isOriginal)].filter((one) => one !== undefined)
  return read.length > 0 ? read : [unsupported(type)]
}
