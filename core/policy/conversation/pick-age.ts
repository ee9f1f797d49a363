import type { Untrusted } from '../../base/untrusted.ts'
import { ADULT, mayBePlaceOrAge, optionOfAge, optionOfOthersAge, readAge, whoseAge } from './age.ts'
import type { Flow, Option, Step } from '../../model/flow.ts'
import { fold, latinDigits } from '../../text/fold.ts'
import { readNumber, spellThree } from '../../text/number-words.ts'
import { wholeYears } from '../../text/danger/halves.ts'
import { isNotYet, mayBeToCome } from '../../text/danger/not-yet.ts'
import type { Pick as Picked } from './pick.ts'
import { minorOption } from './minor.ts'
import { optionsOf } from './steps.ts'
import { LONGEST_COMMAND } from './words.ts'
import type { Instant } from '../../base/units.ts'
import type { Turn } from './turn.ts'
import { isForOther, kinTold, mayBeOfOther, minorsMeant } from './whom.ts'

/** What may be an age where one is asked for. */
const YOUNGEST = 6
const OLDEST = 99

/** "I am fifteen" where ages are asked for. */
export const pickAge = (
  flow: Flow,
  step: Step,
  text: Untrusted,
  { now, isForOther }: { readonly now: Instant; readonly isForOther: boolean },
): Picked | undefined => {
  const options = optionsOf(step)
  const age = options.some((option) => option.range !== undefined) ? readAge(text, now) : undefined
  const option = optionOfAge(flow, options, { age, isForOther })
  return option === undefined ? undefined : { options: [option.id] }
}

/**
 * Who tells for somebody else gives a bare number as that person's age, or as a place in the list:
 * never as their own.
 */
export const askedOf = <S extends Step & { readonly options: readonly Option[] }>(
  turn: Turn,
  step: S,
  text: string,
): S =>
  step.id === turn.flow.adult.step && mayBeOfOther(turn, text)
    ? { ...step, options: step.options.map((option) => ({ ...option, range: undefined })) }
    : step

/** "My daughter is twelve" where it is asked whom this is about: the rules know it for a child's age. */
export const pickMinor = (turn: Turn, step: Step, text: string): Picked | undefined => {
  if (step.id !== turn.flow.adult.step) return undefined
  const hits = minorsMeant(turn, turn.context.hits ?? [], text)
  const option = minorOption(turn.flow, step, hits)
  return option === undefined ? undefined : { options: [option.id] }
}

/** What may stand around a number that is an age. */
const AROUND_AGE = new Set(
  'سنه سنة سنين عام عمري عمره عمرها العمر اني انا ساڵ ساڵە ساڵم ساڵان تەمەنم تەمەن من ئەز years year old yrs yo im i am my age is sana'
    .split(' ')
    .map(fold),
)

/** "Fifteen", «سبعطعش», «پازدە»: a message that is nothing but a number in words. */
const spelledAge = (text: string): number | undefined => {
  // Three and thirty in Sorani are one once they are folded.
  if (spellThree(text) !== text) return undefined
  const words = fold(text)
    .split(' ')
    .filter((word) => !AROUND_AGE.has(word))
  const number = words.some((word) => /\d/.test(word)) ? undefined : readNumber(words, 0)
  return number?.used === words.length ? number.value : undefined
}

/**
 * The one number that may be an age in a short answer to the question for it, where no rule heard a
 * child's: "27, but what for?".
 */
export const pickNumber = (turn: Turn, step: Step, written: Untrusted): Picked | undefined => {
  const options = step.id === turn.flow.adult.step ? optionsOf(step) : []
  const text = wholeYears(written)
  const spelled = text.length > LONGEST_COMMAND ? undefined : spelledAge(text)
  const [age, ...more] =
    text.length > LONGEST_COMMAND
      ? []
      : spelled !== undefined
        ? [spelled]
        : [...latinDigits(text).matchAll(/\d+/g)].map(({ 0: digits, index }) =>
            isNotYet(text, index, index + digits.length) ? Number(digits) - 1 : Number(digits),
          )
  if (age === undefined || more.length > 0 || age < YOUNGEST || age > OLDEST) return undefined
  const isForOne = isForOther(turn.flow, turn.state)
  const said = whoseAge(text, turn.context.now)
  const whose = said ?? (isForOne ? 'other' : 'self')
  const { told, young } = kinTold(turn, text)
  // A father of 45 who is asked whom this is about may give his own; of a child it is asked again.
  if (age >= ADULT && said === undefined && (young || (told !== undefined && !isForOne))) return undefined
  const option =
    whose === 'other'
      ? optionOfOthersAge(turn.flow, options, age)
      : optionOfAge(turn.flow, options, { age, isForOther: isForOne })
  return option === undefined ? undefined : { options: [option.id] }
}

/** "7" where the age is asked: a child's, or the seventh answer. */
export const isDoubtedNumber = (flow: Flow, step: Step, text: string): boolean => {
  const digits = latinDigits(text).trim()
  return (
    step.id === flow.adult.step &&
    /^\d{1,2}$/.test(digits) &&
    mayBePlaceOrAge(flow, optionsOf(step), Number(digits))
  )
}

/** Who may mean an age of adults that is only coming is so old at most. */
const OLDEST_TO_COME = 21

/**
 * An age of adults beside words of a time to come or of what is not, in no way that is known: "18
 * minus a month", «داخل على ال18». It may be a child's, so it is asked again (law 10).
 */
export const isDoubtedAdult = (turn: Turn, step: Step, text: string): boolean => {
  if (step.id !== turn.flow.adult.step || text.length > LONGEST_COMMAND || !mayBeToCome(text)) return false
  if (readAge(text, turn.context.now) !== undefined) return false
  const found = [...latinDigits(text).matchAll(/\d+/g)]
  const isNear = (age: number): boolean => age >= ADULT && age <= OLDEST_TO_COME
  return (
    found.some(({ 0: digits }) => isNear(Number(digits))) &&
    !found.some(({ 0: digits, index }) => isNotYet(text, index, index + digits.length))
  )
}
