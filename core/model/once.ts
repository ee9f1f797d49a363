/** Phrases that are not said twice in a row. */
const ONCE = [
  'words-kept',
  'ids-whose',
  'media-noted',
  'files-wait',
  'file-waits-age',
  'file-waits-consent',
  'identifiers-more',
  'added-to-case',
  'already-answered',
  'with-team',
  'paused-again',
  'watched-ask',
  'whether-safe',
  'go-on-file',
  'go-on-kept-too',
  'urgent-waiting',
  'urgent-still-here',
  'forward-seen',
  'forward-kept',
  'contact-kept',
  'cry-heard',
  'softly-consent',
  'go-on-send',
  'ask-consent-file',
  'consent-left-file',
  'minor-stands',
  'exit-note',
  'tea-note',
  'edit-kept',
] as const
export type Once = (typeof ONCE)[number]

const KEYS: ReadonlySet<string> = new Set(ONCE)
export const isOnce = (key: string): key is Once => KEYS.has(key)

/**
 * Said once until somebody of the team does something, whatever is asked meanwhile: that words came to the case,
 * what a person in danger was told, what a file waits for, and that a child's age stands.
 */
export const LASTING: ReadonlySet<string> = new Set<Once>([
  'added-to-case',
  'urgent-waiting',
  'exit-note',
  'tea-note',
  'ask-consent-file',
  'consent-left-file',
  'minor-stands',
])
