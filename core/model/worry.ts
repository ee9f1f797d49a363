import type { CrisisHit, CrisisLabel } from '../base/danger.ts'
import { CRISIS_LABELS } from '../base/danger.ts'
import { hours, type Instant } from '../base/units.ts'
import type { Answer } from './answer.ts'

/**
 * A worry: words that may mean a danger and are not sure (`hard: false`). It is asked about once,
 * by the step of the flow whose id follows from its label, and the answer counts. `since`: when the
 * words came, `asked`: when the question went out. `other`: the words speak of somebody else.
 * `left`: it is not asked any more, since somebody of the team came first or it could not be asked
 * for a day.
 */
export type Worry = {
  readonly since: Instant
  readonly asked?: Instant
  readonly other?: true
  readonly left?: true
}
export type Worries = Readonly<Partial<Record<CrisisLabel, Worry>>>

/**
 * An episode of a worry: within a day of its question new words of the same label are noted and not
 * asked about again.
 */
const EPISODE = hours(24)

export const worryStep = (label: CrisisLabel): string => `worry-${label.replace('_', '-')}`

const LABELS: ReadonlyMap<string, CrisisLabel> = new Map(
  CRISIS_LABELS.map((label) => [worryStep(label), label]),
)

/** Which worry a step asks about; nothing for other steps. */
export const worryOf = (step: string): CrisisLabel | undefined => LABELS.get(step)

/** Asked of who called for help and said nothing else: whether they are in danger now. Of no label. */
export const CRY_WORRY = 'worry-cry'

/** Whether a step asks about a danger that words may mean: it comes between, and what stood before is asked again. */
export const isWorry = (step: string): boolean => step === CRY_WORRY || worryOf(step) !== undefined

type Known = {
  readonly worries?: Worries
  readonly answers: Readonly<Record<string, Answer>>
  readonly skipped: Readonly<Record<string, 'skip' | 'unknown'>>
}

/**
 * What became of a worry. `waiting`: not asked yet, or not answered yet. `passed`: the person spoke
 * of something else, or skipped it. `left`: it was never asked.
 */
export type WorryOutcome = 'yes' | 'no' | 'person' | 'passed' | 'waiting' | 'left'

/** The option of a question for a worry that means no; that for a person. Every other one means yes. */
export const NO_WORRY = 'no'
export const PERSON = 'person'
/** Of the question whether this happens to somebody under 18: to another. */
export const OTHER = 'other'

export const outcomeOf = (
  { worries, answers, skipped }: Known,
  label: CrisisLabel,
): WorryOutcome | undefined => {
  const step = worryStep(label)
  const answer = answers[step]
  if (answer?.kind === 'choice')
    return answer.option === NO_WORRY || answer.option === PERSON ? answer.option : 'yes'
  if (skipped[step] !== undefined) return 'passed'
  const worry = worries?.[label]
  if (worry === undefined) return undefined
  return worry.left === true && worry.asked === undefined ? 'left' : 'waiting'
}

/** Worries whose question has still to be asked. */
export const isDue = ({ worries }: Pick<Known, 'worries'>, label: CrisisLabel): boolean => {
  const worry = worries?.[label]
  return worry !== undefined && worry.asked === undefined && worry.left !== true
}

/** The labels that the person said yes to when they were asked: as sure as words that say it. */
export const saidYes = (known: Known): readonly CrisisLabel[] =>
  CRISIS_LABELS.filter((label) => outcomeOf(known, label) === 'yes')

const without = <T>(
  record: Readonly<Record<string, T>>,
  steps: ReadonlySet<string>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([step]) => !steps.has(step)))

/** The same without what was answered with yes: a hint of those labels counts by itself. */
export const withoutYes = <S extends Known>(known: S): S => {
  const labels = saidYes(known)
  const kept = Object.entries(known.worries ?? {}).filter(([label]) => !labels.some((one) => one === label))
  return {
    ...known,
    answers: without(known.answers, new Set(labels.map(worryStep))),
    worries: Object.fromEntries(kept),
  }
}

/**
 * Hints in words that came at `at`: a new episode forgets what was answered in the one before, but
 * for a yes.
 */
export const hearHints = <S extends Known>(state: S, hits: readonly CrisisHit[], at: Instant): S => {
  const fresh = CRISIS_LABELS.flatMap((label) => {
    const hints = hits.filter((hit) => hit.label === label && !hit.hard)
    const known = state.worries?.[label]
    if (hints.length === 0 || outcomeOf(state, label) === 'yes') return []
    if (known !== undefined && at - (known.asked ?? known.since) < EPISODE && known.left !== true) return []
    // "My father will kill me" is of who writes, though "my father will kill" alone may be of anybody.
    const all = hits.filter((hit) => hit.label === label)
    const other = all.every(({ about }) => about === 'other') ? { other: true as const } : {}
    return [[label, { since: at, ...other }] as const]
  })
  if (fresh.length === 0) return state
  const steps = new Set(fresh.map(([label]) => worryStep(label)))
  return {
    ...state,
    worries: { ...state.worries, ...Object.fromEntries(fresh) },
    answers: without(state.answers, steps),
    skipped: without(state.skipped, steps),
  }
}

/** Worries that `leaves` is true of are not asked any more. */
export const leaveDue = (
  worries: Worries | undefined,
  leaves: (worry: Worry) => boolean,
): Worries | undefined =>
  worries === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries(worries).map(([label, worry]) => [
          label,
          worry.asked === undefined && leaves(worry) ? { ...worry, left: true as const } : worry,
        ]),
      )

/** What could not be asked for a day is not asked out of the blue. */
export const leaveOld = (worries: Worries | undefined, at: Instant): Worries | undefined =>
  leaveDue(worries, ({ since }) => at - since >= EPISODE)
