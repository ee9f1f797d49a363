import type { Flow, Option, Step } from '../../model/flow.ts'
import { fold, latinDigits } from '../../text/fold.ts'
import { hintsIn } from './hints.ts'
import { beginsWithAny, isAll, isBareNo, isNo, isYesOrNo, optionNamed } from './words.ts'

/**
 * What a message picks of a list. `rest`: what stands after the picked option, as it was written. It shows
 * whether more is told; what is kept of a message is kept whole, never cut.
 */
export type Pick = { readonly options: readonly string[]; readonly rest?: string }

const byNumber = (options: readonly Option[], number: number): string | undefined =>
  options[number - 1]?.id ??
  options.find(
    (option) => option.range !== undefined && number >= option.range[0] && number <= option.range[1],
  )?.id

/** Numbers of a message that is nothing but numbers: "1", "١،٣", "1 and 3" without words is enough. */
const numbersOf = (text: string): readonly number[] | undefined =>
  /^[\s.,;،؛+&/()-]*\d{1,3}(?:[\s.,;،؛+&/()و-]+\d{1,3})*[\s.,;،؛)]*$/.test(text)
    ? [...text.matchAll(/\d+/g)].map(Number)
    : undefined

/** "The first and the third", in words, and "number 7". */
const PLACES = new Map(
  [
    'first 1st اول الاول الاولى اولا یەکەم یەکەمیان ئێکێ',
    'second 2nd ثاني الثاني الثانية دووەم دووەمیان دووێ',
    'third 3rd ثالث الثالث الثالثة سێیەم سێهەم سێیەمیان سێیێ',
    'fourth 4th رابع الرابع الرابعة چوارەم چارێ',
    'fifth 5th خامس الخامس الخامسة پێنجەم پێنجێ',
    'sixth 6th سادس السادس السادسة شەشەم شەشێ',
    'seventh 7th سابع السابع السابعة حەوتەم حەفتێ',
  ].flatMap((words, at) => words.split(' ').map((word) => [fold(word), at + 1] as const)),
)
const BESIDE_PLACE = new Set(
  'and the number num nr option answer رقم الرقم خيار الخيار جواب و ژمارە وەڵامی یا'.split(' ').map(fold),
)

/** Places of a list that a whole (folded) message names. */
const placesOf = (folded: string): readonly number[] | undefined => {
  const words = folded.split(' ').filter((word) => !BESIDE_PLACE.has(word))
  const places = words.map((word) => {
    const bare = word.startsWith('و') ? word.slice(1) : word
    return PLACES.get(word) ?? PLACES.get(bare) ?? (/^\d{1,2}$/.test(bare) ? Number(bare) : undefined)
  })
  const all = places.filter((place) => place !== undefined)
  return words.length > 0 && all.length === places.length ? all : undefined
}

const unique = (options: readonly string[]): readonly string[] => [...new Set(options)]

/** Whether the list holds all of them; a number that is none of its makes the message no pick at all. */
const all = (options: readonly (string | undefined)[]): readonly string[] | undefined =>
  options.every((option) => option !== undefined) ? unique(options) : undefined

/** A longer message does not list options: the labels of a whole list are shorter. */
const LONGEST_LIST = 300

const PARTED = /[,;،؛\n+&/]+|\s+(?:and|و)\s+/
/**
 * Arabic writes "and" in one with the word after it: "صور ومحادثات". Some words begin with that
 * letter, so this is tried last.
 */
const GLUED = /[,;،؛\n+&/]+|\s+(?:and\s+|و\s*)/

/** The options of a list of which every part is one. */
const listed = (
  flow: Flow,
  options: readonly Option[],
  split: readonly string[],
): readonly string[] | undefined => {
  const parts = split.filter((part) => part.trim() !== '')
  if (parts.length < 2 || parts.length > options.length) return undefined
  return all(
    parts.map((part) => {
      const one = fold(part)
      return /^\d{1,3}$/.test(one) ? byNumber(options, Number(one)) : optionNamed(flow, options, one)
    }),
  )
}

/** Most words of an option at the head of a longer message. */
const HEAD = 5

/**
 * "1 they have my photos ...": an option at the beginning, then words. Never "none of these": a sentence that
 * begins so says something else ("no one believes me", "7 days are left").
 */
const pickHead = (flow: Flow, options: readonly Option[], text: string): Pick | undefined => {
  const head = /^\s*(\S+(?:\s+\S+){0,4})/.exec(text.slice(0, 400))?.[1]
  if (head === undefined) return undefined
  const words = head.split(/\s+/)
  for (let count = Math.min(HEAD, words.length); count > 0; count -= 1) {
    const first = words.slice(0, count)
    const folded = fold(first.join(' '))
    const option = /^\d{1,3}$/.test(folded)
      ? byNumber(options, Number(folded))
      : optionNamed(flow, options, folded)
    if (option === undefined) continue
    if (options.some(({ id, alone }) => id === option && alone === true)) return undefined
    const pattern = first.reduce((at, word) => text.indexOf(word, at) + word.length, 0)
    return { options: [option], rest: text.slice(pattern).replace(/^[\s.,;:،؛)-]+/, '') }
  }
  return undefined
}

/** "Yes, but": what follows may take the yes back. */
const CONTRAST = new Set('بس لكن ولكن but bas bs بەڵام بەلام'.split(' ').map(fold))
/** A longer answer is a story that happens to begin so. */
const LONGEST_YES = 120
/** Before the card a sentence of more words tells something: "no he does not want money" puts nothing off. */
const MOST_BESIDE = 2

/** "Yes, I am alone in my room": a plain yes or no at the beginning of an answer in one's own words. */
const pickYes = (
  flow: Flow,
  { id, kind, options, otherwise }: Step & { readonly options: readonly Option[] },
  text: string,
) => {
  const folded = text.length > LONGEST_YES ? '' : fold(text)
  const [first = '', ...more] = folded.split(' ')
  if (more.length === 0 || !isYesOrNo(flow, first) || beginsWithAny(flow, folded)) return undefined
  // Where it is asked whether it is safe only a yes alone is one: "yes, he is watching me".
  if (otherwise !== undefined) return undefined
  if (kind === 'review' && more.length > MOST_BESIDE) return undefined
  const option = optionNamed(flow, options, first)
  if (option !== undefined && isNo(flow, first) && !isBareNo(flow, options, { id: option }, folded))
    return undefined
  // Whoever agrees may say what they do not agree to in the same breath: that is told to people, and
  // consent stands. A no that goes on is no leaving: "no, not now, but he says tonight".
  if (id === flow.consent.step) return option === flow.consent.option ? option : undefined
  return more.some((word) => CONTRAST.has(word)) ? undefined : option
}

/** What a message picks that is nothing but options of a list: one by its words, or several, or numbers. */
export const pickPlainly = (
  flow: Flow,
  options: readonly Option[],
  text: string,
): readonly string[] | undefined => {
  const folded = text.length > LONGEST_LIST ? '' : fold(text)
  if (folded === '') return undefined
  const named = optionNamed(flow, options, folded)
  if (named !== undefined) return [named]
  const none = options.find((option) => option.alone === true && isBareNo(flow, options, option, folded))
  if (none !== undefined) return [none.id]
  // Elsewhere "both" may be two of many: only where a danger is asked about all is better than none.
  const isOfDanger = options.some(
    ({ effects }) => effects?.some(({ do: does }) => does === 'urgent') === true,
  )
  const hasNone = options.some(({ alone }) => alone === true)
  if (isOfDanger && hasNone && isAll(flow, folded))
    return options.flatMap(({ id, alone }) => (alone === true ? [] : [id]))
  const numbers = numbersOf(latinDigits(text).trim()) ?? placesOf(folded)
  const numbered = numbers === undefined ? undefined : all(numbers.map((number) => byNumber(options, number)))
  return numbered ?? listed(flow, options, text.split(PARTED)) ?? listed(flow, options, text.split(GLUED))
}

/** "None of these" stands alone, and neither adds to others nor takes any. */
const withNamed = (
  options: readonly Option[],
  picked: readonly string[],
  named: readonly string[],
): readonly string[] => {
  const isAlone = (id: string): boolean => options.some((one) => one.id === id && one.alone === true)
  return picked.some(isAlone) ? picked : unique([...picked, ...named.filter((id) => !isAlone(id))])
}

/**
 * What of a list a message picks, in any digits and any language: its number, its words, several of
 * both ("1, 3", "money, photos"), or its hints. Words after an option are allowed where the step
 * takes a story. Nothing where it picks nothing.
 */
export const pickOptions = (
  flow: Flow,
  step: Step & { readonly options: readonly Option[] },
  text: string,
): Pick | undefined => {
  const { options } = step
  const plainly = pickPlainly(flow, options, text)
  if (plainly !== undefined) return { options: plainly }
  const head = step.takesStory === true ? pickHead(flow, options, text) : undefined
  // "Money, and she shall send pictures": what else of the list the words name belongs to it.
  const named = head === undefined || step.kind !== 'choices' ? [] : (hintsIn(flow, text).get(step.id) ?? [])
  if (head !== undefined && head.rest !== '')
    return { ...head, options: withNamed(options, head.options, named) }
  // What sends a case is never read out of a question ("do I have to say yes, send it?").
  const isAsking = step.kind === 'review' && /[?؟]/.test(text)
  const hinted =
    !isAsking && options.some((option) => option.hints !== undefined)
      ? hintsIn(flow, text).get(step.id)
      : undefined
  if (hinted !== undefined) return { options: hinted }
  // Whether a danger is meant is never read out of a word that begins a sentence: "no one believes me".
  const yes = step.lane === undefined ? pickYes(flow, step, text) : undefined
  return yes === undefined ? undefined : { options: [yes] }
}
