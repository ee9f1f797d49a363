import { record, text, type Json } from './json.ts'

/** What the platform asks of an integration, and the shape of each body; whatever is not here is refused before the SDK sees it. */
const SHAPES: Readonly<Record<string, (body: Json) => boolean>> = {
  ping: () => true,
  register: (body) => text(body['webhookUrl']) !== undefined,
  unregister: (body) => text(body['webhookUrl']) !== undefined,
  action_triggered: (body) => ACTIONS.has(text(body['type']) ?? '') && record(body['input']) !== undefined,
  message_created: (body) =>
    text(body['type']) !== undefined &&
    record(body['payload']) !== undefined &&
    text(record(body['conversation'])?.['id']) !== undefined &&
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
