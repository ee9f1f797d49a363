import type { Flow } from '../../model/flow.ts'
import { fold } from '../../text/fold.ts'
import { optionsOf } from '../conversation/steps.ts'
import { commandIn, foldShort, isCourtesy, languageNamed, optionNamed } from '../conversation/words.ts'
import type { AccessRules } from '../../model/access-rules.ts'

type Words = { readonly flow: Flow; readonly access: AccessRules }

const isOneOf = (words: readonly string[], folded: string): boolean =>
  words.some((word) => fold(word) === folded)

export const saysYes = ({ access }: Words, folded: string): boolean => isOneOf(access.yes, folded)
export const saysNo = ({ access }: Words, folded: string): boolean => isOneOf(access.no, folded)

/**
 * Whether a word means something to the bot already: a command, or with `all` anything that can be
 * picked.
 */
export const isReserved = (words: Words, text: string, which: 'commands' | 'all' = 'all'): boolean => {
  const folded = foldShort(text) ?? ''
  if (folded === '') return false
  if (commandIn(words.flow, folded) !== undefined) return true
  if (which === 'commands') return false
  if (isCourtesy(words.flow, folded)) return true
  if (languageNamed(words.flow, folded) !== undefined || saysYes(words, folded) || saysNo(words, folded))
    return true
  return words.flow.steps.some((step) => optionNamed(words.flow, optionsOf(step), folded) !== undefined)
}
