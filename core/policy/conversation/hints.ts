import type { Doubt, Flow, Option } from '../../model/flow.ts'
import { fold } from '../../text/fold.ts'
import { findAmounts } from './amount.ts'
import { optionsOf } from './steps.ts'

/** Longest text that is searched for hints, in UTF-16 units. */
const WINDOW = 8000

/** What a hint points to: an option of a step, or a lesson. `doubt`: the phrase speaks only against the reader of facts. */
type Target = {
  readonly step: string
  readonly option: string
  readonly isAgainst?: true
  /** What it covers is no hint. */
  readonly isOther?: true
  readonly doubt?: { readonly unless: readonly string[] }
}
type Phrase = { readonly words: readonly string[]; readonly target: Target }

/** In a phrase: so many words may stand there. */
const GAP = '..'
const MOST_BETWEEN = 3

/**
 * Conjunctions, prepositions and the article, which Arabic writes in one with the word, and the
 * letters that must be left; the longer first.
 */
const HEADS = [
  ['وال', 3],
  ['بال', 3],
  ['فال', 3],
  ['لل', 3],
  ['ال', 3],
  ['و', 2],
  ['ف', 2],
  ['ب', 3],
  ['ل', 3],
  ['ه', 3],
  ['ع', 3],
  ['ش', 3],
] as const

/**
 * "my", "his", "the", the plural: what Sorani and Arabic write at the end of the word, folded; the
 * longer first.
 */
const TAILS = [
  'كانمي',
  'كانم',
  'كاني',
  'كان',
  'كهمي',
  'كهم',
  'كهي',
  'كه',
  'مي',
  'هم',
  'ها',
  'ي',
  'م',
  'ه',
] as const
const STEM = 3

const HEADS_BY_LETTER = Map.groupBy(HEADS, ([head]) => head.charAt(0))
const TAILS_BY_LETTER = Map.groupBy(TAILS, (tail) => tail.slice(-1))

const addWithoutTail = (word: string, into: string[]): void => {
  for (const tail of TAILS_BY_LETTER.get(word.charAt(word.length - 1)) ?? [])
    if (word.length - tail.length >= STEM && word.endsWith(tail)) into.push(word.slice(0, -tail.length))
}

/** A word and what is left of it without what is attached; most have nothing attached. */
const forms = (word: string): readonly string[] => {
  const made = [word]
  addWithoutTail(word, made)
  for (const [head, left] of HEADS_BY_LETTER.get(word.charAt(0)) ?? []) {
    if (word.length - head.length < left || !word.startsWith(head)) continue
    const bare = word.slice(head.length)
    made.push(bare)
    addWithoutTail(bare, made)
  }
  return made
}

/**
 * Every hint of a flow by its first word; folding them costs more than a turn, so it is done once
 * for each flow.
 */
type Compiled = {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Of whole texts: where the reader is believed only beside some words. */
  readonly doubts: readonly (Pick<Target, 'step' | 'option'> & { readonly unless: readonly string[] })[]
  readonly stems: readonly string[]
}
const compiled = new WeakMap<Flow, Compiled>()

const compile = (flow: Flow): Compiled => {
  const known = compiled.get(flow)
  if (known !== undefined) return known
  const byFirst = new Map<string, Phrase[]>()
  const doubts: Compiled['doubts'][number][] = []
  const add = (hint: string, target: Target): void => {
    const words = hint.split(' ').flatMap((word) => (word === GAP ? [GAP] : fold(word).split(' ')))
    const [first = ''] = words
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, target }])
  }
  const addDoubt = ({ beside, unless = [] }: Doubt, target: Pick<Target, 'step' | 'option'>): void => {
    const doubt = { unless: unless.map(fold) }
    if (beside === undefined) doubts.push({ ...target, ...doubt })
    for (const phrase of beside ?? []) add(phrase, { ...target, doubt })
  }
  for (const step of flow.steps)
    for (const option of optionsOf(step)) {
      const target = { step: step.id, option: option.id }
      for (const hint of option.hints ?? []) add(hint, target)
      for (const phrase of option.notBeside ?? []) add(phrase, { ...target, isAgainst: true })
      for (const phrase of option.notAs ?? []) add(phrase, { ...target, isOther: true })
      for (const doubt of option.doubted ?? []) addDoubt(doubt, target)
    }
  const fresh = { byFirst, doubts, stems: (flow.story.stems ?? []).map(fold) }
  compiled.set(flow, fresh)
  return fresh
}

/** Options of which a sum of money in a text tells, as it is wanted or was given. */
export const sumsIn = (
  flow: Flow,
  text: string,
  tells: NonNullable<Option['sum']>,
): readonly Pick<Target, 'step' | 'option'>[] => {
  const home = flow.steps.find((step) => step.kind === 'amount')?.currency
  const sums = flow.steps.flatMap((step) =>
    optionsOf(step).flatMap(({ id, sum }) => (sum === tells ? [{ step: step.id, option: id }] : [])),
  )
  if (home === undefined || sums.length === 0) return []
  const isTold = findAmounts(text, home).some(
    ({ about, guessed }) => about === tells && (tells === 'paid' || guessed === undefined),
  )
  return isTold ? sums : []
}

/** Where a phrase stands, in words; `end` is behind it. */
type Place = { readonly target: Target; readonly at: number; readonly end: number }

type Found = {
  readonly found: Map<string, string[]>
  readonly refused: readonly Target[]
  readonly doubted: readonly Pick<Target, 'step' | 'option'>[]
}

const search = (flow: Flow, text: string): Found => {
  const { byFirst, doubts, stems } = compile(flow)
  const found = new Map<string, string[]>()
  const refused: Target[] = []
  const folded = fold(text.slice(0, WINDOW))
  const words = folded.split(' ')
  const all = words.map(forms)
  const isBelieved = (unless: readonly string[]): boolean => unless.some((part) => folded.includes(part))
  const doubted: Pick<Target, 'step' | 'option'>[] = doubts.filter(({ unless }) => !isBelieved(unless))
  /** Where a phrase that begins at a place ends; nothing where it does not stand there. */
  const endOf = (phrase: readonly string[], at: number): number | undefined => {
    const [word, ...more] = phrase
    if (word === undefined) return at
    if (word !== GAP) return all[at]?.includes(word) === true ? endOf(more, at + 1) : undefined
    for (let to = at; to <= Math.min(at + MOST_BETWEEN, words.length); to += 1) {
      const end = endOf(more, to)
      if (end !== undefined) return end
      if (stems.some((stem) => words[to]?.includes(stem))) return undefined
    }
    return undefined
  }
  const hints: Place[] = []
  const others: Place[] = []
  all.forEach((here, at) => {
    for (const form of here)
      for (const { words: phrase, target } of byFirst.get(form) ?? []) {
        const end = endOf(phrase, at)
        if (end === undefined) continue
        if (target.isAgainst === true) refused.push(target)
        else if (target.isOther === true) others.push({ target, at, end })
        else if (target.doubt === undefined) hints.push({ target, at, end })
        else if (!isBelieved(target.doubt.unless)) doubted.push(target)
      }
  })
  const isCovered = ({ target, at, end }: Place): boolean =>
    others.some(
      (one) =>
        one.target.step === target.step &&
        one.target.option === target.option &&
        one.at <= at &&
        end <= one.end,
    )
  for (const hint of hints) {
    const { step, option } = hint.target
    const options = found.get(step) ?? []
    if (!options.includes(option) && !isCovered(hint)) found.set(step, [...options, option])
  }
  // Only they are named: the reader finds no other.
  for (const { target } of others)
    if (found.get(target.step)?.includes(target.option) !== true) doubted.push(target)
  for (const { step, option } of sumsIn(flow, text, 'asked')) {
    const options = found.get(step) ?? []
    if (!options.includes(option)) found.set(step, [...options, option])
  }
  return { found, refused, doubted }
}

/**
 * The options of each step whose hints stand in a text as whole words, Arabic ones with or without
 * what is attached to them.
 */
export const hintsIn = (flow: Flow, text: string): ReadonlyMap<string, readonly string[]> => {
  const { found, refused } = search(flow, text)
  for (const { step, option } of refused) {
    const left = found.get(step)?.filter((one) => one !== option) ?? []
    if (left.length > 0) found.set(step, left)
    else found.delete(step)
  }
  return found
}

/** The steps of which a text holds a phrase that speaks against an option. */
export const refusedIn = (flow: Flow, text: string): readonly string[] =>
  search(flow, text).refused.map(({ step }) => step)

/** Options that words refuse to the reader of facts: it finds what nobody said. */
export const refusedOptions = (flow: Flow, text: string): readonly Pick<Target, 'step' | 'option'>[] => {
  const { refused, doubted } = search(flow, text)
  return [...refused, ...doubted]
}
