import type { Inbound, InboundBody } from '../../../core/base/message.ts'
import { untrusted, type Untrusted } from '../../../core/base/untrusted.ts'
import { instant, type Instant } from '../../../core/base/units.ts'
import { commandOf } from './commands.ts'
import { int, record, text, written, type Json } from '../../kit/json.ts'
import { mediaOf } from './media.ts'
import { senderOf, sharedOf } from './shared.ts'
import { whatOf, isHousekeeping } from './unsupported.ts'

/**
 * What an update came to. `not_private`: from a group or channel, where the bot says nothing and
 * which it leaves (`leave`): what stands there others read. `a_bot`: written by another program,
 * and two programs would answer each other for ever. `malformed`: it names no chat.
 */
export type Mapped =
  | { readonly status: 'item'; readonly item: Inbound }
  | { readonly status: 'ignored'; readonly why: 'not_private'; readonly leave?: number }
  | { readonly status: 'ignored'; readonly why: 'a_bot' | 'not_for_us' | 'housekeeping' | 'malformed' }

/** Kinds of update to ask for; all else would be nothing to us. */
export const UPDATE_KINDS = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const

/** The id of a press, from which `answerCallbackQuery` finds the query again. */
export const PRESS_PREFIX = 'cb:'

type Context = { readonly account: string; readonly receivedAt: Instant }

/** Telegram's dates are seconds; beyond 2106 they are nonsense. */
const MOST_SECONDS = 2 ** 32

const momentOf = (seconds: unknown, otherwise: Instant): Instant => {
  const date = int(seconds)
  return date !== undefined && date > 0 && date < MOST_SECONDS ? instant(date * 1000) : otherwise
}

const secondsOf = (moment: Instant): number => Math.floor(moment / 1000)

const jsonOf = (value: unknown): Untrusted | undefined => {
  const json = written(value)
  return json === undefined ? undefined : untrusted(json)
}

/** Messages of which the mapping keeps less than there was. */
const FULLER = [
  'reply_to_message',
  'external_reply',
  'quote',
  'reply_to_story',
  'via_bot',
  'venue',
  'has_protected_content',
  'live_photo',
]

const bodyOf = (
  message: Json,
  isOriginal: boolean,
): { readonly body: InboundBody; readonly whole: boolean } => {
  const said = text(message['text'])
  if (said !== undefined) {
    const command = isOriginal ? commandOf(said) : undefined
    if (command?.kind === 'start') {
      const { payload } = command
      return {
        body: { kind: 'start', ...(payload === undefined ? {} : { payload: untrusted(payload) }) },
        whole: true,
      }
    }
    return {
      body: command ?? { kind: 'text', text: untrusted(said) },
      whole: command === undefined || !/\s/.test(said.trim()),
    }
  }
  const media = mediaOf(message)
  if (media !== undefined) {
    const caption = text(message['caption'])
    const album = text(message['media_group_id'])
    return {
      body: {
        kind: 'media',
        media,
        ...(caption === undefined ? {} : { caption: untrusted(caption) }),
        ...(album === undefined ? {} : { album }),
      },
      whole: true,
    }
  }
  const shared = sharedOf(message)
  if (shared !== undefined) return { body: shared, whole: false }
  return { body: { kind: 'unsupported', what: whatOf(message) }, whole: false }
}

const isPrivate = (chat: Json): boolean => chat['type'] === 'private'

const mapMessage = (message: Json, isEdit: boolean, { account, receivedAt }: Context): Mapped => {
  const chat = record(message['chat'])
  const chatId = int(chat?.['id'])
  const id = int(message['message_id'])
  if (chat === undefined || chatId === undefined || id === undefined)
    return { status: 'ignored', why: 'malformed' }
  if (!isPrivate(chat)) return { status: 'ignored', why: 'not_private', leave: chatId }
  if (record(message['from'])?.['is_bot'] === true) return { status: 'ignored', why: 'a_bot' }
  const origin = record(message['forward_origin'])
  // A forwarded "/exit" is something that somebody else once wrote, and an edited one was answered
  // when it was first sent.
  const { body, whole } = bodyOf(message, !isEdit && origin === undefined)
  if (body.kind === 'unsupported' && isHousekeeping(message))
    return { status: 'ignored', why: 'housekeeping' }
  const raw =
    whole && origin === undefined && !FULLER.some((field) => field in message) ? undefined : jsonOf(message)
  const forward = origin === undefined ? undefined : jsonOf(origin)
  const sentAt = momentOf(message['date'], receivedAt)
  return {
    status: 'item',
    item: {
      v: 1,
      channel: 'telegram',
      account,
      chat: String(chatId),
      // Messages that only one person of a chat sees all have the number 0, and a number of their own.
      message: id === 0 ? `0:${int(message['ephemeral_message_id']) ?? secondsOf(sentAt)}` : String(id),
      edit: isEdit ? secondsOf(momentOf(message['edit_date'], sentAt)) : 0,
      sentAt,
      from: senderOf(record(message['from'])),
      body,
      ...(forward === undefined ? {} : { forward }),
      ...(raw === undefined ? {} : { raw }),
    },
  }
}

const mapPress = (query: Json, { account, receivedAt }: Context): Mapped => {
  const id = text(query['id'])
  const token = text(query['data'])
  const from = record(query['from'])
  const shown = record(record(query['message'])?.['chat'])
  if (shown !== undefined && !isPrivate(shown)) return { status: 'ignored', why: 'not_private' }
  // Without its message a press still comes from somebody, and a private chat has its person's id.
  const chat = int(shown?.['id']) ?? int(from?.['id'])
  if (id === undefined || chat === undefined) return { status: 'ignored', why: 'malformed' }
  if (token === undefined) return { status: 'ignored', why: 'not_for_us' }
  return {
    status: 'item',
    item: {
      v: 1,
      channel: 'telegram',
      account,
      chat: String(chat),
      message: `${PRESS_PREFIX}${id}`,
      edit: 0,
      // A query has no date of its own, and the one of its message is when the question was asked.
      sentAt: receivedAt,
      from: senderOf(from),
      body: { kind: 'press', token },
    },
  }
}

/** What the bot is in a chat that it can leave. */
const IN_GROUP: ReadonlySet<string> = new Set(['member', 'administrator', 'restricted'])

const mapMembership = (change: Json, { account, receivedAt }: Context): Mapped => {
  const chat = record(change['chat'])
  const chatId = int(chat?.['id'])
  const status = text(record(change['new_chat_member'])?.['status'])
  if (chat === undefined || chatId === undefined || status === undefined)
    return { status: 'ignored', why: 'malformed' }
  // Put into a group, or made its administrator; not where it was put out of one.
  if (!isPrivate(chat))
    return { status: 'ignored', why: 'not_private', ...(IN_GROUP.has(status) ? { leave: chatId } : {}) }
  if (status !== 'kicked' && status !== 'member') return { status: 'ignored', why: 'not_for_us' }
  const sentAt = momentOf(change['date'], receivedAt)
  return {
    status: 'item',
    item: {
      v: 1,
      channel: 'telegram',
      account,
      chat: String(chatId),
      message: `member:${secondsOf(sentAt)}:${status}`,
      edit: 0,
      sentAt,
      from: senderOf(record(change['from'])),
      body: { kind: status === 'kicked' ? 'blocked' : 'unblocked' },
    },
  }
}

/** What stands for a mark: the emoji itself, or what the platform calls a mark that is none. */
const marksOf = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : []).map(
    (one) => text(record(one)?.['emoji']) ?? text(record(one)?.['type']) ?? 'unknown',
  )

/** An account may have several marks under one message; what counts is what came to them just now. */
const mapReaction = (change: Json, update: number | undefined, { account, receivedAt }: Context): Mapped => {
  const chat = record(change['chat'])
  const chatId = int(chat?.['id'])
  const id = int(change['message_id'])
  if (chat === undefined || chatId === undefined || id === undefined || update === undefined)
    return { status: 'ignored', why: 'malformed' }
  if (!isPrivate(chat)) return { status: 'ignored', why: 'not_private' }
  const before = marksOf(change['old_reaction'])
  const added = marksOf(change['new_reaction']).filter((mark) => !before.includes(mark))
  const raw = jsonOf(change)
  return {
    status: 'item',
    item: {
      v: 1,
      channel: 'telegram',
      account,
      chat: String(chatId),
      message: `reaction:${update}`,
      edit: 0,
      sentAt: momentOf(change['date'], receivedAt),
      from: senderOf(record(change['user'])),
      body: { kind: 'reaction', emoji: added.at(-1) ?? '', of: String(id) },
      ...(raw === undefined ? {} : { raw }),
    },
  }
}

/**
 * One update of the Bot API as one inbound item. Total: whatever comes, it never throws, so no
 * update can block those behind it; what cannot be understood but names a chat is kept whole as
 * `unsupported`. `account` is the bot's id.
 */
export const toInbound = (update: unknown, context: Context): Mapped => {
  const fields = record(update)
  if (fields === undefined) return { status: 'ignored', why: 'malformed' }
  const message = record(fields['message'])
  if (message !== undefined) return mapMessage(message, false, context)
  const edited = record(fields['edited_message'])
  if (edited !== undefined) return mapMessage(edited, true, context)
  const press = record(fields['callback_query'])
  if (press !== undefined) return mapPress(press, context)
  const membership = record(fields['my_chat_member'])
  if (membership !== undefined) return mapMembership(membership, context)
  const reaction = record(fields['message_reaction'])
  if (reaction !== undefined) return mapReaction(reaction, int(fields['update_id']), context)
  return { status: 'ignored', why: 'not_for_us' }
}
