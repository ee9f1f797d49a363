import type { Button } from '../../../core/ports/channel.ts'
import {
  MOST_REPLIES,
  MOST_REPLY_ID,
  MOST_REPLY_TITLE,
  MOST_ROW_DESCRIPTION,
  MOST_ROW_ID,
  MOST_ROW_TITLE,
  MOST_ROWS,
} from './capabilities.ts'

/** How choices are shown. `numbered`: as lines of the text, answered by typing. */
export type Shown =
  | { readonly as: 'none' }
  | { readonly as: 'replies'; readonly replies: readonly Button[] }
  | { readonly as: 'list'; readonly rows: readonly Row[] }
  | { readonly as: 'numbered'; readonly lines: string }

/** `description` is the whole label where the title has no room for it. */
export type Row = { readonly id: string; readonly title: string; readonly description?: string }

const isUsable = ({ label, token }: Button): boolean => {
  const size = new TextEncoder().encode(token).length
  return label.trim() !== '' && size > 0 && size <= Math.min(MOST_REPLY_ID, MOST_ROW_ID)
}

/** The platform refuses a message whose buttons look alike. */
const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length

/** As many whole characters (with their marks) as fit, and a sign that there is more. */
const shorten = (label: string): string => {
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(label)) {
    if (short.length + segment.length >= MOST_ROW_TITLE) break
    short += segment
  }
  return `${short.trimEnd()}…`
}

const toRow = ({ label, token }: Button): Row => {
  const title = label.trim()
  return title.length <= MOST_ROW_TITLE
    ? { id: token, title }
    : { id: token, title: shorten(title), description: title }
}

/**
 * Up to three short choices as buttons, up to ten as a list, more or longer ones as numbered text.
 * Nothing where a choice cannot be one.
 */
export const showChoices = (buttons: readonly Button[]): Shown | undefined => {
  if (buttons.length === 0) return { as: 'none' }
  if (!buttons.every(isUsable) || !areDistinct(buttons.map(({ token }) => token))) return undefined
  const labels = buttons.map(({ label }) => label.trim())
  if (
    buttons.length <= MOST_REPLIES &&
    areDistinct(labels) &&
    labels.every((label) => label.length <= MOST_REPLY_TITLE)
  )
    return {
      as: 'replies',
      replies: buttons.map(({ token }, index) => ({ label: labels[index] ?? '', token })),
    }
  if (buttons.length <= MOST_ROWS && labels.every((label) => label.length <= MOST_ROW_DESCRIPTION))
    return { as: 'list', rows: buttons.map(toRow) }
  return { as: 'numbered', lines: labels.map((label, index) => `${index + 1}. ${label}`).join('\n') }
}
