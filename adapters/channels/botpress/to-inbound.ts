import type { Inbound, InboundBody } from '../../../core/base/message.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import { instant, type Instant } from '../../../core/base/units.ts'
import { kindName, words } from './json.ts'
import { finite, list, record, text, type Json } from '../../kit/json.ts'

/** Pieces of one message of several; more than any app shows together. */
const MOST_ITEMS = 20
/** What is written out of a card or a list of choices, so that an answer can be read beside its question. */
const MOST_WRITTEN = 4_000

const unsupported = (what: string): InboundBody => ({ kind: 'unsupported', what })

const MEDIA = {
  image: ['imageUrl', 'photo'],
  audio: ['audioUrl', 'audio'],
  video: ['videoUrl', 'video'],
  file: ['fileUrl', 'document'],
} as const

const readMedia = (type: keyof typeof MEDIA, payload: Json): InboundBody => {
  const [field, kind] = MEDIA[type]
  const ref = words(payload[field])
  if (ref === undefined) return unsupported(type)
  const fileName = type === 'file' ? words(payload['title']) : undefined
  const caption = words(payload['caption'])
  return {
    kind: 'media',
    media: {
      kind,
      capture: 'unknown',
      ref,
      ...(fileName === undefined ? {} : { fileName: untrusted(fileName) }),
    },
    ...(caption === undefined ? {} : { caption: untrusted(caption) }),
  }
}

const readPlace = (payload: Json): InboundBody => {
  const latitude = finite(payload['latitude'])
  const longitude = finite(payload['longitude'])
  if (latitude === undefined || longitude === undefined) return unsupported('location')
  const name = words(payload['title'])
  const address = words(payload['address'])
  return {
    kind: 'location',
    latitude,
    longitude,
    ...(name === undefined ? {} : { name: untrusted(name) }),
    ...(address === undefined ? {} : { address: untrusted(address) }),
  }
}

/** Cards and choices as lines of words. */
const written = (payload: Json): string | undefined => {
  const items = list(payload['items']).slice(0, MOST_ITEMS).map(record)
  const options = list(payload['options']).slice(0, MOST_ITEMS).map(record)
  const lines = [
    payload['text'],
    payload['title'],
    payload['subtitle'],
    ...options.map((one) => one?.['label']),
  ]
    .map(words)
    .filter((line) => line !== undefined)
  const below = items
    .map((item) => (item === undefined ? undefined : written(item)))
    .filter((line) => line !== undefined)
  const all = [...lines, ...below].join('\n').slice(0, MOST_WRITTEN)
  return all === '' ? undefined : all
}

const readOne = (type: string, payload: Json): InboundBody => {
  switch (type) {
    case 'text':
    case 'markdown': {
      const said = words(payload['text']) ?? words(payload['markdown'])
      return said === undefined ? unsupported(type) : { kind: 'text', text: untrusted(said) }
    }
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return readMedia(type, payload)
    case 'location':
      return readPlace(payload)
    case 'card':
    case 'carousel':
    case 'choice':
    case 'dropdown': {
      const said = written(payload)
      return said === undefined ? unsupported(type) : { kind: 'text', text: untrusted(said) }
    }
    default:
      return unsupported(type)
  }
}

/**
 * What a message of the platform's says: one thing, or several where it is a block of them. Total:
 * what cannot be read is kept by its kind.
 */
export const readBodies = (type: unknown, payload: unknown): readonly InboundBody[] => {
  const name = kindName(type) ?? 'unknown'
  const given = record(payload) ?? {}
  if (name !== 'bloc') return [readOne(name, given)]
  const items = list(given['items']).slice(0, MOST_ITEMS)
  if (items.length === 0) return [unsupported(name)]
  return items.map((item) => {
    const piece = record(item)
    return readOne(kindName(piece?.['type']) ?? 'unknown', record(piece?.['payload']) ?? {})
  })
}

const momentOf = (said: unknown, otherwise: Instant): Instant => {
  const at = Date.parse(text(said) ?? '')
  return Number.isSafeInteger(at) && at > 0 && at <= otherwise + 60_000 ? instant(at) : otherwise
}

type Where = Pick<Inbound, 'account' | 'chat'>
const item = (where: Where, message: string, sentAt: Instant, body: InboundBody): Inbound => ({
  v: 1,
  channel: 'botpress',
  ...where,
  message,
  edit: 0,
  sentAt,
  from: {},
  body,
})

/** A file of the other bot's is none of ours to fetch: its name is enough. */
const asSaid = (body: InboundBody): InboundBody =>
  body.kind === 'media' ? unsupported(body.media.kind) : body

/** `isPerson`: the platform says that the person wrote it; all else is the other bot's word. */
export const toInbound = (
  where: Where,
  message: {
    readonly id: string
    readonly createdAt?: unknown
    readonly type: unknown
    readonly payload: unknown
  },
  isPerson: boolean,
  now: Instant,
): readonly Inbound[] =>
  readBodies(message.type, message.payload).map((body, n) => {
    const one = item(
      where,
      n === 0 ? message.id : `${message.id}:${n}`,
      momentOf(message.createdAt, now),
      isPerson ? body : asSaid(body),
    )
    return isPerson ? one : { ...one, by: 'bot' }
  })

export type Started = {
  readonly session: number
  readonly texts: 'ours' | 'theirs'
  readonly title?: string
  readonly name?: string
  readonly language?: string
}

/** How a session begins: that it was handed over, and, where our bot speaks, that a person is wanted. */
export const toStart = (
  where: Where,
  { session, texts, title, name, language }: Started,
  now: Instant,
): Inbound => {
  const body: InboundBody = {
    kind: 'handed_over',
    session: String(session),
    texts,
    ...(title === undefined ? {} : { title: untrusted(title.slice(0, 200)) }),
  }
  const from = {
    ...(name === undefined ? {} : { name: untrusted(name) }),
    ...(language === undefined ? {} : { language }),
  }
  return { ...item(where, `start:${session}`, now, body), from }
}

export const toCall = (where: Where, session: number, now: Instant): Inbound =>
  item(where, `call:${session}`, now, { kind: 'command', command: 'human' })

export const toEnd = (where: Where, session: string, now: Instant): Inbound =>
  item(where, `end:${session}`, now, { kind: 'ended', session })

/** More than the plugin hands over at a time. */
const MOST_HISTORY = 200

/**
 * What was said at the other bot before. The platform gives these no id and no time: they are known
 * by what they say and by how often it was said, so that a page that is handed over again adds
 * nothing.
 */
export const toHistory = (
  where: Where,
  given: unknown,
  {
    user,
    now,
    digest,
  }: { readonly user: string; readonly now: Instant; readonly digest: (value: string) => string },
): readonly Inbound[] => {
  const times = new Map<string, number>()
  return list(given)
    .slice(-MOST_HISTORY)
    .flatMap((one): readonly Inbound[] => {
      const said = record(one)
      if (said === undefined) return []
      const source = record(said['source'])
      const isPerson = source?.['type'] === 'user' && source['userId'] === user
      const mark = digest(JSON.stringify([isPerson, said['type'], said['payload']]))
      const before = times.get(mark) ?? 0
      times.set(mark, before + 1)
      const message = { id: `before:${mark}:${before}`, type: said['type'], payload: said['payload'] }
      return toInbound(where, message, isPerson, now).map((line) =>
        isPerson ? { ...line, elsewhere: true } : line,
      )
    })
}
