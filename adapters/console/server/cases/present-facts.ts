import { optionKey, weighsKey } from '../../../../core/model/keys.ts'
import type { Picked } from '../../../../core/model/roles.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Phrases } from '../../../../core/ports/phrases.ts'
import type { Gist } from '../../../../core/policy/gist.ts'
import type { Fact } from '../../contract/facts.ts'
import { isoOf } from '../http/iso.ts'
import { sayOrKey } from './say-or-key.ts'

/** In whose language the queue speaks. */
export type Speech = { readonly phrases: Phrases; readonly language: Language }

/** The facts of a row, what presses most first. */
export const factsOf = (gist: Gist, { phrases, language }: Speech): readonly Fact[] => {
  const label = (step: string, option: string): string =>
    sayOrKey(phrases, language, optionKey(step, option), option)
  const each = (is: Fact['is'], picked: Picked | undefined): readonly Fact[] =>
    (picked?.options ?? []).map((option) => ({ is, text: label(picked?.step ?? '', option) }))
  const { ends, limit, sum, paid } = gist
  const [chosen] = each('ends', limit)
  return [
    ...(ends === undefined
      ? []
      : [
          {
            is: 'ends' as const,
            at: isoOf(ends.at),
            ...(ends.exact ? { exact: true as const } : {}),
            ...(chosen?.text === undefined ? {} : { text: chosen.text }),
          },
        ]),
    ...(sum === undefined
      ? []
      : [{ is: 'wants' as const, amount: sum.hundredths / 100, currency: sum.currency }]),
    ...each('wants', gist.demand),
    ...(paid === undefined
      ? []
      : [{ is: 'paid' as const, ...(paid === 'again' ? { again: true as const } : {}) }]),
    ...each('holds', gist.material),
    ...(gist.weighs ?? []).flatMap(({ step, options }) =>
      options.map((option) => ({
        is: 'weighs' as const,
        text: sayOrKey(phrases, language, weighsKey(step, option), option),
      })),
    ),
    ...each('region', gist.region),
  ]
}
