import type { Message } from './contract.ts'

type Forwarded = NonNullable<Message['forwarded']>
type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const withHandle = (name: string | undefined, handle: string | undefined): string | undefined => {
  if (handle === undefined) return name
  return name === undefined ? `@${handle}` : `${name} (@${handle})`
}

const nameOfUser = (user: unknown): string | undefined => {
  if (!isFields(user)) return undefined
  const name = [text(user['first_name']), text(user['last_name'])].filter((part) => part !== undefined).join(' ')
  return withHandle(text(name), text(user['username']))
}

const nameOfChat = (chat: unknown, signature: unknown): string | undefined => {
  if (!isFields(chat)) return undefined
  const name = withHandle(text(chat['title']) ?? text(chat['first_name']), text(chat['username']))
  const signed = text(signature)
  return signed === undefined ? name : [name, signed].filter((part) => part !== undefined).join(', ')
}

/** Seconds since 1970, as Telegram counts; nothing for what four digits of a year cannot say. */
const time = (date: unknown): string | undefined => {
  if (typeof date !== 'number') return undefined
  const at = new Date(date * 1000)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 0 || at.getUTCFullYear() > 9999 ? undefined : at.toISOString()
}

const nameOf = (origin: Fields): string | undefined => {
  switch (origin['type']) {
    case 'user':
      return nameOfUser(origin['sender_user'])
    case 'hidden_user':
      return text(origin['sender_user_name'])
    case 'chat':
      return nameOfChat(origin['sender_chat'], origin['author_signature'])
    case 'channel':
      return nameOfChat(origin['chat'], origin['author_signature'])
    default:
      return undefined
  }
}

/**
 * Who wrote a forwarded message first, from Telegram's MessageOrigin. `hidden` where that account does not let itself be found, or
 * where nothing can be read of it. Total: a stranger's platform may send anything.
 */
export const readForward = (json: string): Forwarded => {
  let origin: unknown
  try {
    origin = JSON.parse(json)
  } catch {
    return { hidden: true }
  }
  if (!isFields(origin)) return { hidden: true }
  const from = nameOf(origin)
  const at = time(origin['date'])
  return {
    hidden: origin['type'] === 'hidden_user' || from === undefined,
    ...(from === undefined ? {} : { from }),
    ...(at === undefined ? {} : { at }),
  }
}
