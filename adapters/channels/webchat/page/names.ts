import type { TextPiece } from './tokens.ts'

/** Letters that run from right to left; digits of any script do not. */
const LETTERS = /([\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)/
/**
 * What stands between such a letter and a stretch of other signs and belongs to neither: marks,
 * blanks, a bracket whose other half is beyond the letter.
 */
const BEFORE = /^[_.,:;–—-]*(?:[)\]}][_.,:;–—-]*|\s+(?:[.,:;–—-]+(?=\s))?)*/
const AFTER = /(?:\s*[([{]\s*|\s[–—-]+\s|\s+|[_.,:;–—-]+)$/
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

const beforeOf = (part: string): string => {
  const before = (BEFORE.exec(part) || [''])[0]
  const closing = CLOSING[part.charAt(before.length)]
  return closing !== undefined && part.indexOf(closing, before.length) === -1
    ? part.slice(0, before.length + 1)
    : before
}

/**
 * A file's name in pieces that join to exactly it. Between letters that run from right to left all
 * other signs are one run from left to right, from the first letter or digit to the last, the
 * ending with its dot among them: half a date or half a handle would be another one.
 */
export const splitName = (name: string): readonly TextPiece[] => {
  const parts = name.split(LETTERS)
  if (parts.length === 1) return name === '' ? [] : [{ text: name, token: true }]
  const pieces: TextPiece[] = []
  const add = (text: string, token: boolean): void => {
    if (text !== '') pieces.push({ text, token })
  }
  parts.forEach((part, index) => {
    if (index % 2 === 1) return add(part, false)
    const before = index === 0 ? '' : beforeOf(part)
    const rest = part.slice(before.length)
    const after = index === parts.length - 1 ? '' : (AFTER.exec(rest) || [''])[0]
    add(before, false)
    add(rest.slice(0, rest.length - after.length), true)
    add(after, false)
  })
  return pieces
}
