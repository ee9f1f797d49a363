import { isDeepStrictEqual } from 'node:util'
import type { ApiMethods, InlineKeyboardMarkup, Message, Opts } from '@grammyjs/types'
import { says } from './errors.ts'
import { botUser, keyboardOf, privateChat, type ChatMessage, type ChatState, type World } from './world.ts'

/** The methods that the fake speaks; `getUpdates` waits and is in server.ts. */
type Spoken =
  | 'getMe'
  | 'setWebhook'
  | 'deleteWebhook'
  | 'getWebhookInfo'
  | 'sendMessage'
  | 'sendPhoto'
  | 'sendDocument'
  | 'sendVideo'
  | 'sendVoice'
  | 'sendMediaGroup'
  | 'sendChatAction'
  | 'copyMessage'
  | 'forwardMessage'
  | 'editMessageText'
  | 'editMessageReplyMarkup'
  | 'editMessageCaption'
  | 'deleteMessage'
  | 'deleteMessages'
  | 'answerCallbackQuery'
  | 'getFile'
  | 'setMyCommands'
  | 'getMyCommands'
  | 'deleteMyCommands'
  | 'setMyName'
  | 'getMyName'
  | 'getChat'
  | 'leaveChat'
  | 'setMessageReaction'

type Args<M extends Spoken> = Opts<string>[M]
export type Handlers = { readonly [M in Spoken]: (args: Args<M>) => ReturnType<ApiMethods<string>[M]> }

const TEXT = 4096
const CAPTION = 1024
const PRESS_DATA = 64
const PRESS_ANSWER = 200
/** Both sides' messages can be taken back for so long. */
const DELETABLE = 48 * 3600
/** A thrown die only after a day. */
const DIE = 24 * 3600
const COMMAND = /^[a-z0-9_]{1,32}$/
const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'upload_document',
  'record_voice',
  'upload_voice',
  'upload_video',
  'choose_sticker',
  'find_location',
])

const checkKeyboard = (markup: unknown): void => {
  const rows = (markup as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? []
  for (const button of rows.flat()) {
    if (button.text === '') throw says.buttonText()
    const size = 'callback_data' in button ? Buffer.byteLength(button.callback_data) : 1
    if (size < 1 || size > PRESS_DATA) throw says.buttonData()
  }
}

const checkText = (text: string | undefined): string => {
  if (text === undefined || text.trim() === '') throw says.textEmpty()
  if (text.length > TEXT) throw says.textTooLong()
  return text
}

const checkCaption = (caption: string | undefined): { caption?: string } => {
  if (caption !== undefined && caption.length > CAPTION) throw says.captionTooLong()
  return caption === undefined ? {} : { caption }
}

const inline = (markup: unknown): { reply_markup?: InlineKeyboardMarkup } =>
  typeof markup === 'object' && markup !== null && 'inline_keyboard' in markup
    ? { reply_markup: markup as InlineKeyboardMarkup }
    : {}

export const makeHandlers = (world: World): Handlers => {
  const openChat = (id: number | string): ChatState => {
    const chat = world.chats.get(Number(id))
    if (chat === undefined) throw says.chatNotFound()
    if (chat.deactivated) throw says.deactivated()
    if (chat.blocked) throw says.blocked()
    if (!chat.started) throw says.notStarted()
    return chat
  }
  const log = (entry: World['sent'][number]): void => void world.sent.push(entry)

  /** Puts a message of the bot into a chat and the ledger. `args` are any send method's common ones. */
  const deliver = <P extends object>(
    method: string,
    args: { chat_id: number | string; protect_content?: boolean; reply_markup?: unknown },
    part: P,
    text: string,
  ) => {
    const chat = openChat(args.chat_id)
    checkKeyboard(args.reply_markup)
    const message = {
      message_id: world.nextMessageId++,
      date: world.clock.seconds(),
      chat: privateChat(chat.user),
      from: botUser(world),
      ...(args.protect_content === true ? { has_protected_content: true as const } : {}),
      ...inline(args.reply_markup),
      ...part,
    }
    chat.messages.set(message.message_id, {
      id: message.message_id,
      from: 'bot',
      date: message.date,
      message,
      deleted: false,
    })
    log({
      kind: 'message',
      chat: chat.user.id,
      message: message.message_id,
      text,
      at: world.clock.now(),
      method,
    })
    return message
  }

  const ownMessage = (args: {
    chat_id?: number | string
    message_id?: number
  }): { chat: ChatState; held: ChatMessage } => {
    const chat = openChat(args.chat_id ?? 0)
    const held = chat.messages.get(args.message_id ?? 0)
    if (held === undefined || held.deleted) throw says.messageToEdit()
    if (held.from !== 'bot') throw says.cannotEdit()
    return { chat, held }
  }

  /** A new version of one of the bot's messages; the keyboard goes unless it is given again. */
  const edit = <P extends object>(
    args: { chat_id?: number | string; message_id?: number; reply_markup?: unknown },
    part: P,
  ) => {
    const { chat, held } = ownMessage(args)
    checkKeyboard(args.reply_markup)
    const { reply_markup: _old, ...rest } = held.message
    const message = { ...rest, ...inline(args.reply_markup), ...part, edit_date: world.clock.seconds() }
    const { edit_date: _new, ...after } = message as Message
    const { edit_date: _last, ...before } = held.message
    if (isDeepStrictEqual(after, before)) throw says.notModified()
    held.message = message
    log({
      kind: 'edit',
      chat: chat.user.id,
      message: held.id,
      text: held.message.text ?? '',
      at: world.clock.now(),
    })
    return message
  }

  const stored = (id: string): { file_id: string; file_unique_id: string; file_size: number } => {
    const file = world.files.get(id)
    if (file === undefined) throw says.wrongFile()
    return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size }
  }

  const remove = (chatId: number | string, ids: readonly number[]): true => {
    const chat = openChat(chatId)
    const found = ids.flatMap((id) => chat.messages.get(id) ?? []).filter((held) => !held.deleted)
    const now = world.clock.seconds()
    const fixed = found.some(
      (held) => now - held.date >= DELETABLE || (held.message.dice !== undefined && now - held.date < DIE),
    )
    // One message that is too old fails the whole call; ids that nobody knows are passed over.
    if (fixed) throw says.cannotDelete()
    for (const held of found) held.deleted = true
    log({ kind: 'delete', chat: chat.user.id, messages: found.map((held) => held.id), at: world.clock.now() })
    return true
  }

  const sourceOf = (args: { from_chat_id: number | string; message_id: number }): ChatMessage => {
    const held = openChat(args.from_chat_id).messages.get(args.message_id)
    if (held === undefined || held.deleted) throw says.messageToCopy()
    return held
  }

  const scopeKey = (args: { scope?: { type: string }; language_code?: string }): string =>
    `${args.scope?.type ?? 'default'}/${args.language_code ?? ''}`

  return {
    getMe: () => world.me,
    setWebhook: ({ url }) => {
      world.webhook = url
      return true
    },
    deleteWebhook: ({ drop_pending_updates }) => {
      world.webhook = ''
      if (drop_pending_updates === true) world.queue.clear()
      return true
    },
    getWebhookInfo: () => ({
      url: world.webhook,
      has_custom_certificate: false,
      pending_update_count: world.queue.pending(),
      ...(world.webhook === '' ? {} : { max_connections: 40, ip_address: '192.0.2.1' }),
    }),
    sendMessage: (args) =>
      deliver(
        'sendMessage',
        args,
        {
          text: checkText(args.text),
          ...(args.link_preview_options === undefined
            ? {}
            : { link_preview_options: args.link_preview_options }),
          ...(args.entities === undefined ? {} : { entities: args.entities }),
        },
        args.text,
      ),
    sendPhoto: (args) =>
      deliver(
        'sendPhoto',
        args,
        { photo: [{ ...stored(args.photo), width: 1280, height: 960 }], ...checkCaption(args.caption) },
        args.caption ?? '',
      ),
    sendDocument: (args) =>
      deliver(
        'sendDocument',
        args,
        { document: stored(args.document), ...checkCaption(args.caption) },
        args.caption ?? '',
      ),
    sendVideo: (args) =>
      deliver(
        'sendVideo',
        args,
        {
          video: { ...stored(args.video), width: 640, height: 360, duration: 1 },
          ...checkCaption(args.caption),
        },
        args.caption ?? '',
      ),
    sendVoice: (args) =>
      deliver(
        'sendVoice',
        args,
        { voice: { ...stored(args.voice), duration: 1 }, ...checkCaption(args.caption) },
        args.caption ?? '',
      ),
    sendMediaGroup: (args) => {
      const album = String(world.nextMessageId)
      return args.media.map((item) => {
        const part = stored(item.media)
        const what =
          item.type === 'photo' ? { photo: [{ ...part, width: 1280, height: 960 }] } : { document: part }
        return deliver(
          'sendMediaGroup',
          args,
          { media_group_id: album, ...what, ...checkCaption(item.caption) },
          item.caption ?? '',
        )
      }) as ReturnType<ApiMethods<string>['sendMediaGroup']>
    },
    sendChatAction: (args) => {
      const chat = openChat(args.chat_id)
      if (!ACTIONS.has(args.action)) throw says.actionUnknown()
      log({ kind: 'action', chat: chat.user.id, action: args.action, at: world.clock.now() })
      return true
    },
    copyMessage: (args) => {
      const { text, photo, document, voice, video, caption } = sourceOf(args).message
      const part = JSON.parse(JSON.stringify({ text, photo, document, voice, video, caption })) as object
      return { message_id: deliver('copyMessage', args, part, text ?? '').message_id }
    },
    forwardMessage: (args) => {
      const source = sourceOf(args).message
      const { text, photo, document, voice, video, caption } = source
      const part = JSON.parse(JSON.stringify({ text, photo, document, voice, video, caption })) as object
      const forward_origin = {
        type: 'user' as const,
        date: source.date,
        sender_user: source.from ?? botUser(world),
      }
      return deliver('forwardMessage', args, { forward_origin, ...part }, text ?? '')
    },
    editMessageText: (args) => edit(args, { text: checkText(args.text) }),
    editMessageReplyMarkup: (args) => edit(args, {}),
    editMessageCaption: (args) => edit(args, checkCaption(args.caption)),
    deleteMessage: ({ chat_id, message_id }) => {
      if (world.chats.get(Number(chat_id))?.messages.get(message_id)?.deleted !== false)
        throw says.messageToDelete()
      return remove(chat_id, [message_id])
    },
    leaveChat: () => true,
    deleteMessages: ({ chat_id, message_ids }) => {
      if (message_ids.length === 0) throw says.noIds()
      if (message_ids.length > 100) throw says.tooManyIds()
      return remove(chat_id, message_ids)
    },
    answerCallbackQuery: ({ callback_query_id, text }) => {
      const press = world.presses.get(callback_query_id)
      if (press === undefined || press.until < world.clock.now()) throw says.queryTooOld()
      if ((text ?? '').length > PRESS_ANSWER) throw says.answerTooLong()
      press.answered = true
      log({ kind: 'answer', chat: press.chat, press: callback_query_id, at: world.clock.now() })
      return true
    },
    getFile: ({ file_id }) => world.files.open(file_id),
    setMyCommands: (args) => {
      if (args.commands.length > 100) throw says.commandsTooMany()
      for (const { command, description } of args.commands) {
        if (!COMMAND.test(command)) throw says.commandInvalid()
        if (description.length < 1 || description.length > 256) throw says.commandDescription()
      }
      world.commands.set(scopeKey(args), args.commands)
      return true
    },
    getMyCommands: (args) => [...(world.commands.get(scopeKey(args)) ?? [])],
    deleteMyCommands: (args) => {
      world.commands.delete(scopeKey(args))
      return true
    },
    setMyName: ({ name, language_code }) => {
      world.names.set(language_code ?? '', name ?? '')
      return true
    },
    getMyName: ({ language_code }) => ({ name: world.names.get(language_code ?? '') ?? world.me.first_name }),
    getChat: ({ chat_id }) => ({
      ...privateChat(openChat(chat_id).user),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: true,
        limited_gifts: true,
        unique_gifts: true,
        premium_subscription: true,
        gifts_from_channels: true,
      },
    }),
    setMessageReaction: ({ chat_id, message_id }) => {
      if (openChat(chat_id).messages.get(message_id) === undefined) throw says.messageToEdit()
      return true
    },
  }
}

/** What keyboards a chat shows now, newest message first. */
export const visibleButtons = (
  chat: ChatState,
): { readonly message: Message; readonly text: string; readonly data: string }[] =>
  [...chat.messages.values()]
    .toReversed()
    .filter((held) => held.from === 'bot' && !held.deleted)
    .flatMap(({ message }) =>
      keyboardOf(message)
        .flat()
        .flatMap((button) =>
          'callback_data' in button ? [{ message, text: button.text, data: button.callback_data }] : [],
        ),
    )
