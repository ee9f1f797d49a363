import type { Flow } from '../../model/flow.ts'
import { fold } from '../../text/fold.ts'
import { optionsOf } from './steps.ts'

/** Longest text that is searched for hints, in UTF-16 units. */
const WINDOW = 8000

/** What a hint points to: an option of a step, or a lesson. */
type Target = { readonly step: string; readonly option: string; readonly isAgainst?: true }
type Phrase = { readonly words: readonly string[]; readonly target: Target }

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
const compiled = new WeakMap<Flow, ReadonlyMap<string, readonly Phrase[]>>()

const compile = (flow: Flow): ReadonlyMap<string, readonly Phrase[]> => {
  const known = compiled.get(flow)
  if (known !== undefined) return known
  const byFirst = new Map<string, Phrase[]>()
  const add = (hint: string, target: Target): void => {
    const words = fold(hint).split(' ')
    const [first = ''] = words
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, target }])
  }
  for (const step of flow.steps)
    for (const option of optionsOf(step)) {
      const target = { step: step.id, option: option.id }
      for (const hint of option.hints ?? []) add(hint, target)
      for (const phrase of option.notBeside ?? []) add(phrase, { ...target, isAgainst: true })
    }
  compiled.set(flow, byFirst)
  return byFirst
}

type Found = { readonly found: Map<string, string[]>; readonly refused: readonly Target[] }

const search = (flow: Flow, text: string): Found => {
  const byFirst = compile(flow)
  const found = new Map<string, string[]>()
  const refused: Target[] = []
  const words = fold(text.slice(0, WINDOW)).split(' ')
  const all = words.map(forms)
  const isAt = (phrase: Phrase, at: number): boolean =>
    phrase.words.every((word, i) => all[at + i]?.includes(word) ?? false)
  all.forEach((here, at) => {
    for (const form of here)
      for (const phrase of byFirst.get(form) ?? []) {
        const { step, option, isAgainst } = phrase.target
        const options = found.get(step) ?? []
        if ((isAgainst !== true && options.includes(option)) || !isAt(phrase, at)) continue
        if (isAgainst === true) refused.push(phrase.target)
        else found.set(step, [...options, option])
      }
  })
  return { found, refused }
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

/** Options that words refuse, whoever else finds them in the same words. */
export const refusedOptions = (flow: Flow, text: string): readonly Pick<Target, 'step' | 'option'>[] =>
  search(flow, text).refused
