import { CRISIS_LABELS } from '../../core/base/danger.ts'
import type { Opinion } from '../../core/ports/sentence-reader.ts'

/** Where the files of the encoder lie, as the worker is told when it starts. */
export type Start = { readonly folder: string }
/** One text at a time, and what was read of it. */
export type Ask = { readonly text: string }
export type Answer = { readonly scores: readonly number[] }

/** What the encoder has to say, in this order. */
export const OUTPUTS = ['any', ...CRISIS_LABELS] as const

export const toOpinion = ({ scores }: Answer): Opinion | undefined => {
  if (scores.length !== OUTPUTS.length || !scores.every(Number.isFinite)) return undefined
  const of = (output: (typeof OUTPUTS)[number]): number => scores[OUTPUTS.indexOf(output)] ?? 0
  return {
    any: of('any'),
    labels: {
      self_harm: of('self_harm'),
      violence: of('violence'),
      sexual_abuse: of('sexual_abuse'),
      minor: of('minor'),
      meeting: of('meeting'),
      deadline: of('deadline'),
    },
  }
}
