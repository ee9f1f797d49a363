import { kindName } from './json.ts'
import { record, text, type Json } from '../../kit/json.ts'

/** The six that the plugin passes on, and what else the platform has: another way of calling may send it. */
export const KINDS = [
  'text',
  'image',
  'audio',
  'video',
  'file',
  'bloc',
  'location',
  'markdown',
  'card',
  'carousel',
  'choice',
  'dropdown',
] as const

/**
 * What the platform asks of an integration, and the shape of each body; whatever is not here is
 * refused before the SDK sees it.
 */
const SHAPES: Readonly<Record<string, (body: Json) => boolean>> = {
  ping: () => true,
  register: (body) => text(body['webhookUrl']) !== undefined,
  unregister: (body) => text(body['webhookUrl']) !== undefined,
  action_triggered: (body) => ACTIONS.has(text(body['type']) ?? '') && record(body['input']) !== undefined,
  message_created: (body) =>
    text(body['type']) !== undefined &&
    record(body['payload']) !== undefined &&
    text(record(body['conversation'])?.['id']) !== undefined &&
    record(body['conversation'])?.['channel'] === 'hitl' &&
    text(record(body['message'])?.['id']) !== undefined,
  create_user: () => true,
  create_conversation: () => true,
}
const ACTIONS: ReadonlySet<string> = new Set(['createUser', 'startHitl', 'stopHitl', 'createHandoffLink'])
/** Asked for by nobody of ours, and harmless: answered as an integration without a handler does. */
const UNUSED: ReadonlySet<string> = new Set(['create_user', 'create_conversation'])

export type Asked = 'unknown' | 'malformed' | 'unused' | 'known'

export const lookAt = (operation: string, body: Json | undefined): Asked => {
  if (!Object.hasOwn(SHAPES, operation)) return 'unknown'
  if (body === undefined || SHAPES[operation]?.(body) !== true) return 'malformed'
  return UNUSED.has(operation) ? 'unused' : 'known'
}

const KNOWN: ReadonlySet<string> = new Set(KINDS)

/**
 * The body as the SDK can pass it on. It would throw, and print, the name of a kind of message that
 * it has no handler for; so such a message goes on as a block with one piece of that kind, which is
 * kept as something that cannot be read.
 */
export const passable = (operation: string, body: Json): Json => {
  const type = text(body['type']) ?? ''
  if (operation !== 'message_created' || KNOWN.has(type)) return body
  const userId = record(body['payload'])?.['userId']
  const items = [{ type: kindName(type) ?? 'unknown', payload: {} }]
  return { ...body, type: 'bloc', payload: { ...(userId === undefined ? {} : { userId }), items } }
}
