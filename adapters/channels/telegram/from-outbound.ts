import { InputFile, type Api } from 'grammy'
import type { Button, OutboundContent, SendContext, SendOutcome } from '../../../core/ports/channel.ts'
import type { SentFile } from '../../../core/base/sent-file.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import { MOST_PRESS, MOST_TEXT } from './capabilities.ts'
import { keyboardOf, NO_KEYBOARD, placeKeyboard } from './keyboard.ts'
import { failedCall, type FailedCall } from './outcome.ts'
import { splitText } from '../../../core/services/delivery/split-text.ts'
import { takeBack } from './take-back.ts'
import { PRESS_PREFIX } from './to-inbound.ts'

/** Stands alone where a key goes away and the words that follow have buttons: one message cannot do both. */
const TAKEN = '✓'

type Text = Extract<OutboundContent, { readonly kind: 'text' }>
type Markup = ReturnType<typeof keyboardOf> | ReturnType<typeof placeKeyboard> | typeof NO_KEYBOARD

const INVALID: SendOutcome = { status: 'refused', why: 'invalid' }

const fits = ({ label, token }: Button): boolean => {
  const size = new TextEncoder().encode(token).length
  return label.trim() !== '' && size > 0 && size <= MOST_PRESS
}

/** Protected like words: no phone puts it into its gallery by itself. */
const upload = (
  api: Api,
  chat: number,
  { kind, name }: SentFile,
  content: Uint8Array,
): Promise<{ readonly message_id: number }> => {
  const file = new InputFile(content, name)
  const about = { chat_id: chat, protect_content: true } as const
  switch (kind) {
    case 'photo':
      return api.raw.sendPhoto({ ...about, photo: file })
    case 'voice':
      return api.raw.sendVoice({ ...about, voice: file })
    case 'document':
      return api.raw.sendDocument({ ...about, document: file })
  }
}

/**
 * One attempt to say `content` in `chat`, files by `uploads`, which has more patience. Never throws
 * for what the platform answers.
 */
export const makeSend = (api: Api, uploads: Api, clock: Clock) => {
  const done = (message?: string): SendOutcome => ({
    status: 'sent',
    at: clock.now(),
    ...(message === undefined ? {} : { message }),
  })
  const settle = (failed: FailedCall): SendOutcome => (failed.status === 'done' ? done() : failed)

  /**
   * Puts a text in the place of an earlier one. Nothing where that cannot be: it is gone, too old, or
   * went out in pieces. Then it is said as a new message.
   */
  const redraw = async (chat: number, content: Text): Promise<SendOutcome | undefined> => {
    const { text, buttons = [], instead } = content
    const message = Number(instead?.message)
    const [only, ...more] = splitText(text, MOST_TEXT)
    if (!Number.isSafeInteger(message) || message <= 0 || only === undefined || more.length > 0)
      return undefined
    if (!buttons.every(fits)) return undefined
    const outcome = await attempt(() =>
      api.raw.editMessageText({
        chat_id: chat,
        message_id: message,
        text: only,
        reply_markup: keyboardOf(buttons),
        link_preview_options: { is_disabled: true },
      }),
    )
    if (outcome.status === 'sent') return done(String(message))
    return outcome.status === 'refused' && outcome.why === 'invalid' ? undefined : outcome
  }

  /** What a new message takes the place of offers nothing any more, as far as the platform lets us. */
  const disarm = async (chat: number, { instead }: Text): Promise<void> => {
    const message = Number(instead?.message?.split(',').at(-1))
    if (!Number.isSafeInteger(message) || message <= 0) return
    await attempt(() =>
      api.raw.editMessageReplyMarkup({ chat_id: chat, message_id: message, reply_markup: keyboardOf([]) }),
    )
  }

  /**
   * What anybody typed goes out as it is, never parsed. No link preview: the platform would fetch
   * the link. Protected: the bot's messages cannot be forwarded or saved.
   */
  const say = async (chat: number, content: Text): Promise<SendOutcome> => {
    const redrawn = await redraw(chat, content)
    if (redrawn !== undefined) return redrawn
    await disarm(chat, content)
    const { text, buttons = [], place } = content
    const [silent, over] = [content.silent === true, content.placeOver === true]
    const words = splitText(text, MOST_TEXT)
    if (words.length === 0 || !buttons.every(fits)) return INVALID
    const pieces = over && buttons.length > 0 ? [TAKEN, ...words] : words
    const under = (index: number): { readonly reply_markup?: Markup } => {
      const last = index === pieces.length - 1
      if (last && buttons.length > 0) return { reply_markup: keyboardOf(buttons) }
      if (last && place !== undefined) return { reply_markup: placeKeyboard(place) }
      return over && index === 0 ? { reply_markup: NO_KEYBOARD } : {}
    }
    const sent: number[] = []
    for (const [index, piece] of pieces.entries()) {
      try {
        const message = await api.raw.sendMessage({
          chat_id: chat,
          text: piece,
          protect_content: true,
          ...(silent || index > 0 ? { disable_notification: true } : {}),
          link_preview_options: { is_disabled: true },
          ...under(index),
        })
        sent.push(message.message_id)
      } catch (error) {
        const outcome = settle(failedCall(error))
        // A part of it is on the screen already, so "not delivered, send it again" would be wrong.
        return outcome.status === 'later' && sent.length > 0 ? { status: 'unclear' } : outcome
      }
    }
    return done(sent.join(','))
  }

  const attempt = async (call: () => Promise<unknown>): Promise<SendOutcome> => {
    try {
      await call()
      return done()
    } catch (error) {
      return settle(failedCall(error))
    }
  }

  /**
   * What stands there is changed as far as the platform lets us: what is too old for that, or gone,
   * is left as it is. Of a text that went out in pieces the last one has the buttons.
   */
  const change = async (
    chat: number,
    content: Extract<OutboundContent, { readonly kind: 'settle' }>,
  ): Promise<SendOutcome> => {
    const sent = (content.message ?? '').split(',')
    const message = Number(sent.at(-1))
    const buttons = content.buttons ?? []
    if (!Number.isSafeInteger(message) || message <= 0 || !buttons.every(fits)) return INVALID
    const pieces = splitText(content.text, MOST_TEXT)
    // One message more stands before them where a key went away with them.
    const text =
      pieces.length === sent.length || pieces.length === sent.length - 1 ? pieces.at(-1) : undefined
    const common = { chat_id: chat, message_id: message, reply_markup: keyboardOf(buttons) }
    const outcome = await attempt(() =>
      text === undefined
        ? api.raw.editMessageReplyMarkup(common)
        : api.raw.editMessageText({ ...common, text, link_preview_options: { is_disabled: true } }),
    )
    return outcome.status === 'refused' && outcome.why === 'invalid' ? done() : outcome
  }

  const send = async (chat: number, file: SentFile, read: SendContext['bytes']): Promise<SendOutcome> => {
    const content = await read?.()
    if (content === undefined) return INVALID
    try {
      const { message_id: message } = await upload(uploads, chat, file, content)
      return done(String(message))
    } catch (error) {
      return settle(failedCall(error))
    }
  }

  return async (chat: number, content: OutboundContent, read: SendContext['bytes']): Promise<SendOutcome> => {
    switch (content.kind) {
      case 'file':
        return send(chat, content.file, read)
      case 'text':
        return say(chat, content)
      case 'typing': {
        const outcome = await attempt(() => api.raw.sendChatAction({ chat_id: chat, action: 'typing' }))
        // Out of date before it could be repeated.
        return outcome.status === 'later' ? { status: 'unclear' } : outcome
      }
      case 'wipe': {
        const failed = await takeBack(api, chat, content.messages)
        // Taking back twice does no harm and not taking back may, so what is unclear is done again.
        return failed === undefined
          ? done()
          : failed.status === 'unclear'
            ? { status: 'later' }
            : settle(failed)
      }
      case 'settle':
        return change(chat, content)
      // Of chats that another bot hands over.
      case 'assigned':
      case 'ended':
        return INVALID
      case 'pressed': {
        if (!content.press.startsWith(PRESS_PREFIX)) return INVALID
        const id = content.press.slice(PRESS_PREFIX.length)
        return attempt(() => api.raw.answerCallbackQuery({ callback_query_id: id }))
      }
    }
  }
}
