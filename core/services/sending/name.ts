/** Characters of a name that any platform and any disk takes. */
const LONGEST = 80
/** Separators of folders, controls, marks that turn the direction, and what a shell would read. */
const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]+/gu

/** What the person sees a document called: as the agent called it, without what could mislead, ending as it is. */
export const nameOf = (given: string, ending: string): string => {
  const base = given
    .toWellFormed()
    .replace(/^.*[/\\]/, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const characters = Array.from(base).slice(0, LONGEST).join('').trim()
  return `${characters === '' ? 'document' : characters}.${ending}`
}
