import type { CrisisLabel } from '../../core/base/danger.ts'
import { CRISIS_LABELS } from '../../core/base/danger.ts'
import type { Learnt, Told } from '../../core/text/danger/learnt.ts'
import { nearestIn } from '../../core/text/danger/breath.ts'
import {
  needsRule,
  leastOf,
  withLearnt,
  witnessIn,
  WITNESSES,
  type Levels,
  type Thresholds,
  type Witness,
} from '../../core/text/danger/outcome.ts'
import type { Crisis } from '../../core/text/danger/rules.ts'
import { talksOf, type Message } from './corpus.ts'
import { fitLogistic } from './logistic.ts'

/**
 * Of calm messages of the calibration authors so many are called a danger, and called one or asked
 * about; of calm talks in which no message was heard by itself, as a whole. A question disturbs
 * little, and a danger that nobody heard may cost a life: so questions are not kept rarer than
 * this.
 */
export const BUDGET = { sure: 0.025, heard: 0.115, together: 0.08 }
/** How much a rule has to say before it counts beside the reader: few messages of a label hold each. */
export const STRICTNESS = 3
/**
 * An age, hours that are left, somebody at the door: asked about although the reader finds it so
 * much less likely than the fit would have it.
 */
const COUNTED = 1
const NEVER = 99
/** The year the messages were written in. */
export const WRITTEN_IN = 2026

export type Seen = {
  readonly message: Message
  readonly told: Told
  readonly witness: Readonly<Record<CrisisLabel, Witness>>
  /** What holds whatever the reader says. */
  readonly least: Readonly<Record<CrisisLabel, 'sure' | 'ask' | undefined>>
}
/** How much each witness of each label adds to the reader's score. */
type Bonus = Readonly<Record<CrisisLabel, Readonly<Record<Witness, number>>>>

export const isCalm = ({ message }: Seen): boolean => message.label === 'none'
const holds = ({ message }: Seen, label: CrisisLabel): boolean =>
  message.label === label || message.also.includes(label)

export const look = (rules: Crisis, learnt: Learnt, messages: readonly Message[]): readonly Seen[] =>
  messages
    .filter(({ unsure }) => !unsure)
    .flatMap((message) => {
      const told = learnt(message.text)
      if (told === undefined) return []
      const hits = rules.read(message.text, WRITTEN_IN)
      const witness = byLabel((label) => witnessIn(hits, label))
      const least = byLabel((label) =>
        leastOf(
          { message: told.words, nearest: nearestIn(message.text, hits, label, rules).plain },
          label,
          witness[label],
        ),
      )
      return [{ message, told, witness, least }]
    })

const marks = (one: Seen, labels: readonly CrisisLabel[]): readonly number[] =>
  labels.flatMap((label) =>
    WITNESSES.map((witness) => (witness !== 'none' && one.witness[label] === witness ? 1 : 0)),
  )

/** What the fitted weights add, in units of the reader's score. A rule never speaks against what it names. */
const bonusOf = (weights: readonly number[], scale: number): Record<Witness, number> => {
  const [, hint = 0, firm = 0, counted = 0] = weights.map((weight) => Math.max(0, weight / scale))
  return { none: 0, hint, firm, counted: Math.max(firm, counted) + COUNTED }
}

/** Beside which witness how much less has to be said for a question, of what `scoreOf` says. */
export const askBonus = <One extends Seen>(seen: readonly One[], scoreOf: (one: One) => number): Bonus => {
  const rows = seen.map((one) => ({
    inputs: [1, scoreOf(one), ...marks(one, CRISIS_LABELS)],
    isSo: !isCalm(one),
  }))
  const [, scale = 1, ...rest] = fitLogistic(rows, STRICTNESS)
  return byLabel((_, at) => bonusOf(rest.slice(at * WITNESSES.length, (at + 1) * WITNESSES.length), scale))
}

/**
 * The same for being sure; a label that is said rarely needs more. A hint is a reason to ask, never
 * to be sure by.
 */
const sureBonus = (seen: readonly Seen[]): Bonus =>
  byLabel((label) => {
    const rows = seen.map((one) => ({
      inputs: [1, one.told.labels[label].score, ...marks(one, [label])],
      isSo: holds(one, label),
    }))
    const [bias = 0, scale = 1, ...rest] = fitLogistic(rows, STRICTNESS)
    const { firm, counted } = bonusOf(rest, scale)
    const base = bias / scale
    return { none: base, hint: base, firm: base + firm, counted: base + counted - COUNTED }
  })

export const byLabel = <T>(of: (label: CrisisLabel, at: number) => T): Readonly<Record<CrisisLabel, T>> => ({
  self_harm: of('self_harm', 0),
  violence: of('violence', 1),
  sexual_abuse: of('sexual_abuse', 2),
  minor: of('minor', 3),
  meeting: of('meeting', 4),
  deadline: of('deadline', 5),
})

const sureScore = ({ told, witness, least }: Seen, bonus: Bonus): number =>
  Math.max(
    ...CRISIS_LABELS.map((label) =>
      least[label] === 'sure'
        ? Infinity
        : needsRule(label, witness[label])
          ? -Infinity
          : told.labels[label].score + bonus[label][witness[label]],
    ),
  )
export const askScore = ({ witness, least }: Seen, score: number, bonus: Bonus): number =>
  CRISIS_LABELS.some((label) => least[label] !== undefined)
    ? Infinity
    : score + Math.max(...CRISIS_LABELS.map((label) => bonus[label][witness[label]]))

/** The level that so many of these reach, and no more. */
export const levelFor = (scores: readonly number[], share: number): number => {
  const sorted = scores.toSorted((a, b) => b - a)
  const at = Math.floor(sorted.length * share)
  return ((sorted[at] ?? 0) + (sorted[Math.max(0, at - 1)] ?? 0)) / 2
}

const textOf = (talk: readonly Message[]): string => talk.map(({ text }) => text).join('\n')

/** As they come: after each message those so far are read together. */
const strongestTogether = (learnt: Learnt, talk: readonly Message[]): number =>
  Math.max(
    ...talk.map((_, at) =>
      at === 0 ? -Infinity : (learnt(textOf(talk.slice(0, at + 1)))?.whole.score ?? -Infinity),
    ),
  )

export const rounded = (value: number): number => Number(value.toFixed(3))

/**
 * Chosen from calibration authors only. What a rule adds to the reader is fitted to whether
 * messages hold a danger; then levels are set where calm messages stay within the budget.
 */
export const chooseThresholds = (rules: Crisis, learnt: Learnt, messages: readonly Message[]): Thresholds => {
  const seen = look(rules, learnt, messages)
  const calm = seen.filter(isCalm)
  const sureBy = sureBonus(seen)
  const askBy = askBonus(seen, ({ told }) => told.any.score)
  const sure = levelFor(
    calm.map((one) => sureScore(one, sureBy)),
    BUDGET.sure,
  )
  const ask = levelFor(
    calm.map((one) => (sureScore(one, sureBy) >= sure ? Infinity : askScore(one, one.told.any.score, askBy))),
    BUDGET.heard,
  )
  const levelsOf = (label: CrisisLabel): Levels => {
    const of = (witness: Witness) => ({
      sure: needsRule(label, witness) ? NEVER : rounded(sure - sureBy[label][witness]),
      ask: rounded(ask - askBy[label][witness]),
    })
    return { none: of('none'), hint: of('hint'), firm: of('firm'), counted: of('counted') }
  }
  const labels = byLabel(levelsOf)
  const alone = withLearnt(rules, learnt, { labels, together: Infinity })
  // Of a talk in which one message was heard by itself nothing more is to be found.
  const silent = talksOf(messages).filter(
    (talk) =>
      talk.at(-1)?.whole === 'none' && talk.every(({ text }) => alone.read(text, WRITTEN_IN).length === 0),
  )
  return {
    labels,
    together: rounded(
      levelFor(
        silent.map((talk) => strongestTogether(learnt, talk)),
        BUDGET.together,
      ),
    ),
  }
}
