import { readAges, yearOf } from '../../text/danger/ages.ts'
import type { Instant } from '../../base/units.ts'
import type { Flow, Option } from '../../model/flow.ts'

/**
 * Only the beginning of a text is searched: people say their age early, and a long paste is
 * somebody else's.
 */
const WINDOW = 1500

/**
 * The age a person gives for themselves, in whatever words and wherever in a sentence: "عمري 17",
 * "اني 22", "تەمەنم شازدەیە", "I'm seventeen and". Nothing where they name none: an age of somebody
 * else is none of theirs. Of two the lower counts, as the rules of danger have it.
 */
export const readAge = (text: string, now?: Instant): number | undefined => {
  const year = now === undefined ? undefined : yearOf(now)
  const ages = readAges(text.slice(0, WINDOW), year).ages.flatMap(({ age, about }) =>
    about === 'self' ? [age] : [],
  )
  return ages.length === 0 ? undefined : Math.min(...ages)
}

/** Of full age is who has so many years. */
export const ADULT = 18

/**
 * The answer of an age that who writes gives for themselves. Where they tell for somebody else, an
 * adult's own age says nothing of that person (law 10); nothing then.
 */
export const optionOfAge = (
  flow: Flow,
  options: readonly Option[],
  { age, isForOther }: { readonly age: number | undefined; readonly isForOther: boolean },
): Option | undefined => {
  const option =
    age === undefined
      ? undefined
      : options.find(({ range }) => range !== undefined && age >= range[0] && age <= range[1])
  return isForOther && option !== undefined && flow.adult.options.includes(option.id) ? undefined : option
}

/** The answer of somebody else's age. */
export const optionOfOthersAge = (
  { adult }: Flow,
  options: readonly Option[],
  age: number,
): Option | undefined =>
  options.find(({ id, range }) =>
    age < ADULT ? id === adult.other : range === undefined && adult.options.includes(id),
  )

/**
 * Whether a bare number may be the age of a child as well as the place of an answer that tells no age: nobody can say
 * which, so it is asked. An answer for another child is one for a child either way.
 */
export const mayBePlaceOrAge = (flow: Flow, options: readonly Option[], number: number): boolean => {
  const place = options[number - 1]
  return (
    place !== undefined &&
    place.range === undefined &&
    place.id !== flow.adult.other &&
    options.some(
      ({ range }) => range !== undefined && range[1] < ADULT && number >= range[0] && number <= range[1],
    )
  )
}

/** Whether words give the age of somebody else ("she is 22"), or of who writes. */
export const whoseAge = (text: string, now: Instant): 'self' | 'other' | undefined => {
  const { ages } = readAges(text.slice(0, WINDOW), yearOf(now))
  return ages.find(({ about }) => about === 'self')?.about ?? ages[0]?.about
}

/** Whose words an age stands in, where it is another's: "he thinks I am 15", "كال لي عمري 16", "گوتی من ١٦ ساڵم". */
const REPORTED = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:${[
    '(?:he|she|they|who|someone|somebody|everyone)\\s+(?:just\\s+|always\\s+|still\\s+)?(?:says?|said|thinks?|thought|believes?|believed|claims?|claimed|told|tells|wrote|writes)',
    '[وف]?(?:كال|قال|كالت|قالت|كالوا|قالوا|يكول|يقول|تكول|تقول|يكولون|يقولون|كالي|قالي|كالتلي|قالتلي|كتبلي|يظن|يعتقد|يتصور|يحسب|يفكر)',
    'گوتی|وتی|گوتیان|وتیان|دەڵێت|دەڵێ|دەڵێن|ئەڵێ|ئەڵێت|پێی وایە|وادەزانێت|وادەزانێ',
    'gal|kal|galli|galat|ygool|yigool|goti|wti|dalet',
  ].join('|')})(?:[^\\p{L}\\p{N}.,،;؛!?؟]+(?!and |but |because |so )\\p{L}+){0,3}[^\\p{L}\\p{N}.,،;؛!?؟]*$`,
  'iu',
)

/** So many letters before an age are looked at for who says it. */
const WHO_SAYS = 60

/**
 * An age under 18 that a text surely gives for who writes, and that is not only reported of what others say or
 * think. An adult's age beside it says that this one is not of now.
 */
export const readOwnMinorAge = (text: string, now?: Instant): number | undefined => {
  const head = text.slice(0, WINDOW)
  const { ages } = readAges(head, now === undefined ? undefined : yearOf(now))
  const own = ages.filter(({ about }) => about === 'self')
  if (own.some(({ age }) => age >= ADULT)) return undefined
  const told = own.filter(({ start }) => !REPORTED.test(head.slice(Math.max(0, start - WHO_SAYS), start)))
  return told.length === 0 ? undefined : Math.min(...told.map(({ age }) => age))
}
