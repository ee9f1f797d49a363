import type { Message, MessageEntity, MessageOrigin, ReactionTypeEmoji, Update, User } from '@grammyjs/types'
import { makeMedia, type MediaOptions } from './media.ts'
import { visibleButtons } from './methods.ts'
import { botUser, chatOf, privateChat, type ChatState, type World } from './world.ts'

export type PersonOptions = {
  readonly id?: number
  readonly firstName?: string
  readonly lastName?: string
  readonly username?: string
  readonly language?: string
}

/** Where a forwarded message came from, in the four ways Telegram tells it. */
export type Origin =
  | { readonly kind: 'user'; readonly name: string; readonly username?: string; readonly id?: number }
  | { readonly kind: 'hidden'; readonly name: string }
  | { readonly kind: 'chat'; readonly title: string }
  | { readonly kind: 'channel'; readonly title: string; readonly username?: string; readonly post?: number }

export type MessageOptions = {
  readonly caption?: string
  readonly replyTo?: Message
  readonly entities?: MessageEntity[]
  /** Forwarded from there, sent first so many seconds ago. */
  readonly from?: Origin
  readonly secondsAgo?: number
}

export type AlbumOptions = MessageOptions & {
  readonly kind?: 'photo' | 'document'
  /** So many parts are not sent until `late` is called. */
  readonly late?: number
}

/** What a person sees in the chat: both sides' messages that were not taken back. */
export type Seen = {
  readonly from: 'bot' | 'person'
  readonly id: number
  readonly text: string
  readonly message: Message
}

export type Person = ReturnType<typeof makePerson>

const seconds = 1000

const originOf = (origin: Origin, date: number): MessageOrigin => {
  switch (origin.kind) {
    case 'user':
      return {
        type: 'user',
        date,
        sender_user: {
          id: origin.id ?? 777_000_001,
          is_bot: false,
          first_name: origin.name,
          ...(origin.username === undefined ? {} : { username: origin.username }),
        },
      }
    case 'hidden':
      return { type: 'hidden_user', date, sender_user_name: origin.name }
    case 'chat':
      return {
        type: 'chat',
        date,
        sender_chat: { id: -1_001_000_000_001, type: 'supergroup', title: origin.title },
      }
    case 'channel':
      return {
        type: 'channel',
        date,
        message_id: origin.post ?? 7,
        chat: {
          id: -1_001_000_000_002,
          type: 'channel',
          title: origin.title,
          ...(origin.username === undefined ? {} : { username: origin.username }),
        },
      }
  }
}

/**
 * Somebody with a phone. Each verb does what the app would do and queues the update that the
 * platform would make of it; verbs that make no update (view-once, deleting) change the phone only.
 */
export const makePerson = (
  world: World,
  id: number,
  options: PersonOptions,
  wait: (condition: () => boolean, what: string) => Promise<void>,
) => {
  const media = makeMedia(world.files)
  const user: User = {
    id,
    is_bot: false,
    first_name: options.firstName ?? 'V',
    ...(options.lastName === undefined ? {} : { last_name: options.lastName }),
    ...(options.username === undefined ? {} : { username: options.username }),
    ...(options.language === undefined ? {} : { language_code: options.language }),
  }
  const chat: ChatState = { user, blocked: false, deactivated: false, started: false, messages: new Map() }
  world.chats.set(id, chat)

  const compose = (
    part: Partial<Message>,
    { caption, replyTo, entities, from, secondsAgo }: MessageOptions = {},
  ): Message & Update.NonChannel => {
    const date = world.clock.seconds()
    return {
      message_id: world.nextMessageId++,
      date,
      chat: privateChat(user),
      from: user,
      ...part,
      ...(caption === undefined ? {} : { caption }),
      ...(entities === undefined ? {} : { entities }),
      ...(from === undefined ? {} : { forward_origin: originOf(from, date - (secondsAgo ?? 3600)) }),
      ...(replyTo === undefined ? {} : { reply_to_message: { ...replyTo, reply_to_message: undefined } }),
    } as Message & Update.NonChannel
  }
  const keep = (message: Message): void => {
    chat.messages.set(message.message_id, {
      id: message.message_id,
      from: 'person',
      date: message.date,
      message,
      deleted: false,
    })
  }
  const send = (part: Partial<Message>, options: MessageOptions = {}): Message => {
    const message = compose(part, options)
    chat.started = true
    keep(message)
    world.push({ message })
    return message
  }
  const change = (old: Message, part: Partial<Message>): Message => {
    const message = { ...old, ...part, edit_date: world.clock.seconds() } as Message &
      Update.Edited &
      Update.NonChannel
    const held = chat.messages.get(old.message_id)
    if (held !== undefined) held.message = message
    world.push({ edited_message: message })
    return message
  }
  const member = (before: 'member' | 'kicked', now: 'member' | 'kicked'): void => {
    const as = (status: 'member' | 'kicked') =>
      status === 'member' ? { status, user: botUser(world) } : { status, user: botUser(world), until_date: 0 }
    world.push({
      my_chat_member: {
        chat: privateChat(user),
        from: user,
        date: world.clock.seconds(),
        old_chat_member: as(before),
        new_chat_member: as(now),
      },
    })
  }
  const marks = new Map<number, ReactionTypeEmoji[]>()
  const sees = (): Seen[] =>
    [...chat.messages.values()]
      .filter((held) => !held.deleted)
      .map(({ id, from, message }) => ({ id, from, text: message.text ?? message.caption ?? '', message }))
  const received = (): Message[] => sees().flatMap((seen) => (seen.from === 'bot' ? [seen.message] : []))
  const texts = (): string[] => received().map((message) => message.text ?? '')

  /** Presses the newest visible button with this label or data, or the one at this place. */
  const presses = (which: string | number, { stale = false }: { readonly stale?: boolean } = {}): string => {
    const buttons = visibleButtons(chat)
    const newest = buttons.filter((button) => button.message === buttons[0]?.message)
    const button =
      typeof which === 'number'
        ? newest[which]
        : buttons.find(({ text, data }) => text === which || data === which)
    if (button === undefined) throw new Error(`no such button on the screen: ${which}`)
    return pressesData(button.data, button.message, { stale })
  }
  const pressesData = (
    data: string,
    message: Message,
    { stale = false }: { readonly stale?: boolean } = {},
  ): string => {
    const press = String(4_000_000_000_000 + Math.floor(world.random() * 1e12))
    world.presses.set(press, {
      chat: id,
      until: stale ? 0 : world.clock.now() + 150 * seconds,
      answered: false,
    })
    const old = world.clock.seconds() - message.date > 48 * 3600
    const shown = old
      ? { chat: privateChat(user), message_id: message.message_id, date: 0 as const }
      : message
    world.push({
      callback_query: { id: press, from: user, chat_instance: String(id * 31), data, message: shown },
    })
    return press
  }

  return {
    id,
    user,
    chat,
    media,
    starts: (payload?: string) => {
      chat.started = true
      return send({
        text: payload === undefined ? '/start' : `/start ${payload}`,
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      })
    },
    says: (text: string, options: MessageOptions = {}) => send({ text }, options),
    sendsPhoto: (bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) =>
      send({ photo: media.photo(bytes, options) }, options),
    sendsDocument: (bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) =>
      send({ document: media.document(bytes, options) }, options),
    sendsVoice: (bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) =>
      send({ voice: media.voice(bytes, options) }, options),
    sendsAudio: (bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) =>
      send({ audio: media.audio(bytes, options) }, options),
    sendsVideo: (bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) =>
      send({ video: media.video(bytes, options) }, options),
    sendsVideoNote: (bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) =>
      send({ video_note: media.videoNote(bytes, options) }, options),
    sendsAnimation: (bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) => {
      const animation = media.animation(bytes, options)
      const { file_id, file_unique_id, file_size, file_name, mime_type } = animation
      const document = JSON.parse(
        JSON.stringify({ file_id, file_unique_id, file_size, file_name, mime_type }),
      ) as NonNullable<Message['document']>
      return send({ animation, document }, options)
    },
    /**
     * Several pictures at once: the caption on the first, the last `late` parts only when `late()`
     * is called.
     */
    sendsAlbum: (
      pictures: readonly Uint8Array[],
      { kind = 'photo', late = 0, caption, ...options }: AlbumOptions = {},
    ) => {
      const album = String(13_000_000_000 + Math.floor(world.random() * 1e9))
      const parts = pictures.map((bytes, index) =>
        compose(
          {
            media_group_id: album,
            ...(kind === 'photo' ? { photo: media.photo(bytes) } : { document: media.document(bytes) }),
          },
          { ...options, ...(index === 0 && caption !== undefined ? { caption } : {}) },
        ),
      )
      chat.started = true
      parts.forEach(keep)
      const now = parts.slice(0, parts.length - late)
      for (const message of now) world.push({ message })
      return {
        album,
        messages: parts as readonly Message[],
        late: (): void => {
          for (const message of parts.slice(now.length)) world.push({ message })
        },
      }
    },
    /** A picture that vanishes after viewing: the platform tells a bot nothing about it. */
    sendsViewOnce: (bytes: Uint8Array) => {
      const message = compose({ photo: media.photo(bytes) })
      chat.started = true
      keep(message)
      return message
    },
    sendsSticker: () => send({ sticker: media.sticker() }),
    sendsContact: (name: string, phone: string) =>
      send({ contact: { first_name: name, phone_number: phone, user_id: 99 } }),
    sendsLocation: (latitude: number, longitude: number) => send({ location: { latitude, longitude } }),
    sendsVenue: (title: string, latitude: number, longitude: number) =>
      send({
        location: { latitude, longitude },
        venue: { title, address: title, location: { latitude, longitude } },
      }),
    sharesStory: () =>
      send({ story: { chat: { id: -1_001_000_000_003, type: 'channel', title: 'S' }, id: 5 } }),
    throwsDie: () => send({ dice: { emoji: '🎲', value: 4 } }),
    sendsPoll: (question: string) =>
      send({
        poll: {
          id: '5',
          question,
          options: [],
          total_voter_count: 0,
          is_closed: false,
          is_anonymous: true,
          type: 'regular',
          allows_multiple_answers: false,
          allows_revoting: false,
          members_only: false,
        },
      }),
    setsAutoDelete: (time: number) =>
      send({ message_auto_delete_timer_changed: { message_auto_delete_time: time } }),
    forwards: (origin: Origin, text: string, options: MessageOptions = {}) =>
      send({ text }, { ...options, from: origin }),
    forwardsPhoto: (origin: Origin, bytes: Uint8Array, options: MessageOptions & MediaOptions = {}) =>
      send({ photo: media.photo(bytes, options) }, { ...options, from: origin }),
    edits: (message: Message, text: string) => change(message, { text }),
    editsCaption: (message: Message, caption: string) => change(message, { caption }),
    movesTo: (message: Message, latitude: number, longitude: number) =>
      change(message, { location: { latitude, longitude, live_period: 900 } }),
    /** In place of the mark that they had there; without an emoji that one is taken back. */
    reacts: ({ message_id }: Pick<Message, 'message_id'>, emoji?: ReactionTypeEmoji['emoji']): void => {
      const before = marks.get(message_id) ?? []
      const now: ReactionTypeEmoji[] = emoji === undefined ? [] : [{ type: 'emoji', emoji }]
      marks.set(message_id, now)
      const date = world.clock.seconds()
      world.push({
        message_reaction: {
          chat: privateChat(user),
          message_id,
          user,
          date,
          old_reaction: before,
          new_reaction: now,
        },
      })
    },
    /** On their own phone and for the bot: it is told nothing. */
    deletes: (message: Message) => {
      const held = chat.messages.get(message.message_id)
      if (held !== undefined) held.deleted = true
    },
    presses,
    pressesData,
    blocks: () => {
      chat.blocked = true
      member('member', 'kicked')
    },
    unblocks: () => {
      chat.blocked = false
      member('kicked', 'member')
    },
    deletesAccount: () => {
      chat.deactivated = true
    },
    /** Messages of the bot that are still to be seen, oldest first. */
    received,
    texts,
    /** Everything on the screen, both sides. */
    sees,
    buttons: () => visibleButtons(chat).map(({ text, data }) => ({ text, data })),
    /** Resolves with the newest visible bot message whose text has `what` in it, when there is one. */
    hears: async (what: string | RegExp): Promise<Message> => {
      const found = (): Message | undefined =>
        received().findLast(({ text }) =>
          typeof what === 'string' ? (text ?? '').includes(what) : what.test(text ?? ''),
        )
      await wait(() => found() !== undefined, 'a message of the bot')
      return found() as Message
    },
    /** Resolves when so many messages of the bot are on the screen. */
    hearsCount: (count: number) => wait(() => received().length >= count, 'messages of the bot'),
    /** Whether the bot showed itself typing. */
    sawTyping: () => world.sent.some((entry) => entry.kind === 'action' && entry.chat === id),
    pressAnswered: (press: string) => world.presses.get(press)?.answered === true,
  }
}

/** Somebody without a name on the screen, for floods. */
export const crowdMessage = (world: World, chatId: number, text: string): Message & Update.NonChannel => {
  const { user } = chatOf(world, chatId)
  return {
    message_id: world.nextMessageId++,
    date: world.clock.seconds(),
    chat: privateChat(user),
    from: user,
    text,
  }
}
