import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import type { Button } from '../../../core/ports/channel.ts'

/** Characters (UTF-16 units) that a narrow phone shows of one label where two or three stand side by side. */
const SHORT = 14
const TINY = 6

const perRow = (buttons: readonly Button[]): number => {
  const longest = Math.max(...buttons.map(({ label }) => label.length))
  if (longest <= TINY) return 3
  return longest <= SHORT ? 2 : 1
}

const keyOf = ({ label, token, role, picked }: Button) => ({
  text: role === 'several' || picked === true ? `${picked === true ? '☑' : '☐'} ${label}` : label,
  callback_data: token,
})

/**
 * Choices under a message. Answers stand one below the other, since the platform does not mirror
 * its rows: side by side the second would come first for whoever reads from the right. Ways on,
 * whose order says nothing, stand side by side where they are short.
 */
export const keyboardOf = (buttons: readonly Button[]): InlineKeyboardMarkup => {
  const ways = buttons.filter(({ role }) => role === 'control')
  const rows = buttons.filter(({ role }) => role !== 'control').map((button) => [keyOf(button)])
  const width = ways.length === 0 ? 1 : perRow(ways)
  for (let at = 0; at < ways.length; at += width) rows.push(ways.slice(at, at + width).map(keyOf))
  return { inline_keyboard: rows }
}

/**
 * The key that sends where the phone is, in the place of the letters until it is pressed. The app
 * asks before it sends.
 */
export const placeKeyboard = (label: string): ReplyKeyboardMarkup => ({
  keyboard: [[{ text: label, request_location: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
})

export const NO_KEYBOARD: ReplyKeyboardRemove = { remove_keyboard: true }
