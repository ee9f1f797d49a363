import { pickedOptions } from '../conversation/condition.ts'
import { fold } from '../../text/fold.ts'
import type { Conflict } from '../../ports/roster.ts'
import type { FlowRoles } from '../../model/roles.ts'
import type { CaseState } from '../../model/state.ts'

type Known = Pick<CaseState, 'name' | 'lastWords'> & {
  readonly conversation: Pick<CaseState['conversation'], 'answers'>
}

/**
 * Words in which a family may be named: the name in the chat, and what was told. Nobody is asked
 * for one (bots/amin/README.md, Never asked).
 */
const wordsOf = ({ name, lastWords, conversation }: Known): string => {
  const told = Object.values(conversation.answers).map((answer) => {
    if (answer.kind === 'text') return answer.text
    return 'raw' in answer ? answer.raw : ''
  })
  return ` ${fold([name ?? '', lastWords, ...told].join(' '))} `
}

/** The article that a family name is written with, or without ("الجبوري", "al-jabouri"). Folded. */
const ARTICLE = /^(?:ال|al |el )/

/**
 * Whether an agent who declared `conflict` must not see the case. Whole words, in any spelling that
 * folds alike; one too many is better.
 */
export const conflicts = (
  { region }: Pick<FlowRoles, 'region'>,
  { governorates, names }: Conflict,
  state: Known,
): boolean => {
  const { answers } = state.conversation
  const places = region === undefined ? [] : pickedOptions(answers[region])
  if (places.some((option) => governorates.includes(option))) return true
  if (names.length === 0) return false
  const words = wordsOf(state)
  return names
    .map((name) => fold(name).replace(ARTICLE, ''))
    .filter((name) => name !== '')
    .some((name) =>
      ['', 'ال', 'al ', 'el ', 'al', 'el'].some((article) => words.includes(` ${article}${name} `)),
    )
}
