import { isolateRuns } from '../../base/bidi.ts'

/**
 * Marks that turn the direction of what follows, and controls: a line of text must not look like
 * two, or like somebody else's.
 */
const DECEIVING = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/**
 * Set apart (U+2068 … U+2069), further lines set in, so that none of them begins like a line of its
 * own; numbers, links and names of accounts set apart once more within Arabic and Kurdish words, so
 * that they are read as they were written. What was sent stands sign for sign in the file beside it that
 * programs read (transcript.json, dossier.json).
 */
export const words = (text: string): string =>
  `\u2068${isolateRuns(text.replaceAll('\r\n', '\n').replace(DECEIVING, '\ufffd')).replaceAll('\n', '\n    ')}\u2069`
