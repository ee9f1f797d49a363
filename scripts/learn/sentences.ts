import { openEncoder } from '../../adapters/sentences/files.ts'
import { toOpinion } from '../../adapters/sentences/protocol.ts'
import { readText } from '../../adapters/sentences/reading.ts'
import type { Opinion } from '../../core/ports/sentence-reader.ts'
import type { Learnt } from '../../core/text/danger/learnt.ts'
import {
  jointLabel,
  jointScore,
  mayHoldDanger,
  powerSum,
  type Beside,
} from '../../core/text/danger/opinion.ts'
import {
  AGE,
  isSureByFirst,
  needsRule,
  type Thresholds,
  type Witness,
} from '../../core/text/danger/outcome.ts'
import { CRISIS_LABELS } from '../../core/base/danger.ts'
import type { Crisis } from '../../core/text/danger/rules.ts'
import type { Message } from './corpus.ts'
import { fitLogistic } from './logistic.ts'
import {
  askBonus,
  askScore,
  BUDGET,
  byLabel,
  isCalm,
  levelFor,
  look,
  rounded,
  STRICTNESS,
  type Seen,
} from './thresholds.ts'

/** What the second reader says of those of these messages of which the first is in doubt, as its thread would. */
export const opinionsOn = async (
  folder: string,
  learnt: Learnt,
  messages: readonly Message[],
): Promise<ReadonlyMap<string, Opinion>> => {
  const encode = await openEncoder(folder)
  return new Map(
    messages.flatMap(({ text }) => {
      const told = learnt(text)
      if (told === undefined || !mayHoldDanger(told)) return []
      const opinion = toOpinion({ scores: readText(encode, text) })
      return opinion === undefined ? [] : [[text, opinion] as const]
    }),
  )
}

type Both = Seen & { readonly opinion: Opinion }

const hasOpinion = (one: Seen & { readonly opinion: Opinion | undefined }): one is Both =>
  one.opinion !== undefined

/**
 * How both readers' scores join, fitted to whether calibration authors' messages hold a danger, and from which
 * joint score on a danger is sure and is asked about: so that no more of their calm messages are than by the first
 * reader alone.
 */
export const chooseBeside = (
  rules: Crisis,
  learnt: Learnt,
  {
    thresholds,
    opinions,
  }: { readonly thresholds: Thresholds; readonly opinions: ReadonlyMap<string, Opinion> },
  messages: readonly Message[],
): Beside => {
  const all = look(rules, learnt, messages).map((one) => ({
    ...one,
    opinion: opinions.get(one.message.text),
  }))
  const seen = all.filter(hasOpinion)
  const [bias = 0, first = 0, any = 0, kinds = 0] = fitLogistic(
    seen.map((one) => ({
      inputs: [1, one.told.any.score, one.opinion.any, powerSum(Object.values(one.opinion.labels))],
      isSo: !isCalm(one),
    })),
    STRICTNESS,
  ).map(rounded)
  const joint = { first, any, kinds, bias }
  const jointOf = ({ told, opinion }: Both): number => jointScore(joint, told, opinion)
  const sureScore = (one: (typeof all)[number]): number => {
    const isSure = CRISIS_LABELS.some(
      (label) =>
        one.least[label] === 'sure' ||
        (label !== AGE && isSureByFirst(thresholds.labels, one.told, label, one.witness[label])),
    )
    if (isSure) return Infinity
    if (!hasOpinion(one)) return -Infinity
    const label = jointLabel(one.told, one.opinion)
    return needsRule(label, one.witness[label]) ? -Infinity : jointOf(one)
  }
  const calm = all.filter(isCalm)
  const sure = rounded(levelFor(calm.map(sureScore), BUDGET.sure))
  const bonus = askBonus(seen, jointOf)
  const ask = levelFor(
    calm.map((one) =>
      sureScore(one) >= sure ? Infinity : askScore(one, hasOpinion(one) ? jointOf(one) : -Infinity, bonus),
    ),
    BUDGET.heard,
  )
  return {
    joint,
    sure,
    asks: byLabel((label) => {
      const of = (witness: Witness): number => rounded(ask - bonus[label][witness])
      return { none: of('none'), hint: of('hint'), firm: of('firm'), counted: of('counted') }
    }),
  }
}
