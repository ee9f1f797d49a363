import { makeAutomaton } from './automaton.ts'
import type { OnMatch, Sequence, Step } from './automaton.ts'
import type { CrisisRule, CrisisRules } from './data.ts'
import { expandShape, parseSequence } from './forms.ts'
import { PAST_WORDS } from './past.ts'
import type { Reading } from './reading.ts'
import { skeletonOfLatin } from './skeleton.ts'
import { makeVicinities } from './vicinity.ts'
import type { Vicinity } from './vicinity.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Unknown words that a space in a shape lets pass: one in what people say, none in an idiom, which
 * must not hide more than itself.
 */
const SPACE = 1
const IDIOM_SPACE = 0
/** Words between the first and the last of things that belong together, where a rule says nothing else. */
const WITHIN = 8
/** Consonants that a phrase in Latin letters needs to be known by them (bots/amin/README.md, Danger). */
const TELLING_PHRASE = 5
const HIDDEN: readonly number[] = []

export type Matcher = {
  /** Hides the words of idioms from the rules, and marks the phrases that guards look for. */
  readonly mask: (reading: Reading) => void
  /** Tells each place where a rule, by its index in the data, is met. */
  readonly run: (reading: Reading, found: (rule: number, from: number, to: number) => void) => void
}

export const makeMatcher = (rules: CrisisRules, vocabulary: Vocabulary, count?: () => void): Matcher => {
  const steps = (shape: string, space: number, rule?: CrisisRule): readonly Step[] => {
    const elements = parseSequence(shape, space)
    const consonants = elements.map((element) =>
      'literal' in element ? skeletonOfLatin(element.literal).length : 0,
    )
    const arabizi = rule?.arabizi === true && consonants.reduce((sum, one) => sum + one, 0) >= TELLING_PHRASE
    return elements.map((element) => ({
      label: vocabulary.labelOfElement(element, arabizi),
      gap: element.gap,
    }))
  }

  const idioms = makeAutomaton(
    rules.idioms.flatMap(expandShape).map((shape) => ({ steps: steps(shape, IDIOM_SPACE), outcome: 0 })),
  )

  /** Facts that guards look for: every word of one bears its label, hidden or not. */
  const guarding = new Set(
    [
      ...rules.rules
        .flatMap(({ unless = [], softIf = [] }) => [...unless, ...softIf])
        .flatMap(({ words }) => words),
      ...Object.values(PAST_WORDS),
    ].filter((name) => rules.facts[name] !== undefined),
  )
  const marks = makeAutomaton(
    [...guarding].flatMap((name) =>
      (rules.facts[name] ?? [])
        .flatMap(expandShape)
        .map((shape) => ({ steps: steps(shape, IDIOM_SPACE), outcome: vocabulary.labelOf(name) })),
    ),
  )

  const sequences: Sequence[] = []
  const vicinities: Vicinity[] = []
  /** Rules keep their index; a fact is `-1 - label`. */
  const add = (shape: string, outcome: number, rule?: CrisisRule): void => {
    const parts = shape.split('&')
    if (parts.length === 1) sequences.push({ steps: steps(shape, SPACE, rule), outcome })
    else
      vicinities.push({
        parts: parts.map((part) => steps(part, SPACE, rule)[0]?.label ?? 0),
        within: rule?.within ?? WITHIN,
        outcome,
      })
  }
  for (const [name, shapes] of Object.entries(rules.facts)) {
    const outcome = -1 - vocabulary.labelOf(name)
    for (const shape of shapes.flatMap(expandShape)) add(shape, outcome)
  }
  rules.rules.forEach((rule, index) => {
    for (const shape of rule.shapes.flatMap(expandShape)) add(shape, index, rule)
  })
  const startSequences = makeAutomaton(sequences)
  const startVicinities = makeVicinities(vicinities)

  return {
    mask: (reading) => {
      const hidden: (readonly [from: number, to: number])[] = []
      const marked: (readonly [label: number, from: number, to: number])[] = []
      const advance = idioms(reading, (_, from, to) => hidden.push([from, to]), count)
      const mark = marks(reading, (label, from, to) => marked.push([label, from, to]), count)
      reading.labels.forEach((labels, at) => {
        for (const label of labels) {
          advance(label, at, at)
          mark(label, at, at)
        }
      })
      // An idiom is a few words long, so hiding costs a few steps for each that was found.
      for (const [from, to] of hidden) for (let at = from; at <= to; at += 1) reading.labels[at] = HIDDEN
      for (const [label, from, to] of marked)
        for (let at = from; at <= to; at += 1) {
          const known = reading.labels[at] ?? HIDDEN
          if (!known.includes(label)) reading.labels[at] = [...known, label]
        }
    },
    run: (reading, found) => {
      // Facts that end with the word at hand and are still to be told to what uses them: label and
      // first word by turns.
      const queue: number[] = []
      const take: OnMatch = (outcome, from, to) => {
        if (outcome >= 0) return found(outcome, from, to)
        for (const label of vocabulary.above(-1 - outcome)) {
          let known = false
          for (let at = 0; at < queue.length; at += 2) known ||= queue[at] === label
          if (!known) queue.push(label, from)
        }
      }
      const advance = startSequences(reading, take, count)
      const meet = startVicinities(reading, take, count)
      for (let at = 0; at < reading.labels.length; at += 1) {
        for (const label of reading.labels[at] ?? HIDDEN) {
          advance(label, at, at)
          meet(label, at, at)
        }
        for (let next = 0; next < queue.length; next += 2) {
          advance(queue[next] ?? 0, queue[next + 1] ?? 0, at)
          meet(queue[next] ?? 0, queue[next + 1] ?? 0, at)
        }
        queue.length = 0
      }
    },
  }
}
