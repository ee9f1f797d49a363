import { boundedCards } from '../../../core/text/card.ts'
import { readToken } from '../../../core/policy/conversation/token.ts'
import type { InboundBody } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { filled, finite, list, record, text, type Fields } from './fields.ts'
import { MEDIA_FIELDS, mediaOf } from './media.ts'
import type { Unwrapped } from './unwrap.ts'
import { readVcard } from './vcard.ts'

/** UTF-16 units. The apps let nobody write more than half of it; the rest of a longer one is in `raw`. */
export const MOST_WORDS = 131_072
const MOST_NAME = 512
const MOST_CONTACTS = 20
const MOST_OPTIONS = 20
const MOST_TOKEN = 64

/**
 * What nobody said: votes, pins, and what the app tells about itself. An album's parent only counts
 * its children.
 */
const SILENT: ReadonlySet<string> = new Set([
  'albumMessage',
  'encEventResponseMessage',
  'encReactionMessage',
  'groupStatusMentionMessage',
  'keepInChatMessage',
  'limitSharingMessage',
  'messageHistoryBundle',
  'messageHistoryNotice',
  'pinInChatMessage',
  'pollUpdateMessage',
  'requestPhoneNumberMessage',
  'statusMentionMessage',
  'stickerSyncRmrMessage',
])

/** Where the messages that businesses make keep their words; a person can forward them. */
const WORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  templateMessage: [
    ['hydratedTemplate', 'hydratedContentText'],
    ['hydratedFourRowTemplate', 'hydratedContentText'],
    ['interactiveMessageTemplate', 'body', 'text'],
  ],
  highlyStructuredMessage: [['hydratedHsm', 'hydratedTemplate', 'hydratedContentText']],
  buttonsMessage: [['contentText']],
  listMessage: [['description'], ['title']],
  interactiveMessage: [['body', 'text']],
  questionResponseMessage: [['text']],
}

/** A choice among what a message offered: what stands behind it, and what it said. */
const CHOICES: Readonly<
  Record<string, { readonly token?: readonly string[]; readonly said: readonly string[] }>
> = {
  buttonsResponseMessage: { token: ['selectedButtonId'], said: ['selectedDisplayText'] },
  listResponseMessage: { token: ['singleSelectReply', 'selectedRowId'], said: ['title'] },
  templateButtonReplyMessage: { token: ['selectedId'], said: ['selectedDisplayText'] },
  interactiveResponseMessage: { said: ['body', 'text'] },
}

const POLLS = /^pollCreationMessage(V\d)?$/

export type Read = {
  readonly body: InboundBody
  /** Whether `body` says all that there was. */
  readonly whole: boolean
}

const at = (fields: Fields, path: readonly string[], most: number): string | undefined => {
  const [last = '', ...way] = path.toReversed()
  const holder = way.toReversed().reduce<Fields | undefined>((inner, name) => record(inner?.[name]), fields)
  return text(holder?.[last], most)
}

const saying = (words: string): InboundBody => ({ kind: 'text', text: untrusted(words) })

const unsupported = (what: string): Read => ({ body: { kind: 'unsupported', what }, whole: false })

/**
 * `callLogMesssage` is `call_log`, `pollCreationMessageV3` is `poll_creation`: the platform's name
 * of a kind, as names are written here.
 */
const whatOf = (field: string | undefined): string => {
  const name = (field ?? '')
    .replace(/Mess+age(?:V\d(?:Extension)?)?$/, '')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return /^[a-z][a-z0-9_]{0,39}$/.test(name) ? name : 'unknown'
}

const contactOf = (cards: readonly unknown[]): Read => {
  const given = cards.slice(0, MOST_CONTACTS).map(record)
  const written = boundedCards(given.map((fields) => text(fields?.['vcard'], Infinity) ?? ''))
  const read = written.map((card, at) => {
    const { name, phones } = readVcard(card)
    return { name: text(given[at]?.['displayName'], MOST_NAME) ?? name, phones }
  })
  const names = read.flatMap(({ name }) => (name === undefined || name === '' ? [] : [name])).join(', ')
  const phones = read.flatMap(({ phones }) => phones).join(', ')
  const card = written.filter((one) => one !== '').join('\n')
  return {
    body: {
      kind: 'contact',
      ...(names === '' ? {} : { name: untrusted(names) }),
      ...(phones === '' ? {} : { phone: untrusted(phones) }),
      ...(card === '' ? {} : { card: untrusted(card) }),
    },
    whole: false,
  }
}

const placeOf = (fields: Fields, live: boolean): Read => {
  const latitude = finite(fields['degreesLatitude'])
  const longitude = finite(fields['degreesLongitude'])
  const real =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  if (!real) return unsupported('location')
  const name = text(fields['name'], MOST_NAME) ?? ''
  const address = text(fields['address'], MOST_NAME) ?? ''
  return {
    body: {
      kind: 'location',
      latitude,
      longitude,
      ...(name === '' ? {} : { name: untrusted(name) }),
      ...(address === '' ? {} : { address: untrusted(address) }),
      ...(live ? { live } : {}),
    },
    whole: false,
  }
}

/** A mark under the message that its key names; without an emoji it was taken back. */
const markOf = (fields: Fields): Read | undefined => {
  const of = at(fields, ['key', 'id'], MOST_NAME)
  return of === undefined || of === ''
    ? undefined
    : { body: { kind: 'reaction', emoji: text(fields['text'], MOST_NAME) ?? '', of }, whole: true }
}

const pollOf = (fields: Fields): Read => {
  const options = list(fields['options']).slice(0, MOST_OPTIONS)
  const lines = options.map(
    (option, n) => `${n + 1}. ${text(record(option)?.['optionName'], MOST_NAME) ?? ''}`,
  )
  return { body: saying([text(fields['name'], MOST_NAME) ?? '', ...lines].join('\n')), whole: false }
}

const choiceOf = (fields: Fields, field: string): Read => {
  const shape = CHOICES[field]
  const token = shape?.token === undefined ? undefined : at(fields, shape.token, MOST_TOKEN + 1)
  // Only what the core puts on buttons is a press; anything else that stands behind a choice is
  // another's invention.
  if (token !== undefined && token.length <= MOST_TOKEN && readToken(token) !== undefined)
    return { body: { kind: 'press', token }, whole: false }
  const said = shape === undefined ? undefined : at(fields, shape.said, MOST_WORDS)
  return said === undefined || said.trim() === ''
    ? unsupported(whatOf(field))
    : { body: saying(said), whole: false }
}

const fileOf = (
  field: string,
  file: Fields,
  from: Unwrapped,
  place: QuotedPlace,
  more: Readonly<Record<string, string | number>>,
): Read => {
  const media = mediaOf(field, file, place, more)
  const caption = text(file['caption'], MOST_WORDS)
  if (media === undefined) {
    // Its words are there all the same, where only they were changed.
    if (caption !== undefined && caption !== '' && !from.viewOnce)
      return { body: saying(caption), whole: false }
    return unsupported(from.viewOnce ? 'view_once' : 'unreadable')
  }
  const album = from.parent?.association === ALBUM ? from.parent.id : undefined
  return {
    body: {
      kind: 'media',
      media,
      ...(caption === undefined || caption === '' ? {} : { caption: untrusted(caption) }),
      ...(album === undefined ? {} : { album }),
    },
    whole: true,
  }
}

/** `MessageAssociation.AssociationType.MEDIA_ALBUM`. */
const ALBUM = 1

export type QuotedPlace = { readonly chat: string; readonly message: string }

/**
 * What a person said, or nothing where nobody said anything. `place` is where a file's sender can
 * be asked for it again, `more` what is to be noted beside a file. `polls`: read a poll as numbered
 * text, as if it had been written.
 */
export const readBody = (
  from: Unwrapped,
  place: QuotedPlace,
  more: Readonly<Record<string, string | number>>,
  polls: boolean,
): Read | undefined => {
  const { field, content } = from
  if (field === undefined) return unsupported(from.viewOnce ? 'view_once' : 'unreadable')
  if (SILENT.has(field)) return undefined
  const value = content[field]
  if (field === 'conversation') {
    const words = text(value, MOST_WORDS) ?? ''
    return { body: saying(words), whole: words.length < MOST_WORDS }
  }
  const fields = record(value) ?? {}
  if (field === 'extendedTextMessage') {
    const words = text(fields['text'], MOST_WORDS)
    if (words === undefined) return unsupported('unreadable')
    return {
      body: saying(words),
      whole: words.length < MOST_WORDS && !filled(fields).includes('matchedText'),
    }
  }
  if (field === 'reactionMessage') return markOf(fields)
  if (MEDIA_FIELDS.includes(field)) return fileOf(field, fields, from, place, more)
  if (field === 'contactMessage') return contactOf([fields])
  if (field === 'contactsArrayMessage') return contactOf(list(fields['contacts']))
  if (field === 'locationMessage' || field === 'liveLocationMessage')
    return placeOf(fields, field === 'liveLocationMessage')
  if (Object.hasOwn(CHOICES, field)) return choiceOf(fields, field)
  if (POLLS.test(field)) return polls ? pollOf(fields) : unsupported('poll')
  // The phone was told to keep it from linked devices.
  if (field === 'placeholderMessage') return unsupported('unreadable')
  const words = WORDS[field]
    ?.map((path) => at(fields, path, MOST_WORDS))
    .find((found) => found !== undefined && found.trim() !== '')
  return words === undefined ? unsupported(whatOf(field)) : { body: saying(words), whole: false }
}
