import type { Untrusted } from '../../base/untrusted.ts'
import type { Step } from '../../model/flow.ts'
import { extractIdentifiers } from '../../text/identifiers/extract.ts'
import { readAmount } from './amount.ts'
import { hintsIn } from './hints.ts'
import { optionsOf } from './steps.ts'
import type { Turn } from './turn.ts'
import { foldShort, isYesOrNo, LONGEST_COMMAND, optionNamed } from './words.ts'

/** Whether what stands after an option is more than that answer again ("no, nothing"). */
export const tellsMore = (turn: Turn, step: Step, rest: string | undefined): rest is string => {
  const folded = foldShort(rest ?? '') ?? ' '
  return folded !== '' && !isYesOrNo(turn.flow, folded) && !optionNamed(turn.flow, optionsOf(step), folded)
}

/** A sum is nothing about somebody: it is read as what it is. */
export const isSum = (turn: Turn, text: Untrusted): boolean =>
  text.length <= LONGEST_COMMAND &&
  extractIdentifiers(text, turn.context.checks, true).length === 0 &&
  turn.flow.steps.some(
    (one) =>
      one.kind === 'amount' && one.about !== 'paid' && readAmount(text, one.currency, false) !== undefined,
  )

/** Few words that name what another question asks for ("Telegram") are that, and no wish of somebody's. */
const FEW = 2

export const namesElse = ({ flow }: Turn, { id }: Step, text: string): boolean => {
  const named = text.trim().split(/\s+/).length > FEW ? [] : [...hintsIn(flow, text).keys()]
  return named.length > 0 && !named.includes(id)
}
