import type { Token } from './tokens.ts'

const PRONOUNS = new Set('mine his hers theirs'.split(' '))
const IS = new Set('is was its'.split(' '))
/** Sorani and Badini, folded: "of me", "of him". */
const OF_ONE = /^(?:هي|يي|يا) (?:من|منه|خوم|يهو|يهوه|وي)$/
const ARABIC = /^و?مالت(?:ي|ه|ها)$/

/**
 * Whether what stands before a word stands for a noun that was named before it: "his insta is x.1 and mine is y.2".
 */
export const isPossessed = (tokens: readonly Token[], first: number): boolean => {
  const at = (back: number): string => tokens[first - back]?.text ?? ''
  const pronoun = IS.has(at(1)) ? at(2) : at(1)
  return PRONOUNS.has(pronoun) || OF_ONE.test(`${at(2)} ${at(1)}`) || ARABIC.test(at(1))
}
