import type { CaseState } from '../model/state.ts'
import type { Answer } from '../model/answer.ts'
import { pickedOptions } from './conversation/condition.ts'
import type { Outcome } from '../model/team-events.ts'
import type { Times } from '../model/times.ts'

/** Money as it was told, in hundredths so that it stays a whole number; a coin's smaller parts are rounded off. */
export type Money = { readonly hundredths: number; readonly currency: string }

/**
 * What a case counts as, sealed in its row. Options of questions and whole numbers only: nothing that a person worded. What was not told is
 * absent, so that it is never counted as a no.
 */
export type Figures = Times & {
  /** Options of `material`: what the other side says it holds. */
  readonly material?: readonly string[]
  /** Options of `demand`. */
  readonly demand?: readonly string[]
  readonly governorate?: string
  readonly demanded?: Money
  readonly paid?: 'yes' | 'again' | 'no'
  /** How much, where that was told too. */
  readonly paidSum?: Money
  readonly submitted?: true
  readonly outcome?: Outcome
}

const PAID: ReadonlySet<string> = new Set(['yes', 'again', 'no'])

const isPaid = (option: string | undefined): option is NonNullable<Figures['paid']> =>
  option !== undefined && PAID.has(option)

const moneyOf = (answer: Answer | undefined): Money | undefined =>
  answer?.kind === 'amount'
    ? { hundredths: Math.round(answer.amount * 100), currency: answer.currency }
    : undefined

export const figuresOf = ({
  conversation,
  hands,
  times,
}: Pick<CaseState, 'conversation' | 'hands' | 'times'>): Figures => {
  const { answers } = conversation
  const material = pickedOptions(answers['material'])
  const demand = pickedOptions(answers['demand'])
  const [governorate] = pickedOptions(answers['governorate'])
  const [paid] = pickedOptions(answers['paid'])
  const demanded = moneyOf(answers['amount'])
  // An answer that was put right to "no" leaves no sum behind.
  const paidSum = paid === 'yes' || paid === 'again' ? moneyOf(answers['paid-amount']) : undefined
  return {
    ...times,
    ...(material.length === 0 ? {} : { material }),
    ...(demand.length === 0 ? {} : { demand }),
    ...(governorate === undefined ? {} : { governorate }),
    ...(demanded === undefined ? {} : { demanded }),
    ...(isPaid(paid) ? { paid } : {}),
    ...(paidSum === undefined ? {} : { paidSum }),
    ...(conversation.submitted ? { submitted: true } : {}),
    ...(hands.status === 'closed' ? { outcome: hands.outcome } : {}),
  }
}
