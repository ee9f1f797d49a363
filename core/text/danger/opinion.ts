import { CRISIS_LABELS, type CrisisLabel } from '../../base/danger.ts'
import type { Opinion } from '../../ports/sentence-reader.ts'
import type { Told } from './learnt.ts'
import type { Witness } from './outcome.ts'

/** How much the scores of both readers count for there being a danger, as fitted on calibration authors. */
export type Joint = {
  readonly first: number
  readonly any: number
  readonly kinds: number
  readonly bias: number
}

/**
 * What holds where the reader of sentences has an opinion: how it joins the first reader's score, and from which
 * joint score on a danger is sure, and is asked about beside such a witness.
 */
export type Beside = {
  readonly joint: Joint
  readonly sure: number
  readonly asks: Readonly<Record<CrisisLabel, Readonly<Record<Witness, number>>>>
}

/** The opinion on a text; nothing where there is none. Asked only of texts that may hold a danger by the first reader. */
export type OpinionOf = (text: string) => Opinion | undefined

/**
 * Below this score of the first reader no opinion changes what is asked about: of 695 messages by calibration
 * authors that both together hear none lies below it, and of their calm ones every second does.
 */
const CALM = -1

/** Whether the first reader leaves open that there is a danger, or finds one. */
export const mayHoldDanger = ({ any }: Told): boolean => any.score >= CALM

/** The logarithm of a sum of powers of e. */
export const powerSum = (scores: readonly number[]): number => {
  const most = Math.max(...scores)
  return most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0))
}

/** How strongly both readers find that there is any danger. */
export const jointScore = ({ first, any, kinds, bias }: Joint, told: Told, opinion: Opinion): number =>
  first * told.any.score + any * opinion.any + kinds * powerSum(Object.values(opinion.labels)) + bias

/** The kind that both together find likeliest. */
export const jointLabel = (told: Told, opinion: Opinion): CrisisLabel => {
  const of = (label: CrisisLabel): number => told.labels[label].score + opinion.labels[label]
  return CRISIS_LABELS.reduce((most, label) => (of(label) > of(most) ? label : most))
}
