import type { Condition } from '../../../core/model/condition.ts'

export const is = (step: string, ...options: readonly string[]): Condition => ({ step, is: options })

export const adult = is('age', 'me-18', 'other-adult')
/**
 * Who is under 18 and writes themselves; a relative or a teacher who writes for a child is spoken
 * to as an adult.
 */
export const minor = is('age', 'me-16-17', 'me-13-15', 'me-under-13')
export const otherMinor = is('age', 'other-minor')
export const told: Condition = {
  any: [
    { step: 'story', answered: true },
    { step: 'fast-what', answered: true },
  ],
}
export const paid = is('paid', 'yes', 'again')
/** Somebody else is inside an account of theirs. */
export const taken = is('material', 'account')
/** There are pictures that could be spread. */
export const pictured = is('material', 'private', 'fake')
export const inKurdistan = is('governorate', 'erbil', 'sulaymaniyah', 'duhok', 'halabja')
