import type { Picked } from '../model/roles.ts'
import type { Flow } from '../model/flow.ts'
import type { Instant } from '../base/units.ts'
import { pickedOptions } from './conversation/condition.ts'
import { moneyOf, paidOf, type Figures, type Money } from './figures.ts'
import { deadlineOf, type FactSource } from './triage/facts.ts'

/**
 * What a case is about in the fewest facts, for whoever chooses the next one by eye. Options of the
 * flow, sums and times only: nothing that a person worded, no name, no number, no other case. Who
 * may see the row may see all of it.
 */
export type Gist = {
  /**
   * When the earliest time limit ends. `exact`: a moment was named; otherwise it is what the words
   * or the option leave at the least, and `limit` says what was chosen.
   */
  readonly ends?: { readonly at: Instant; readonly exact: boolean }
  readonly limit?: Picked
  readonly sum?: Money
  /** What is wanted beside a sum that is named. */
  readonly demand?: Picked
  readonly paid?: Exclude<NonNullable<Figures['paid']>, 'no'>
  readonly material?: Picked
  /** What else weighs, by question, in the order of the role `weighs`. */
  readonly weighs?: readonly Picked[]
  readonly region?: Picked
}

type Answers = FactSource['conversation']['answers']

/** Which of these options was chosen; of all of the step where none are named. */
const chosen = (answers: Answers, step: string, among?: readonly string[]): Picked | undefined => {
  const options = pickedOptions(answers[step]).filter((option) => among?.includes(option) ?? true)
  return options.length === 0 ? undefined : { step, options }
}

const without = (picked: Picked | undefined, other: Picked | undefined): Picked | undefined => {
  if (picked === undefined || other === undefined || picked.step !== other.step) return picked
  const options = picked.options.filter((option) => !other.options.includes(option))
  return options.length === 0 ? undefined : { ...picked, options }
}

export const gistOf = (flow: Pick<Flow, 'adult' | 'roles'>, state: FactSource): Gist => {
  const { answers } = state.conversation
  const { limits = [], limitTimes = [], weighs = [], material, demand, region, wantsMoney } = flow.roles
  const ofStep = (step: string | undefined): Picked | undefined =>
    step === undefined ? undefined : chosen(answers, step)
  const at = deadlineOf(flow, state)
  const exact = limitTimes.some((step) => {
    const answer = answers[step]
    return answer?.kind === 'time' && answer.at === at
  })
  const [limit] = limits.flatMap(({ step, options }) => chosen(answers, step, options) ?? [])
  const { sums, paid: asked } = flow.roles
  const demanded = sums === undefined ? undefined : moneyOf(answers[sums.demanded])
  const paid = paidOf(asked, answers)
  const wanted = demanded === undefined ? ofStep(demand) : without(ofStep(demand), wantsMoney)
  const held = ofStep(material)
  const weighing = weighs.flatMap(({ step, options }) => chosen(answers, step, options) ?? [])
  const where = ofStep(region)
  return {
    ...(at === undefined ? {} : { ends: { at, exact } }),
    ...(limit === undefined || exact ? {} : { limit }),
    ...(demanded === undefined ? {} : { sum: demanded }),
    ...(wanted === undefined ? {} : { demand: wanted }),
    ...(paid === undefined || paid === 'no' ? {} : { paid }),
    ...(held === undefined ? {} : { material: held }),
    ...(weighing.length === 0 ? {} : { weighs: weighing }),
    ...(where === undefined ? {} : { region: where }),
  }
}
