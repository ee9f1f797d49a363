import { shorten } from '../http/shorten.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * What a message answers, as its platform told it: the id of that message there, and its words
 * where they came along.
 */
export type Quoted = { readonly message?: string; readonly text?: string; readonly ours?: true }

/** Deeper than any platform nests a message; a stranger's may go on for ever. */
const DEEPEST = 8
/** Quoted to be recognised, not to be read again. In characters. */
const LONGEST = 140

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
const textOf = (...values: readonly unknown[]): string | undefined => {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof found === 'string' ? shortenQuote(found) : undefined
}

export const shortenQuote = (text: string): string => shorten(text.replaceAll(/\s+/g, ' ').trim(), LONGEST)

const quoted = (message: string | undefined, text: string | undefined, ours: boolean): Quoted | undefined =>
  message === undefined && text === undefined
    ? undefined
    : {
        ...(message === undefined ? {} : { message }),
        ...(text === undefined ? {} : { text }),
        ...(ours ? { ours: true as const } : {}),
      }

/** Telegram: the message itself stands in its answer; `quote` is the part that was marked in it. */
const ofTelegram = (whole: Fields): Quoted | undefined => {
  const answered = isFields(whole['reply_to_message']) ? whole['reply_to_message'] : undefined
  const part = isFields(whole['quote']) ? whole['quote']['text'] : undefined
  const from = isFields(answered?.['from']) ? answered['from'] : undefined
  return quoted(
    idOf(answered?.['message_id']),
    textOf(part, answered?.['text'], answered?.['caption']),
    from?.['is_bot'] === true,
  )
}

/** WhatsApp's own protocol: a context somewhere inside the message. */
const ofWhatsapp = (value: unknown, depth = 0): Quoted | undefined => {
  if (!isFields(value) || depth > DEEPEST) return undefined
  if (typeof value['stanzaId'] === 'string') {
    const inside = isFields(value['quotedMessage']) ? value['quotedMessage'] : {}
    const longer = isFields(inside['extendedTextMessage']) ? inside['extendedTextMessage']['text'] : undefined
    return quoted(idOf(value['stanzaId']), textOf(inside['conversation'], longer), false)
  }
  for (const part of Object.values(value)) {
    const found = ofWhatsapp(part, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * The platform's message as it was kept. Total: a stranger's platform may send anything; nothing
 * where it answers nothing.
 */
export const readQuote = (json: string): Quoted | undefined => {
  let whole: unknown
  try {
    whole = JSON.parse(json)
  } catch {
    return undefined
  }
  if (!isFields(whole)) return undefined
  if (isFields(whole['reply_to_message']) || isFields(whole['quote'])) return ofTelegram(whole)
  const { context } = whole
  // WhatsApp's business interface names the message and leaves its words out.
  if (isFields(context) && idOf(context['id']) !== undefined)
    return quoted(idOf(context['id']), undefined, false)
  return ofWhatsapp(whole['message'])
}
