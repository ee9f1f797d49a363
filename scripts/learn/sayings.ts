import { createHash } from 'node:crypto'
import type { KindData } from '../../core/text/sayings/chances.ts'
import { makeSayingReader, type SayingReader } from '../../core/text/sayings/reader.ts'
import { packKinds, unpackKinds } from '../../core/text/sayings/packed.ts'
import { wordsOf } from '../../core/text/danger/signs.ts'
import { answerOfKind } from '../../bots/amin/sayings.ts'
import { makeDice } from './chance.ts'
import { trainingMessages } from './corpus.ts'
import { misspell, type Example } from './examples.ts'
import { trainingSayings, type Saying } from './said.ts'
import { fit, knownSigns } from './train.ts'

/**
 * What is learnt of: the labelled sayings, and of the messages those that answer a question, as
 * answers. Most of what is written in a conversation is one, and the authors of sayings wrote few.
 */
export const sayingsToLearn = (): readonly Saying[] => [
  ...trainingSayings(),
  ...trainingMessages().flatMap(({ asked, text, form, author }) =>
    asked === undefined ? [] : [{ kind: 'answer', lang: form, form, text, author: `voice-${author}` }],
  ),
]

export const sayingsHash = (): string =>
  createHash('sha256').update(JSON.stringify(sayingsToLearn())).digest('hex')

/** So many are learnt misspelt as well, or with a greeting before them. */
const MISSPELT = 0.5
const GREETED = 0.25
const SEED = 5
const PACE = { rounds: 10, rate: 0.5, dropout: 0 }

const examplesOf = (sayings: readonly Saying[], kinds: readonly string[]): readonly Example[] => {
  const roll = makeDice(SEED)
  const greetings = sayings.filter(({ kind }) => kind === 'greeting').map(({ text }) => wordsOf(text).words)
  return sayings.flatMap(({ kind, text }) => {
    const { words } = wordsOf(text)
    const means = kinds.map((one) => (one === kind ? 1 : 0))
    const examples: Example[] = words.length === 0 ? [] : [{ words, means, weight: 1 }]
    if (words.length > 0 && roll() < MISSPELT)
      examples.push({ words: misspell(words, roll), means, weight: 0.5 })
    const greeting = greetings[Math.floor(roll() * greetings.length)]
    if (greeting !== undefined && roll() < GREETED)
      examples.push({ words: [...greeting, ...words], means, weight: 0.5 })
    return examples
  })
}

export const learnSayings = (sayings: readonly Saying[]): KindData => {
  const kinds = [...new Set(sayings.map(({ kind }) => kind))].toSorted()
  const { keys, weights, scale, biases } = fit(
    knownSigns(sayings),
    examplesOf(sayings, kinds),
    kinds.length,
    PACE,
  )
  return { kinds, keys, weights, scale, biases }
}

export const openReader = (data: KindData): SayingReader =>
  makeSayingReader(unpackKinds(packKinds(data), data.kinds))

/** How one saying is read: as a whole, by the likeliest piece of it that is answered. */
export type Read = { readonly saying: Saying; readonly kind: string; readonly chance: number }

const NOTHING = { kind: 'story', chance: 0 }

export const readAll = (reader: SayingReader, sayings: readonly Saying[]): readonly Read[] =>
  sayings.map((saying) => {
    const guesses = reader(saying.text).map(({ kind, chance }) => ({ kind, chance }))
    const best = guesses.reduce((most, one) => (one.chance > most.chance ? one : most), NOTHING)
    return { saying, ...best }
  })

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(3)))

/**
 * From this chance on: how many that ask for an answer got one, how many answers were right, and
 * how many of what asks for none got one.
 */
export const figuresOf = (reads: readonly Read[], sure: number) => {
  const asks = reads.filter(({ saying }) => answerOfKind(saying.kind) !== undefined)
  const others = reads.filter(({ saying }) => answerOfKind(saying.kind) === undefined)
  const answered = (read: Read): string | undefined =>
    read.chance >= sure ? answerOfKind(read.kind) : undefined
  const said = asks.filter((read) => answered(read) !== undefined)
  const right = said.filter((read) => answered(read) === answerOfKind(read.saying.kind))
  const stray = others.filter((read) => answered(read) !== undefined)
  return {
    sayings: reads.length,
    answered: share(said.length, asks.length),
    right: share(right.length, said.length),
    rightOfAll: share(right.length, asks.length),
    strayInStories: share(stray.length, others.length),
  }
}

/** What is right of so much, read by what was learnt of the other authors. */
const RIGHT = 0.9
/**
 * Never below it, however right it is: of stories and answers, which ask for nothing, one in eight
 * would get an answer at .35, and of a sealed author's none at this level. An answer to nobody's
 * question sounds like nobody listens.
 */
const LEAST = 0.55
const LEVELS = Array.from({ length: 19 }, (_, at) => (at + 1) / 20).filter((level) => level >= LEAST)
const FOLDS = 5

/**
 * Each saying as it is read by who learnt nothing of its author; where there are few authors,
 * nothing of a fifth of all.
 */
const readByOthers = (sayings: readonly Saying[]): readonly Read[] => {
  const authors = [...new Set(sayings.map(({ author }) => author))]
  const foldOf = (saying: Saying, at: number): number =>
    authors.length >= FOLDS ? authors.indexOf(saying.author) % FOLDS : at % FOLDS
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const reader = openReader(learnSayings(sayings.filter((saying, at) => foldOf(saying, at) !== fold)))
    return readAll(
      reader,
      sayings.filter((saying, at) => foldOf(saying, at) === fold),
    )
  })
}

/**
 * From which chance on a saying is answered: the lowest from which on so many answers are right.
 * With the figures there.
 */
export const chooseLevel = (
  sayings: readonly Saying[],
): { readonly sure: number; readonly figures: ReturnType<typeof figuresOf> } => {
  const reads = readByOthers(sayings)
  const sure = LEVELS.find((level) => figuresOf(reads, level).right >= RIGHT) ?? 1
  return { sure, figures: figuresOf(reads, sure) }
}
