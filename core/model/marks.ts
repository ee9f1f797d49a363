import type { Inbound } from '../base/message.ts'

/** What a mark under a message says; any other says nothing that could be acted on. */
export type Meaning = 'yes' | 'no' | 'urgent'

const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['👍', 'yes'],
  ['❤', 'yes'],
  ['✅', 'yes'],
  ['👎', 'no'],
  ['❌', 'no'],
  ['🆘', 'urgent'],
])

/** Tones of skin, and the mark that asks for the coloured picture. */
const VARIANTS = /[\u{1F3FB}-\u{1F3FF}]|\uFE0F/gu

export const meaningOf = (emoji: string): Meaning | undefined => MEANINGS.get(emoji.replace(VARIANTS, ''))

/**
 * A mark that is no cry for help: no sign that somebody has the phone in their hands, or that they
 * came back to a chat that they left.
 */
export const isSilentMark = ({ body }: Pick<Inbound, 'body'>): boolean =>
  body.kind === 'reaction' && meaningOf(body.emoji) !== 'urgent'
