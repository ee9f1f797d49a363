import type { Identifier } from '../../text/identifiers/identifier.ts'
import { instant, type Instant } from '../../base/units.ts'
import type { Inbound } from '../../base/message.ts'
import { untrusted, type Untrusted } from '../../base/untrusted.ts'

/**
 * Where a forwarded message was first written, as the platform attests it. `hidden_user`: an
 * account that does not let itself be found, by its name alone. `unknown`: the platform says that
 * it was forwarded, and no more.
 */
export type Origin = {
  readonly kind: 'user' | 'hidden_user' | 'chat' | 'channel' | 'unknown'
  readonly name?: Untrusted
  /** Without the @. */
  readonly handle?: Untrusted
  /** The platform's own id of the account or channel: it stays when the name is changed. */
  readonly id?: string
  /** The post itself, where it has an address. Never opened by us. */
  readonly link?: string
  /** When it was first sent. */
  readonly at?: Instant
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
const wholeOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined

/** Latest moment that four digits of a year can say, in seconds. */
const MOST_SECONDS = 253_402_300_799
/** Names on the platform, so that nothing else gets into an address. */
const HANDLE = /^[A-Za-z]\w{3,31}$/

const timeOf = (date: unknown): Pick<Origin, 'at'> => {
  const seconds = wholeOf(date)
  return seconds === undefined || seconds < 0 || seconds > MOST_SECONDS ? {} : { at: instant(seconds * 1000) }
}

const nameOf = (...parts: readonly (string | undefined)[]): Pick<Origin, 'name'> => {
  const name = parts.filter((part) => part !== undefined).join(' ')
  return name === '' ? {} : { name: untrusted(name) }
}

const handleOf = (value: unknown): Pick<Origin, 'handle'> => {
  const handle = textOf(value)
  return handle === undefined || !HANDLE.test(handle) ? {} : { handle: untrusted(handle) }
}

/** Channels and groups have -100 before the number that their links show. */
const idOf = (value: unknown): Pick<Origin, 'id'> => {
  const id = wholeOf(value)
  return id === undefined ? {} : { id: String(id).replace(/^-100(?=\d)/, '') }
}

const readTelegram = (origin: Fields): Origin => {
  const at = timeOf(origin['date'])
  const user = fieldsOf(origin['sender_user'])
  const chat = fieldsOf(origin['sender_chat'] ?? origin['chat'])
  const signature = textOf(origin['author_signature'])
  const title = textOf(chat['title']) ?? textOf(chat['first_name'])
  const signed = title === undefined ? signature : signature === undefined ? title : `${title}, ${signature}`
  switch (origin['type']) {
    case 'user':
      return {
        kind: 'user',
        ...nameOf(textOf(user['first_name']), textOf(user['last_name'])),
        ...handleOf(user['username']),
        ...idOf(user['id']),
        ...at,
      }
    case 'hidden_user':
      return { kind: 'hidden_user', ...nameOf(textOf(origin['sender_user_name'])), ...at }
    case 'chat':
      return { kind: 'chat', ...nameOf(signed), ...handleOf(chat['username']), ...idOf(chat['id']), ...at }
    case 'channel': {
      const { handle } = handleOf(chat['username'])
      const { id } = idOf(chat['id'])
      const post = wholeOf(origin['message_id'])
      const place = handle ?? (id === undefined ? undefined : `c/${id}`)
      return {
        kind: 'channel',
        ...nameOf(signed),
        ...(handle === undefined ? {} : { handle }),
        ...(id === undefined ? {} : { id }),
        ...(post === undefined || place === undefined ? {} : { link: `https://t.me/${place}/${post}` }),
        ...at,
      }
    }
    default:
      return { kind: 'unknown', ...at }
  }
}

/**
 * WhatsApp says from whom only where it was a channel of its own; of everything else, that it was
 * forwarded.
 */
const readWhatsapp = (forward: Fields): Origin => {
  const channel = fieldsOf(forward['forwardedNewsletterMessageInfo'])
  const id = textOf(channel['newsletterJid'])
  if (id === undefined) return { kind: 'unknown' }
  return { kind: 'channel', ...nameOf(textOf(channel['newsletterName'])), id }
}

/** Nothing where the message was not forwarded. Total: a stranger's platform may send anything. */
export const originOf = ({ channel, forward }: Pick<Inbound, 'channel' | 'forward'>): Origin | undefined => {
  if (forward === undefined) return undefined
  try {
    const fields: unknown = JSON.parse(forward)
    if (!isFields(fields)) return { kind: 'unknown' }
    return channel === 'whatsapp' ? readWhatsapp(fields) : readTelegram(fields)
  } catch {
    return { kind: 'unknown' }
  }
}

/**
 * In a private chat of Telegram the chat has its person's id: what they wrote themselves elsewhere
 * comes from them.
 */
const isOwn = ({ channel, chat }: Pick<Inbound, 'channel' | 'chat'>, origin: Origin): boolean =>
  channel === 'telegram' && origin.kind === 'user' && origin.id === chat

/** Somebody else wrote it, as far as the platform says: then it tells nothing of the person themselves. */
export const isOthers = (item: Pick<Inbound, 'channel' | 'chat' | 'forward'>): boolean => {
  const origin = originOf(item)
  return origin !== undefined && !isOwn(item, origin)
}

/** Who wrote what was forwarded, where that is not the person themselves. */
export const otherOrigin = (item: Pick<Inbound, 'channel' | 'chat' | 'forward'>): Origin | undefined => {
  const origin = originOf(item)
  return origin === undefined || isOwn(item, origin) ? undefined : origin
}

/**
 * The account that a platform attests is one of the other side's, unless the person forwarded what
 * they wrote themselves.
 */
export const attestedIn = (item: Pick<Inbound, 'channel' | 'chat' | 'forward'>): readonly Identifier[] => {
  const origin = originOf(item)
  if (origin === undefined || isOwn(item, origin) || item.channel !== 'telegram') return []
  const account = (normal: string, raw: string): Identifier => ({
    type: 'telegram',
    raw: untrusted(raw),
    normal,
    keys: [`telegram:${normal}`],
    owner: 'perpetrator',
    attested: true,
    start: 0,
  })
  return [
    ...(origin.handle === undefined
      ? []
      : [account(`u:${origin.handle.toLowerCase()}`, `@${origin.handle}`)]),
    ...(origin.id === undefined ? [] : [account(`id:${origin.id}`, origin.id)]),
  ]
}
