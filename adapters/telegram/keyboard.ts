import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Button } from '../../core/ports/channel.ts'

/** Characters (UTF-16 units) that a narrow phone shows of one label where two or three stand side by side. */
const SHORT = 14
const TINY = 6

const perRow = (buttons: readonly Button[]): number => {
  const longest = Math.max(...buttons.map(({ label }) => label.length))
  if (longest <= TINY) return 3
  return longest <= SHORT ? 2 : 1
}

/** Choices under a message: short labels side by side, long ones one a row. */
export const keyboardOf = (buttons: readonly Button[]): InlineKeyboardMarkup => {
  const width = perRow(buttons)
  const keys = buttons.map(({ label, token }) => ({ text: label, callback_data: token }))
  return { inline_keyboard: Array.from({ length: Math.ceil(keys.length / width) }, (_, row) => keys.slice(row * width, (row + 1) * width)) }
}
