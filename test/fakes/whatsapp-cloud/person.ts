import type { MediaFault, StoredMedia } from './media.ts'
import type { Card, ContactCard, Content, Context, MediaPart, Referral } from './types.ts'
import { messageId, pushStatus, pushValue, type PersonState, type SentEntry, type World } from './world.ts'

export type PersonOptions = {
  readonly phone?: string
  readonly name?: string
  /** Hides the number in everything that the business is told. */
  readonly username?: string
  readonly user?: string
}

export type MessageOptions = {
  readonly forwarded?: boolean
  readonly often?: boolean
  /** The id of the message that is quoted. */
  readonly quoting?: string
  /** Came by an advertisement. */
  readonly ad?: boolean
  /** So many seconds ago: for what waited on the way. */
  readonly ago?: number
}

export type FileOptions = MessageOptions & {
  readonly mime?: string
  readonly fileName?: string
  readonly caption?: string
  readonly size?: number
  readonly fault?: MediaFault
  /** The message says its hash in base64, as it does as a rule, or in hexadecimal. */
  readonly hash?: 'hex' | 'base64' | 'none'
}

export type Person = ReturnType<typeof makePerson>

const AD: Referral = {
  source_url: 'https://fb.example/ad',
  source_id: '120200000000000',
  source_type: 'ad',
  headline: 'An advertisement',
  ctwa_clid:
    'ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4XvnO2E4Nx0-eM-GABDLOPaOdRMv-_zfUQ2a',
}

/**
 * Somebody with a phone. Each verb does what the app would do and tells the business what the
 * platform would tell of it.
 */
export const makePerson = (world: World, options: PersonOptions, number: number) => {
  const state: PersonState = {
    phone: options.phone ?? `96477000${String(number).padStart(5, '0')}`,
    user: options.user ?? `IQ.${String(7_000_000_000_000_000 + number)}`,
    name: options.name ?? 'V',
    username: options.username,
    online: true,
    unreachable: false,
    wroteAt: undefined,
    inbound: new Set(),
    received: new Map(),
  }
  world.people.push(state)

  const card = (): Card => ({
    profile: { name: state.name, ...(state.username === undefined ? {} : { username: state.username }) },
    ...(state.username === undefined ? { wa_id: state.phone } : {}),
    user_id: state.user,
  })
  const sender = (): { from?: string; from_user_id: string } => ({
    ...(state.username === undefined ? { from: state.phone } : {}),
    from_user_id: state.user,
  })
  const contextOf = ({ forwarded, often, quoting }: MessageOptions): { context?: Context } => {
    const context: Context = {
      ...(forwarded === true ? { forwarded: true } : {}),
      ...(often === true ? { frequently_forwarded: true } : {}),
      ...(quoting === undefined ? {} : { from: world.display, id: quoting }),
    }
    return Object.keys(context).length === 0 ? {} : { context }
  }

  /** The id that the platform gave the message. */
  const send = (content: Content, given: MessageOptions = {}): string => {
    const id = messageId(world, state.phone)
    state.inbound.add(id)
    const at = world.clock.seconds() - (given.ago ?? 0)
    state.wroteAt = Math.max(state.wroteAt ?? 0, at * 1000)
    pushValue(world, {
      contacts: [card()],
      messages: [
        {
          ...content,
          ...sender(),
          id,
          timestamp: String(at),
          ...contextOf(given),
          ...(given.ad === true ? { referral: AD } : {}),
        },
      ],
    })
    return id
  }

  const hashOf = (
    { sha256, fault }: StoredMedia,
    form: FileOptions['hash'],
  ): { sha256: string } | Record<string, never> => {
    if (form === 'none') return {}
    const hex = fault.messageHash ?? sha256
    return { sha256: form === 'hex' ? hex : Buffer.from(hex, 'hex').toString('base64') }
  }
  const upload = (
    bytes: Uint8Array,
    mime: string,
    given: FileOptions,
    more: Partial<MediaPart> = {},
  ): MediaPart => {
    const stored = world.media.add(bytes, {
      mime: given.mime ?? mime,
      ...(given.size === undefined ? {} : { size: given.size }),
      ...(given.fault === undefined ? {} : { fault: given.fault }),
    })
    return {
      id: stored.id,
      mime_type: stored.mime,
      ...hashOf(stored, given.hash),
      ...(given.caption === undefined ? {} : { caption: given.caption }),
      ...more,
    } as MediaPart
  }

  const inbox = (): readonly Extract<SentEntry, { kind: 'message' }>[] =>
    world.sent.filter((entry) => entry.kind === 'message').filter(({ id }) => state.received.has(id))

  return {
    get phone() {
      return state.phone
    },
    get user() {
      return state.user
    },
    state,
    says: (body: string, given?: MessageOptions) => send({ type: 'text', text: { body } }, given),
    /** Anything else that the platform may send of somebody. */
    sends: (content: Content | Readonly<Record<string, unknown>>, given?: MessageOptions) =>
      send(content as Content, given),
    sendsPhoto: (bytes: Uint8Array, given: FileOptions = {}) =>
      send({ type: 'image', image: upload(bytes, 'image/jpeg', given) }, given),
    sendsVideo: (bytes: Uint8Array, given: FileOptions = {}) =>
      send({ type: 'video', video: upload(bytes, 'video/mp4', given) }, given),
    sendsVoice: (bytes: Uint8Array, given: FileOptions = {}) =>
      send({ type: 'audio', audio: upload(bytes, 'audio/ogg; codecs=opus', given, { voice: true }) }, given),
    sendsAudio: (bytes: Uint8Array, given: FileOptions = {}) =>
      send({ type: 'audio', audio: upload(bytes, 'audio/mpeg', given, { voice: false }) }, given),
    sendsDocument: (bytes: Uint8Array, given: FileOptions = {}) =>
      send(
        {
          type: 'document',
          document: upload(
            bytes,
            'application/pdf',
            given,
            given.fileName === undefined ? {} : { filename: given.fileName },
          ),
        },
        given,
      ),
    sendsSticker: (bytes: Uint8Array = Buffer.from('sticker')) =>
      send({ type: 'sticker', sticker: upload(bytes, 'image/webp', {}, { animated: false }) }),
    sendsContacts: (...contacts: readonly ContactCard[]) => send({ type: 'contacts', contacts }),
    sendsLocation: (latitude: number, longitude: number, name?: string) =>
      send({ type: 'location', location: { latitude, longitude, ...(name === undefined ? {} : { name }) } }),
    /** A photo to be seen once, a poll, a pin: all come without content. */
    sendsUnsupported: (type: string, code = 131_051) =>
      send({
        type: 'unsupported',
        errors: [
          {
            code,
            title: 'Message type unknown',
            message: 'Message type unknown',
            error_data: { details: 'Message type is not supported.' },
          },
        ],
        unsupported: { type },
      }),
    reacts: (message: string, emoji = '👍') =>
      send({ type: 'reaction', reaction: { message_id: message, emoji } }),
    edits: (message: string, body: string) =>
      send({
        type: 'edit',
        edit: { original_message_id: message, message: { type: 'text', text: { body } } },
      }),
    revokes: (message: string) => send({ type: 'revoke', revoke: { original_message_id: message } }),
    /** Presses the newest button or row with this title, or with this token. */
    presses: (title: string): string => {
      const entry = inbox().findLast(({ choices }) =>
        choices.some((choice) => choice.title === title || choice.id === title),
      )
      const choice = entry?.choices.find((one) => one.title === title || one.id === title)
      if (entry === undefined || choice === undefined) throw new Error('there is no such button')
      const isList = entry.request.type === 'interactive' && entry.request.interactive.type === 'list'
      return send(
        isList
          ? { type: 'interactive', interactive: { type: 'list_reply', list_reply: choice } }
          : {
              type: 'interactive',
              interactive: { type: 'button_reply', button_reply: { id: choice.id, title: choice.title } },
            },
        { quoting: entry.id },
      )
    },
    /** The phone has had everything that waited. */
    comesOnline: () => {
      state.online = true
      for (const [id, { status }] of state.received)
        if (status === 'sent') pushStatus(world, state, id, 'delivered')
    },
    goesOffline: () => {
      state.online = false
    },
    /** Opens the chat: what was delivered is read. */
    reads: () => {
      for (const [id, { status }] of state.received)
        if (status === 'delivered') pushStatus(world, state, id, 'read')
    },
    /** Another number, and so another id. Where the number may not be told, only the id is. */
    changesNumber: (phone: string, tell: 'number' | 'id' = 'number') => {
      const before = { phone: state.phone, user: state.user }
      state.phone = phone
      state.user = `IQ.${BigInt(before.user.slice(3)) + 1_000_000n}`
      pushValue(world, {
        messages: [
          {
            ...(tell === 'number' ? { from: before.phone } : { from_user_id: before.user }),
            id: messageId(world, before.phone),
            timestamp: String(world.clock.seconds()),
            type: 'system',
            system: {
              body: 'User V changed',
              type: tell === 'number' ? 'user_changed_number' : 'user_changed_user_id',
              ...(tell === 'number' ? { wa_id: phone } : {}),
              user_id: state.user,
              previous_user_id: before.user,
            },
          },
        ],
      })
    },
    /** What the business sent, in order. */
    inbox,
  }
}
