import { hash } from 'node:crypto'
import type { Inbound } from '../../../core/base/message.ts'
import { untrusted, type Untrusted } from '../../../core/base/untrusted.ts'
import { instant, type Instant } from '../../../core/base/units.ts'
import { readBodies } from './body.ts'
import { readPhone, readUser, type Reach } from './contact.ts'
import { count, words } from './json.ts'
import { int, list, record, text, written, type Json } from '../../kit/json.ts'
import { readStatus, type StatusArrival } from './status.ts'

/** What a webhook brought, in its order. The chat of an item is found by `from` (contacts.ts). */
export type Arrival =
  | { readonly kind: 'item'; readonly from: Reach; readonly item: Omit<Inbound, 'chat'> }
  /**
   * They did something that is no message (a mark under nothing that is named): it opens the 24 h
   * all the same.
   */
  | { readonly kind: 'heard'; readonly from: Reach; readonly at: Instant }
  /** The platform says that somebody has another number or id from now on. */
  | { readonly kind: 'renamed'; readonly from: Reach; readonly to: Reach }
  | ({ readonly kind: 'status' } & StatusArrival)
  /** Something about our account: an error, a change of its quality or its limits. */
  | { readonly kind: 'account'; readonly code?: number }
  | { readonly kind: 'ignored'; readonly why: 'not_ours' | 'not_private' | 'housekeeping' | 'malformed' }

type Context = { readonly account: string; readonly receivedAt: Instant }

/** The platform's dates are seconds; beyond 2106 they are nonsense. */
const MOST_SECONDS = 2 ** 32

const momentOf = (seconds: unknown, otherwise: Instant): Instant => {
  const date = count(seconds)
  return date !== undefined && date > 0 && date < MOST_SECONDS ? instant(date * 1000) : otherwise
}

const reach = (user: string | undefined, phone: string | undefined): Reach | undefined =>
  user === undefined && phone === undefined
    ? undefined
    : { ...(user === undefined ? {} : { user }), ...(phone === undefined ? {} : { phone }) }

const isCard = (card: Json, message: Json): boolean =>
  (words(card['wa_id']) !== undefined && card['wa_id'] === message['from']) ||
  (words(card['user_id']) !== undefined && card['user_id'] === message['from_user_id'])

/** What the webhook says of the sender, beside the messages. */
const cardOf = (value: Json, message: Json): Json | undefined => {
  const cards = list(value['contacts'])
    .map(record)
    .filter((card) => card !== undefined)
  const found = cards.find((card) => isCard(card, message))
  return found ?? (cards.length === 1 && list(value['messages']).length === 1 ? cards[0] : undefined)
}

const senderOf = (card: Json | undefined, { phone }: Reach): Inbound['from'] => {
  const profile = record(card?.['profile'])
  const name = words(profile?.['name'])
  const handle = words(profile?.['username']) ?? (phone === undefined ? undefined : `+${phone}`)
  return {
    ...(name === undefined ? {} : { name: untrusted(name) }),
    ...(handle === undefined ? {} : { handle: untrusted(handle) }),
  }
}

/** The message as it came, without what an advertisement told Meta about the person. */
const rawOf = (message: Json): Untrusted | undefined => {
  const { referral: _, ...rest } = message
  const json = written(rest)
  return json === undefined ? undefined : untrusted(json)
}

const forwardOf = (message: Json): Untrusted | undefined => {
  const context = record(message['context'])
  const often = context?.['frequently_forwarded'] === true
  return often || context?.['forwarded'] === true
    ? untrusted(JSON.stringify({ forwarded: true, frequently_forwarded: often }))
    : undefined
}

/** Edits and deletions name the message that they change; anything else is an original. */
type Change = { readonly id: string; readonly content: Json | undefined }

const changeOf = (message: Json): Change | undefined => {
  const { type } = message
  if (type !== 'edit' && type !== 'revoke') return undefined
  const change = record(message[type])
  const id = words(change?.['original_message_id'])
  return id === undefined
    ? undefined
    : { id, content: type === 'edit' ? record(change?.['message']) : undefined }
}

/**
 * Rises with time, and differs for two changes of one second: the seconds (32 bits), then 20 bits
 * of the change's own id. The same for a change that is told again.
 */
const editOf = (id: string, sentAt: Instant): number =>
  Math.max(1, Math.floor(sentAt / 1000)) * 2 ** 20 + (hash('sha256', id, 'buffer').readUInt32BE() >>> 12)

const toItems = (
  message: Json,
  id: string,
  from: Reach,
  card: Json | undefined,
  { account, receivedAt }: Context,
): readonly Arrival[] => {
  const sentAt = momentOf(message['timestamp'], receivedAt)
  const change = changeOf(message)
  const content = change === undefined ? message : change.content
  const forward = forwardOf(content ?? message)
  const quotes = record(content?.['context']) !== undefined
  const bodies =
    content === undefined
      ? [{ body: { kind: 'unsupported' as const, what: 'deleted' }, whole: true }]
      : // A forwarded "/exit" is something that somebody else once wrote, and an edited one was answered when it was first sent.
        readBodies(content, change === undefined && forward === undefined)
  return bodies.map(({ body, whole }, index): Arrival => {
    const raw =
      whole && forward === undefined && (!quotes || body.kind === 'press') ? undefined : rawOf(message)
    return {
      kind: 'item',
      from,
      item: {
        v: 1,
        channel: 'whatsapp',
        account,
        message: index === 0 ? (change?.id ?? id) : `${change?.id ?? id}#${index + 1}`,
        edit: change === undefined ? 0 : editOf(id, sentAt),
        sentAt,
        from: senderOf(card, from),
        body,
        ...(forward === undefined ? {} : { forward }),
        ...(raw === undefined ? {} : { raw }),
      },
    }
  })
}

/** A mark under a message, or the word that it was taken back: then it has no emoji. */
const toReaction = (
  message: Json,
  id: string,
  from: Reach,
  card: Json | undefined,
  { account, receivedAt }: Context,
): Arrival => {
  const sentAt = momentOf(message['timestamp'], receivedAt)
  const reaction = record(message['reaction'])
  const of = words(reaction?.['message_id'])
  if (of === undefined) return { kind: 'heard', from, at: sentAt }
  const body = { kind: 'reaction', emoji: words(reaction?.['emoji']) ?? '', of } as const
  return {
    kind: 'item',
    from,
    item: {
      v: 1,
      channel: 'whatsapp',
      account,
      message: id,
      edit: 0,
      sentAt,
      from: senderOf(card, from),
      body,
    },
  }
}

/** Only what the platform itself says changes who is who; the names are of 2026, and of before. */
const toRenamed = (message: Json): Arrival => {
  const system = record(message['system']) ?? {}
  const from = reach(
    readUser(system['previous_user_id']),
    readPhone(message['from']) ?? readPhone(system['customer']),
  )
  const to = reach(readUser(system['user_id']), readPhone(system['wa_id']) ?? readPhone(system['new_wa_id']))
  const changed = /^(?:user|customer)_changed_(?:number|user_id)$/.test(text(system['type']) ?? '')
  return changed && from !== undefined && to !== undefined
    ? { kind: 'renamed', from, to }
    : { kind: 'ignored', why: 'housekeeping' }
}

const readMessage = (value: Json, given: unknown, context: Context): readonly Arrival[] => {
  const message = record(given)
  const id = words(message?.['id'])
  if (message === undefined || id === undefined) return [{ kind: 'ignored', why: 'malformed' }]
  if (words(message['group_id']) !== undefined) return [{ kind: 'ignored', why: 'not_private' }]
  if (message['type'] === 'system') return [toRenamed(message)]
  const card = cardOf(value, message)
  const from = reach(
    readUser(message['from_user_id']) ?? readUser(card?.['user_id']),
    readPhone(message['from']) ?? readPhone(card?.['wa_id']),
  )
  if (from === undefined) return [{ kind: 'ignored', why: 'malformed' }]
  if (message['type'] === 'reaction') return [toReaction(message, id, from, card, context)]
  return toItems(message, id, from, card, context)
}

/** A call of theirs to us, once, however many steps of it are told; ours to them are none. */
const readCall = (value: Json, given: unknown, { account, receivedAt }: Context): readonly Arrival[] => {
  const call = record(given)
  const id = words(call?.['id'])
  if (call === undefined || id === undefined) return [{ kind: 'ignored', why: 'malformed' }]
  if (call['direction'] === 'BUSINESS_INITIATED') return [{ kind: 'ignored', why: 'not_ours' }]
  const cards = list(value['contacts']).map(record)
  const card =
    cards.find((each) => each !== undefined && isCard(each, call)) ??
    (cards.length === 1 ? cards[0] : undefined)
  const from = reach(
    readUser(call['from_user_id']) ?? readUser(card?.['user_id']),
    readPhone(call['from']) ?? readPhone(card?.['wa_id']),
  )
  if (from === undefined) return [{ kind: 'ignored', why: 'malformed' }]
  const sentAt = momentOf(call['timestamp'], receivedAt)
  const message = `call:${id}`
  const item = {
    v: 1,
    channel: 'whatsapp',
    account,
    message,
    edit: 0,
    sentAt,
    from: senderOf(card, from),
    body: { kind: 'call' },
  } as const
  return [{ kind: 'item', from, item }]
}

const readChange = (change: Json, context: Context): readonly Arrival[] => {
  const value = record(change['value'])
  const field = text(change['field'])
  if (value === undefined || field === undefined) return [{ kind: 'ignored', why: 'malformed' }]
  if (field !== 'messages' && field !== 'calls')
    return [
      /^(?:account|phone_number|business)_/.test(field)
        ? { kind: 'account' }
        : { kind: 'ignored', why: 'not_ours' },
    ]
  // One address may serve several numbers; the others are somebody else's.
  if (text(record(value['metadata'])?.['phone_number_id']) !== context.account)
    return [{ kind: 'ignored', why: 'not_ours' }]
  const errors = list(value['errors']).map((error): Arrival => {
    const code = int(record(error)?.['code'])
    return { kind: 'account', ...(code === undefined ? {} : { code }) }
  })
  const calls =
    field === 'calls' ? list(value['calls']).flatMap((call) => readCall(value, call, context)) : []
  const statuses = (field === 'calls' ? [] : list(value['statuses'])).map((given): Arrival => {
    const status = readStatus(given, context.receivedAt)
    return status === undefined ? { kind: 'ignored', why: 'malformed' } : { kind: 'status', ...status }
  })
  return [
    ...errors,
    ...list(value['messages']).flatMap((message) => readMessage(value, message, context)),
    ...calls,
    ...statuses,
  ]
}

/**
 * One call of the webhook. Total: whatever comes, it never throws, so nothing can block what stands
 * beside it; what cannot be understood but names its sender is kept whole as `unsupported`.
 * `account` is the phone number's id.
 */
export const readWebhook = (body: unknown, context: Context): readonly Arrival[] =>
  list(record(body)?.['entry'])
    .flatMap((entry) => list(record(entry)?.['changes']))
    .flatMap((change) => readChange(record(change) ?? {}, context))
