import type { Api } from 'grammy'
import type { Button, OutboundContent, SendOutcome } from '../../core/ports/channel.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { MOST_PRESS, MOST_TEXT } from './capabilities.ts'
import { keyboardOf } from './keyboard.ts'
import { failedCall, type FailedCall } from './outcome.ts'
import { splitText } from '../../core/delivery/split-text.ts'
import { takeBack } from './take-back.ts'
import { PRESS_PREFIX } from './to-inbound.ts'

const INVALID: SendOutcome = { status: 'refused', why: 'invalid' }

const fits = ({ label, token }: Button): boolean => {
  const size = new TextEncoder().encode(token).length
  return label.trim() !== '' && size > 0 && size <= MOST_PRESS
}

/** One attempt to say `content` in `chat`. Never throws for what the platform answers. */
export const makeSend = (api: Api, clock: Clock) => {
  const done = (message?: string): SendOutcome => ({ status: 'sent', at: clock.now(), ...(message === undefined ? {} : { message }) })
  const settle = (failed: FailedCall): SendOutcome => (failed.status === 'done' ? done() : failed)

  /**
   * What anybody typed goes out as it is, never parsed. No link preview: the platform would fetch the link. Protected: the bot's messages
   * cannot be forwarded or saved.
   */
  const say = async (chat: number, text: string, buttons: readonly Button[], silent: boolean): Promise<SendOutcome> => {
    const pieces = splitText(text, MOST_TEXT)
    if (pieces.length === 0 || !buttons.every(fits)) return INVALID
    const sent: number[] = []
    for (const [index, piece] of pieces.entries()) {
      const last = index === pieces.length - 1
      try {
        const message = await api.raw.sendMessage({
          chat_id: chat,
          text: piece,
          protect_content: true,
          ...(silent || index > 0 ? { disable_notification: true } : {}),
          link_preview_options: { is_disabled: true },
          ...(last && buttons.length > 0 ? { reply_markup: keyboardOf(buttons) } : {}),
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
   * What stands there is changed as far as the platform lets us: what is too old for that, or gone, is left as it is. Of a text that went out in
   * pieces the last one has the buttons.
   */
  const change = async (chat: number, content: Extract<OutboundContent, { readonly kind: 'settle' }>): Promise<SendOutcome> => {
    const sent = (content.message ?? '').split(',')
    const message = Number(sent.at(-1))
    const buttons = content.buttons ?? []
    if (!Number.isSafeInteger(message) || message <= 0 || !buttons.every(fits)) return INVALID
    const pieces = splitText(content.text, MOST_TEXT)
    const text = pieces.length === sent.length ? pieces.at(-1) : undefined
    const common = { chat_id: chat, message_id: message, reply_markup: keyboardOf(buttons) }
    const outcome = await attempt(() =>
      text === undefined
        ? api.raw.editMessageReplyMarkup(common)
        : api.raw.editMessageText({ ...common, text, link_preview_options: { is_disabled: true } }),
    )
    return outcome.status === 'refused' && outcome.why === 'invalid' ? done() : outcome
  }

  return async (chat: number, content: OutboundContent): Promise<SendOutcome> => {
    switch (content.kind) {
      case 'text':
        return say(chat, content.text, content.buttons ?? [], content.silent === true)
      case 'typing': {
        const outcome = await attempt(() => api.raw.sendChatAction({ chat_id: chat, action: 'typing' }))
        // Out of date before it could be repeated.
        return outcome.status === 'later' ? { status: 'unclear' } : outcome
      }
      case 'wipe': {
        const failed = await takeBack(api, chat, content.messages)
        // Taking back twice does no harm and not taking back may, so what is unclear is done again.
        return failed === undefined ? done() : failed.status === 'unclear' ? { status: 'later' } : settle(failed)
      }
      case 'settle':
        return change(chat, content)
      case 'pressed': {
        if (!content.press.startsWith(PRESS_PREFIX)) return INVALID
        const id = content.press.slice(PRESS_PREFIX.length)
        return attempt(() => api.raw.answerCallbackQuery({ callback_query_id: id }))
      }
    }
  }
}
