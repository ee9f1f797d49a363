/** What a list is opened with: a stroke for ready texts, `@` for colleagues. */
export type Sign = '/' | '@'

/**
 * A sign at the beginning of a word, and what was typed after it: `from` is the sign's place, `to`
 * the cursor's.
 */
export type Slash = {
  readonly sign: Sign
  readonly from: number
  readonly to: number
  readonly query: string
}

/** A longer word is no search for a ready text. */
const LOOK_BACK = 40
const AFTER = { '/': /(?:^|\s)\/([^\s/]{0,30})$/, '@': /(?:^|\s)@([^\s@]{0,30})$/ } as const

/** Where something is looked for by its sign; an address, a date or a fraction is no such place. */
export const slashAt = (text: string, cursor: number, sign: Sign = '/'): Slash | undefined => {
  const start = Math.max(0, cursor - LOOK_BACK)
  const query = AFTER[sign].exec(text.slice(start, cursor))?.[1]
  if (query === undefined) return undefined
  const from = cursor - query.length - 1
  // What looks like the beginning may be the middle of a longer word.
  return from === start && start > 0 && /\S/.test(text[start - 1] ?? '')
    ? undefined
    : { sign, from, to: cursor, query }
}

/** A text with a stroke put in at the cursor, set apart from the word before it. */
export const withSlash = (
  text: string,
  cursor: number,
): { readonly text: string; readonly cursor: number } => {
  const put = cursor === 0 || /\s/.test(text[cursor - 1] ?? '') ? '/' : ' /'
  return { text: text.slice(0, cursor) + put + text.slice(cursor), cursor: cursor + put.length }
}

/** `query` somewhere in one of these, whatever the case and the vowel marks. */
export const isFound = (query: string, ...places: readonly string[]): boolean => {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/\p{M}|\u0640/gu, '')
  const wanted = plain(query)
  return places.some((place) => plain(place).includes(wanted))
}
