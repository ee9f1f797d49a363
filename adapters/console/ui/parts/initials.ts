/** Two letters side by side would join into a word of their own. */
const APART = '\u200C'

/**
 * What stands for a name in a small circle: the first letters of its first two words, of a number
 * all of it. The Arabic article says nothing.
 */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/[\s._-]+/)
    .slice(0, 2)
    .map((word) =>
      /^\p{N}/u.test(word) ? word.slice(0, 2) : (Array.from(word.replace(/^ال(?=..)/, ''))[0] ?? ''),
    )
    .filter((sign) => sign !== '')
    .join(APART)
    .toUpperCase()
