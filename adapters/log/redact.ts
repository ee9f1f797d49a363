/**
 * The second net under law 8: whatever a field was meant to hold, what looks like a person's words,
 * number or address, or like a secret, is replaced. Order matters: a token holds digits, an address
 * holds a handle.
 */
const PATTERNS: ReadonlyArray<readonly [pattern: RegExp, instead: string]> = [
  // Telegram bot tokens, in a URL (`bot123:…`) or alone.
  [/\d{5,}:[\w-]{30,}/g, '[token]'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '[url]'],
  [/[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  [/@\w{3,}/g, '@[handle]'],
  // Numbers of phones, accounts and cards, however they are grouped; six digits are the fewest that
  // point at somebody.
  [/\+?\d(?:[\s().-]?\d){5,}/g, '[number]'],
  // API keys, hashes, base64: nothing that long is a word.
  [/[\w+/=-]{40,}/g, '[secret]'],
  // The program's own words are English. This also takes Arabic-Indic and Persian digits, and line breaks.
  [/[^\x20-\x7e]+/g, '[text]'],
]

/** Longer than any constant of the program; a person's text in the wrong place is cut as well as searched. */
const MAX_LENGTH = 300

export const redact = (text: string): string =>
  PATTERNS.reduce((safe, [pattern, instead]) => safe.replace(pattern, instead), text.slice(0, MAX_LENGTH))
