import { wordStarts } from './clitics.ts'
import { expandForm } from './forms.ts'
import type { Element } from './forms.ts'
import type { Letters } from './letters.ts'
import type { CrisisRules } from './data.ts'
import { partWord } from './glued.ts'
import { skeletonOfArabic, skeletonOfLatin, skeletonStarts } from './skeleton.ts'
import { spokenForms } from './sorani.ts'
import { foldWord } from './tokens.ts'
import { makeTrie } from './trie.ts'
import type { Rest } from './trie.ts'

/**
 * Classes that numbers belong to by their value: any; an age of a minor; a number of hours or a
 * time on the clock; adulthood.
 */
export const NUMBER_CLASSES = ['number', 'teenage', 'clock', 'eighteen'] as const

/**
 * Consonants that a word needs to be known by them alone; what is spelled out in Latin letters
 * needs fewer.
 */
const TELLING_SKELETON = 4
/**
 * A pronoun may follow a literal word of so many letters, since a shorter one would be found in
 * half the language.
 */
const STEM = 4
/** A word of so many letters is still itself with one missing. */
const TYPABLE = 6

const LATIN = /^[a-z0-9]+$/
const DIGITS = /^\d+$/
const ARABIC = /[\u0621-\u064a]/

/**
 * What the words of a text mean to the rules. Labels are small integers, one for each class, fact,
 * literal word and union of them.
 */
export type Vocabulary = {
  readonly labelOf: (name: string) => number
  readonly labelOfElement: (element: Element, arabizi: boolean) => number
  /** Labels of a folded word. `arabizi` lets a Latin word be known by its consonants alone. */
  readonly read: (word: string, arabizi: boolean) => readonly number[]
  /**
   * What a word says of Arabic in Latin letters: more than 0 for it, less than 0 against it as
   * everyday English does, 0 where it has none.
   */
  readonly arabiziWeight: (word: string) => number
  /** Labels that a label brings with it, itself the first. */
  readonly above: (label: number) => readonly number[]
  /** Pieces of a run of letters that is two or more known words without a gap; nothing where it is none. */
  readonly part: (word: string) => ReadonlyArray<readonly [from: number, to: number]> | undefined
  readonly numberClasses: (value: number) => readonly number[]
  readonly numberOf: (labels: readonly number[]) => number | undefined
  /** Hours of a span of time. */
  readonly hoursOf: (labels: readonly number[]) => number | undefined
}

const mistypings = (word: string): readonly string[] => {
  const out: string[] = []
  for (let at = 1; at < word.length; at += 1) out.push(word.slice(0, at) + word.slice(at + 1))
  return out
}

const marked = (form: string): { readonly bare: string; readonly rest: Rest } => {
  if (form.endsWith('*')) return { bare: form.slice(0, -1), rest: 'anything' }
  return form.endsWith('~') ? { bare: form.slice(0, -1), rest: 'pronoun' } : { bare: form, rest: 'nothing' }
}

export const makeVocabulary = (rules: CrisisRules, letters: Letters, count?: () => void): Vocabulary => {
  const trie = makeTrie(count)
  const skeletons = new Map<string, number[]>()
  const labels = new Map<string, number>()
  const parents: number[][] = []
  const values = new Map<number, number>()
  const hours = new Map<number, number>()

  const intern = (name: string): number => {
    const label = labels.get(name) ?? labels.size
    labels.set(name, label)
    parents[label] ??= []
    return label
  }
  const addSkeleton = (skeleton: string, label: number): void => {
    const known = skeletons.get(skeleton)
    if (known === undefined) skeletons.set(skeleton, [label])
    else if (!known.includes(label)) known.push(label)
  }
  const addForms = (forms: readonly string[] | undefined, label: number, least: number): void => {
    for (const form of (forms ?? []).flatMap((line) => line.trim().split(/\s+/)).flatMap(expandForm)) {
      const { bare, rest } = marked(form)
      const word = foldWord(letters, bare)
      if (word === '') continue
      trie.add(word, label, rest)
      if (least === 0) continue
      const skeleton = LATIN.test(word) ? skeletonOfLatin(word) : skeletonOfArabic(word)
      if (skeleton.length >= least) addSkeleton(skeleton, label)
    }
  }

  const english = new Set(
    rules.english
      .trim()
      .split(/\s+/)
      .map((word) => foldWord(letters, word)),
  )
  const numberLabels = NUMBER_CLASSES.map(intern)
  const classesOf = (value: number): readonly number[] =>
    [true, value >= 5 && value <= 17, value > 0 && value <= 24, value === 18].flatMap((fits, index) =>
      fits ? [numberLabels[index] ?? 0] : [],
    )

  for (const [name, forms] of Object.entries(rules.classes)) {
    const label = intern(name)
    addForms(forms.ar, label, TELLING_SKELETON)
    addForms(forms.lat, label, TELLING_SKELETON)
    addForms(
      forms.ckb
        ?.flatMap((line) => line.trim().split(/\s+/))
        .flatMap(expandForm)
        .flatMap(spokenForms),
      label,
      0,
    )
    addForms(forms.en, label, 0)
    for (const part of forms.with ?? []) parents[intern(part)]?.push(label)
  }
  for (const [value, words] of rules.numbers) {
    const label = intern(`number ${value}`)
    values.set(label, value)
    parents[label]?.push(...classesOf(value))
    addForms([words], label, 0)
  }
  for (const [each, words] of rules.spans) {
    const label = intern(`span ${each}`)
    hours.set(label, each)
    parents[label]?.push(intern('span'))
    addForms([words], label, 0)
  }
  for (const name of rules.mistyped) {
    // Not of Sorani: one letter there is the person, so that "kills me" would become "kills".
    const { ar, en } = rules.classes[name] ?? {}
    const forms = [ar, en].flatMap((lines) => lines ?? []).flatMap((line) => line.trim().split(/\s+/))
    for (const form of forms.flatMap(expandForm)) {
      const word = foldWord(letters, marked(form).bare)
      if (word.length >= TYPABLE)
        for (const wrong of mistypings(word))
          if (!trie.knows(wrong) && !english.has(wrong)) trie.add(wrong, intern(name), 'nothing')
    }
  }

  const labelOfLiteral = (literal: string, arabizi: boolean): number => {
    const known = labels.get(`${arabizi ? '~' : '='}${literal}`)
    if (known !== undefined) return known
    const label = intern(`${arabizi ? '~' : '='}${literal}`)
    for (const form of expandForm(literal).flatMap(spokenForms)) {
      const { bare, rest } = marked(form)
      const word = foldWord(letters, bare)
      trie.add(word, label, rest === 'nothing' && ARABIC.test(word) && word.length >= STEM ? 'pronoun' : rest)
      if (arabizi) addSkeleton(skeletonOfLatin(word), label)
    }
    return label
  }

  const above: (readonly number[])[] = []
  const climb = (label: number, seen: number[]): number[] => {
    if (seen.includes(label)) return seen
    seen.push(label)
    for (const parent of parents[label] ?? []) climb(parent, seen)
    return seen
  }
  const withAbove = (label: number): readonly number[] => (above[label] ??= climb(label, []))

  /** Labels of known words, as they were read first. */
  const whole = new Map<string, readonly number[]>()
  /** For each label the last look that met it, so that none is told twice. */
  const marks: number[] = []
  let look = 0
  const together = (found: readonly number[]): readonly number[] => {
    const all: number[] = []
    look += 1
    for (const label of found)
      for (const one of withAbove(label)) {
        if (marks[one] === look) continue
        marks[one] = look
        all.push(one)
      }
    return all
  }

  const readSkeleton = (word: string, found: number[]): void => {
    const skeleton = skeletonOfLatin(word)
    for (const from of skeletonStarts(skeleton)) {
      if (from > 0 && skeleton.length - from < 3) continue
      for (const label of skeletons.get(skeleton.slice(from)) ?? [])
        if (!found.includes(label)) found.push(label)
    }
  }

  return {
    labelOf: intern,
    labelOfElement: (element, arabizi) => {
      if ('literal' in element) return labelOfLiteral(element.literal, arabizi)
      const [only = '', ...others] = element.names
      if (others.length === 0) return intern(only)
      const union = intern(element.names.join('|'))
      for (const name of element.names) {
        const members = parents[intern(name)]
        if (members !== undefined && !members.includes(union)) members.push(union)
      }
      return union
    },
    arabiziWeight: (word) => {
      if (!LATIN.test(word) || DIGITS.test(word)) return 0
      return english.has(word) ? -1 : 1
    },
    read: (word, arabizi) => {
      const before = whole.get(word)
      if (before !== undefined) return before
      const found: number[] = []
      for (const from of wordStarts(word)) trie.read(word, from, found)
      if (arabizi && found.length === 0 && LATIN.test(word) && !english.has(word)) readSkeleton(word, found)
      const [only, other] = found
      if (only === undefined) return found
      const all = other === undefined ? withAbove(only) : together(found)
      // Words that the rules name themselves, so that no word of anybody's own is kept.
      if (trie.knows(word)) whole.set(word, all)
      return all
    },
    above: withAbove,
    part: (word) => (english.has(word) ? undefined : partWord(trie.ends, word)),
    numberClasses: (value) => classesOf(value).flatMap(withAbove),
    numberOf: (found) => values.get(found.find((label) => values.has(label)) ?? -1),
    hoursOf: (found) => hours.get(found.find((label) => hours.has(label)) ?? -1),
  }
}
