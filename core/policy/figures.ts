import type { FlowRoles } from '../model/roles.ts'
import type { CaseState } from '../model/state.ts'
import type { Answer } from '../model/answer.ts'
import { pickedOptions } from './conversation/condition.ts'
import type { Outcome } from '../model/team-events.ts'
import type { Times } from '../model/times.ts'

/**
 * Money as it was told, in hundredths so that it stays a whole number; a coin's smaller parts are
 * rounded off.
 */
export type Money = { readonly hundredths: number; readonly currency: string }

/**
 * What a case counts as, sealed in its row. Options of questions and whole numbers only: nothing
 * that a person worded. What was not told is absent, so that it is never counted as a no.
 */
export type Figures = Times & {
  /** Options of the role `material` (core/model/roles.ts): what the other side says it holds. */
  readonly material?: readonly string[]
  /** Options of the role `demand`. */
  readonly demand?: readonly string[]
  readonly governorate?: string
  readonly demanded?: Money
  readonly paid?: 'yes' | 'again' | 'no'
  /** How much, where that was told too. */
  readonly paidSum?: Money
  readonly submitted?: true
  readonly outcome?: Outcome
  /** Brought in from somewhere else: when it began and how long it took is not known here. */
  readonly elsewhere?: true
}

export const moneyOf = (answer: Answer | undefined): Money | undefined =>
  answer?.kind === 'amount'
    ? { hundredths: Math.round(answer.amount * 100), currency: answer.currency }
    : undefined

export const paidOf = (
  role: FlowRoles['paid'],
  answers: Readonly<Record<string, Answer>>,
): NonNullable<Figures['paid']> | undefined => {
  const [option] = role === undefined ? [] : pickedOptions(answers[role.step])
  return (['yes', 'again', 'no'] as const).find((one) => option !== undefined && role?.[one] === option)
}

export const figuresOf = (
  roles: FlowRoles,
  {
    conversation,
    hands,
    times,
    elsewhere,
  }: Pick<CaseState, 'conversation' | 'hands' | 'times' | 'elsewhere'>,
): Figures => {
  const { answers } = conversation
  const answer = (step: string | undefined): Answer | undefined =>
    step === undefined ? undefined : answers[step]
  const material = pickedOptions(answer(roles.material))
  const demand = pickedOptions(answer(roles.demand))
  const [governorate] = pickedOptions(answer(roles.region))
  const paid = paidOf(roles.paid, answers)
  const demanded = moneyOf(answer(roles.sums?.demanded))
  // An answer that was put right to "no" leaves no sum behind.
  const paidSum = paid === 'yes' || paid === 'again' ? moneyOf(answer(roles.sums?.paid)) : undefined
  return {
    ...times,
    ...(material.length === 0 ? {} : { material }),
    ...(demand.length === 0 ? {} : { demand }),
    ...(governorate === undefined ? {} : { governorate }),
    ...(demanded === undefined ? {} : { demanded }),
    ...(paid === undefined ? {} : { paid }),
    ...(paidSum === undefined ? {} : { paidSum }),
    ...(conversation.submitted ? { submitted: true } : {}),
    ...(hands.status === 'closed' ? { outcome: hands.outcome } : {}),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  }
}
