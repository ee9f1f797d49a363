/** Longest that is shown of a name that a stranger chose. */
const LONGEST = 255

/**
 * Controls, marks that turn the direction of text, separators of lines, and code points that are
 * none: each could make a name look like another.
 */
const DECEIVING = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** A stranger's name for a file as it can be shown; the index keeps it as it came. */
export const shownName = (name: string): string => {
  const cut = name.slice(0, LONGEST)
  return `${cut.replace(DECEIVING, '\ufffd')}${cut.length < name.length ? '…' : ''}`
}
