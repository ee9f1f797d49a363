import { createHash } from 'node:crypto'
import { flow } from '../../bots/amin/flow.ts'
import { namedIn } from '../../core/policy/conversation/tell.ts'
import { wordsOf } from '../../core/text/danger/signs.ts'
import { makeFactChances, type FactLevels, type ReadFacts } from '../../core/text/facts/reader.ts'
import type { KindData } from '../../core/text/sayings/chances.ts'
import { makeDice } from './chance.ts'
import { calmSayings } from './corpus.ts'
import { misspell, type Example } from './examples.ts'
import { readAuthors } from './said.ts'
import { fit, knownSigns } from './train.ts'

/** What a text tells of a case, as its author says (test/vectors/facts/README.md). */
export type Told = {
  readonly text: string
  readonly form: string
  readonly facts: readonly string[]
  readonly author: string
}

const FOLDER = new URL('../../test/vectors/facts/', import.meta.url)
/**
 * The option of a question that each label of the authors means. Others are only told apart: an answer that says
 * nothing would close a question (no limit, something else, nothing paid, nothing shown), and who writes need not
 * be the person concerned.
 */
const OPTIONS: Readonly<Record<string, string>> = {
  'has-private': 'material/private',
  'has-fake': 'material/fake',
  'has-chats': 'material/chats',
  'has-account': 'material/account',
  'wants-money': 'demand/money',
  'wants-photos': 'demand/photos',
  'wants-meeting': 'demand/meet',
  'wants-relation': 'demand/relation',
  'wants-password': 'demand/password',
  'paid-yes': 'paid/yes',
  'paid-again': 'paid/again',
  'by-hours': 'deadline/hours',
  'by-today': 'deadline/today',
  'by-later': 'deadline/later',
  published: 'deadline/published',
  'spread-family': 'spread/family',
  'spread-work': 'spread/work',
  'spread-public': 'spread/public',
  'who-stranger': 'relation/stranger',
  'who-ex': 'relation/ex',
  'who-relative': 'relation/relative',
  'who-work': 'relation/work',
  'who-powerful': 'relation/powerful',
}

const readTold = (folder: URL): readonly Told[] =>
  readAuthors(folder).map(({ line, author }) => ({ ...(line as Omit<Told, 'author'>), author }))

export const trainingTold = (): readonly Told[] => readTold(FOLDER)
/** Looked at by figures alone. */
export const sealedTold = (): readonly Told[] => readTold(new URL('sealed/', FOLDER))

/**
 * Every third of what people ask of us and say beside their story: it tells nothing of the case, and without it
 * "will you tell my family?" was pictures that the family has.
 */
const EVERY = 3
const nothingTold = (): readonly Told[] =>
  calmSayings()
    .filter((_, at) => at % EVERY === 0)
    .map(({ text, form, author }) => ({ text, form, author: `said-${author}`, facts: [] }))

/** All that is learnt from. */
export const factsToLearn = (): readonly Told[] => [...trainingTold(), ...nothingTold()]

export const factsHash = (): string =>
  createHash('sha256').update(JSON.stringify(factsToLearn())).digest('hex')

/** Who paid and is asked for more has paid: the graver of the two stands. */
export const optionsTold = ({ facts }: Told): ReadonlySet<string> =>
  new Set(
    facts.flatMap((fact) => {
      const option = OPTIONS[fact]
      return option === undefined || (fact === 'paid-yes' && facts.includes('paid-again')) ? [] : [option]
    }),
  )

type Count = { right: number; wrong: number; missed: number }
const shareOf = (part: number, of: number): number => (of === 0 ? 0 : Number((part / of).toFixed(3)))

/**
 * How much of what texts tell is found, and how much of what is found is so, all together and question by
 * question; `found` gives the options that are found in a text.
 */
export const figuresOf = (
  texts: readonly Told[],
  found: (told: Told) => ReadonlySet<string>,
): readonly object[] => {
  const counts = new Map<string, Count>()
  for (const told of texts) {
    const [said, read] = [optionsTold(told), found(told)]
    for (const option of new Set([...said, ...read])) {
      const [step = ''] = option.split('/')
      for (const part of ['all', step]) {
        const count = counts.get(part) ?? { right: 0, wrong: 0, missed: 0 }
        counts.set(part, count)
        count[read.has(option) ? (said.has(option) ? 'right' : 'wrong') : 'missed'] += 1
      }
    }
  }
  return [...counts].map(([of, { right, wrong, missed }]) => ({
    of,
    told: right + missed,
    found: shareOf(right, right + missed),
    right: shareOf(right, right + wrong),
  }))
}

/** Options that a reader is sure of. */
export const surely =
  (read: ReadFacts) =>
  ({ text }: Told): ReadonlySet<string> =>
    new Set((read(text)?.sure ?? []).map(({ step, option }) => `${step}/${option}`))

/** What is told apart: options, and what is none (a threat to publish, so that it is not taken for the deed). */
const kindsOf = (told: Told): ReadonlySet<string> =>
  new Set([...optionsTold(told), ...told.facts.filter((fact) => OPTIONS[fact] === undefined)])

const MISSPELT = 0.5
const JOINED = 0.5
const SEED = 13
const PACE = { rounds: 14, rate: 0.5, dropout: 0.2 }

const eachByItself = (scores: readonly number[]): readonly number[] =>
  scores.map((score) => 1 / (1 + Math.exp(-score)))

export const learnFacts = (texts: readonly Told[]): KindData => {
  const kinds = [...new Set(texts.flatMap((told) => [...kindsOf(told)]))].toSorted()
  const roll = makeDice(SEED)
  const examples = texts.flatMap((told): readonly Example[] => {
    const { words } = wordsOf(told.text)
    const said = kindsOf(told)
    const means = kinds.map((kind) => (said.has(kind) ? 1 : 0))
    const made: Example[] = [{ words, means, weight: 1 }]
    if (roll() < MISSPELT) made.push({ words: misspell(words, roll), means, weight: 0.5 })
    const other = texts[Math.floor(roll() * texts.length)]
    if (other !== undefined && roll() < JOINED) {
      const too = kindsOf(other)
      made.push({
        words: [...words, ...wordsOf(other.text).words],
        means: kinds.map((kind) => (said.has(kind) || too.has(kind) ? 1 : 0)),
        weight: 0.5,
      })
    }
    return made
  })
  const data = fit(knownSigns(texts), examples, kinds.length, PACE, eachByItself)
  return { kinds, ...data }
}

/** Of what is found so much has to be so: a wrong line of the card has to be seen and taken out by who is afraid. */
const RIGHT = 0.9
/** So much of what is told is likely enough to believe a word that hints at it. */
const LIKELY = 0.7
const FOLDS = 4

type Seen = { readonly chance: number; readonly isSo: boolean }

/** Every chance of every text as it is read by who learnt nothing of its author. */
const readByOthers = (texts: readonly Told[]): readonly Seen[] => {
  const authors = [...new Set(texts.map(({ author }) => author))]
  const foldOf = ({ author }: Told): number => authors.indexOf(author) % FOLDS
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const read = makeFactChances(learnFacts(texts.filter((told) => foldOf(told) !== fold)))
    return texts
      .filter((told) => foldOf(told) === fold)
      .flatMap((told) => {
        const said = optionsTold(told)
        return (read(told.text) ?? []).map(({ step, option, chance }) => ({
          chance,
          isSo: said.has(`${step}/${option}`),
        }))
      })
  })
}

/** What a text names of the questions that are read, as "demand/money": by hints alone, or with a reader. */
export const namedOf =
  (read?: ReadFacts) =>
  ({ text }: Told): ReadonlySet<string> =>
    new Set(
      [...namedIn(flow, text, read)]
        .filter(([step]) => flow.learnt?.includes(step) === true)
        .flatMap(([step, options]) => options.map((option) => `${step}/${option}`)),
    )

/** A hint is doubted where of so many texts fewer than this share tell what it hints at. */
const TEXTS = 10
const TRUSTED = 0.6
/**
 * Whether something was paid is taken back alone: to take back a limit or who it is would lower how urgent a case
 * is, and "he publishes it if I do not pay" is a demand, though its authors call it a threat.
 */
const TAKEN_BACK: ReadonlySet<string> = new Set(['paid'])

const doubtedOf = (texts: readonly Told[]): readonly string[] => {
  const hinted = texts.flatMap((told) => [...namedOf()(told)].map((option) => ({ option, told })))
  return [...Map.groupBy(hinted, ({ option }) => option)]
    .filter(([option, found]) => {
      if (!TAKEN_BACK.has(option.split('/')[0] ?? '')) return false
      const right = found.filter(({ told }) => optionsTold(told).has(option)).length
      return found.length >= TEXTS && right / found.length < TRUSTED
    })
    .map(([option]) => option)
    .toSorted()
}

/** From which chance on a fact is sure, and a hint is believed, by authors of whom nothing was learnt. */
export const chooseFactLevels = (texts: readonly Told[]): FactLevels => {
  const seen = readByOthers(texts).toSorted((a, b) => b.chance - a.chance)
  let [right, sure] = [0, 1]
  seen.forEach(({ chance, isSo }, at) => {
    right += isSo ? 1 : 0
    if (right / (at + 1) >= RIGHT) sure = chance
  })
  const so = seen.filter(({ isSo }) => isSo)
  const rounded = (chance: number): number => Number(chance.toFixed(3))
  return {
    sure: rounded(sure),
    believed: rounded(so[Math.floor(so.length * LIKELY)]?.chance ?? 0),
    doubted: doubtedOf(texts),
  }
}
