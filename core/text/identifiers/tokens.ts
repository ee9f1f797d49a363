import { settle } from './surface.ts'
import type { Surface } from './surface.ts'

/** Fills the place of what was found already, so that nothing is found in it and it counts as one word. */
export const TAKEN = '\uE000'

/**
 * `latin`: a word of ASCII letters, digits and underscores; `digits`: digits alone, also where they
 * were spelled as words (`said`).
 */
export type Token = {
  readonly kind: 'word' | 'latin' | 'digits' | 'taken'
  /** As tables hold it (folded, lower case); of digits the digits. */
  readonly text: string
  readonly from: number
  readonly to: number
  readonly said?: true
}

const WORDS = /[A-Za-z0-9_]+|(?:(?![A-Za-z0-9_])[\p{L}\p{N}])+|\uE000+/gu
/** "tel07701234567", "no07701234567": the one way in which Latin letters and a number grow together. */
const GLUED = /^([a-z]{2,12})(\d{10,14})$/i

const digitTokens = (text: string, from: number): readonly Token[] => {
  if (!text.includes('_')) return [{ kind: 'digits', text, from, to: from + text.length }]
  return [...text.matchAll(/\d+/g)].map((part) => ({
    kind: 'digits',
    text: part[0],
    from: from + part.index,
    to: from + part.index + part[0].length,
  }))
}

const latinTokens = (text: string, from: number, isCue: (word: string) => boolean): readonly Token[] => {
  if (/^[\d_]+$/.test(text)) return digitTokens(text, from)
  const glued = GLUED.exec(text)
  const word = glued?.[1]?.toLowerCase()
  if (word !== undefined && isCue(word))
    return [
      { kind: 'latin', text: word, from, to: from + word.length },
      ...digitTokens(text.slice(word.length), from + word.length),
    ]
  return [{ kind: 'latin', text: text.toLowerCase(), from, to: from + text.length }]
}

/**
 * Words in their order; `left` is `surface.plain` with what was found taken out. `isCue`: words
 * that announce a number.
 */
export const readTokens = (
  surface: Surface,
  left: string,
  isCue: (word: string) => boolean,
): readonly Token[] => {
  const tokens: Token[] = []
  for (const { 0: text, index: from } of left.matchAll(WORDS)) {
    const to = from + text.length
    if (text.startsWith(TAKEN)) tokens.push({ kind: 'taken', text: '', from, to })
    else if (text.charCodeAt(0) < 0x80) tokens.push(...latinTokens(text, from, isCue))
    else tokens.push({ kind: 'word', text: settle(surface.folded.slice(from, to)), from, to })
  }
  return tokens
}
