import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { flow } from '../../bots/amin/flow.ts'
import { topics } from '../../bots/amin/guidance/topics.ts'
import { sayings } from '../../bots/amin/sayings.ts'
import { isQuestion, namedInQuestion } from '../../core/policy/conversation/guide-asked.ts'
import type { KindData } from '../../core/text/sayings/chances.ts'
import { packKinds, unpackKinds } from '../../core/text/sayings/packed.ts'
import { wordsOf } from '../../core/text/danger/signs.ts'
import { fold } from '../../core/text/fold.ts'
import {
  makeSubjectReader,
  NONE,
  type AskedAbout,
  type SubjectReader,
} from '../../core/text/subjects/reader.ts'
import { makeDice } from './chance.ts'
import { trainingMessages } from './corpus.ts'
import { misspell, type Example } from './examples.ts'
import { sayingsOfFirst } from './said.ts'
import { fit, knownSigns } from './train.ts'

/** One labelled question (test/vectors/questions/README.md); `null`: it asks about no subject. */
export type LabelledQuestion = {
  readonly topic: string | null
  readonly form: string
  readonly text: string
  readonly author: string
}

const FOLDER = new URL('../../test/vectors/questions/', import.meta.url)
/** Ours: it is learnt from and nothing is measured by it. */
const OWN = 'own.jsonl'

/** The questions of all authors, one file an author. */
export const trainingQuestions = (): readonly LabelledQuestion[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(new URL(name, FOLDER), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): LabelledQuestion => ({
          ...(JSON.parse(line) as Omit<LabelledQuestion, 'author'>),
          author: name,
        })),
    )

/** What else is learnt of asking for nothing. Kinds that a guide says more of are left out. */
const GUIDED: ReadonlySet<string> = new Set(
  sayings.filter(({ guided }) => guided === true).map(({ kind }) => kind),
)
const LONGEST = 200
/** Of each so many: more of what asks for nothing would drown the questions. */
const STORIES = 300
const SAYINGS = 2_000
/** And of so many authors: what the later ones hint at sounds like subjects. */
const AUTHORS = 8

type Plain = Pick<LabelledQuestion, 'topic' | 'text'>

/** So many of them, as far apart as can be. */
const spread = <T>(all: readonly T[], count: number): readonly T[] => {
  const step = Math.max(1, all.length / count)
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

const otherWords = (): readonly Plain[] =>
  [
    ...spread(
      sayingsOfFirst(AUTHORS).filter(({ kind }) => !GUIDED.has(kind)),
      SAYINGS,
    ),
    ...spread(
      trainingMessages().filter(({ text }) => text.length <= LONGEST),
      STORIES,
    ),
  ].map(({ text }) => ({ topic: null, text }))

/** Of all that is learnt from: whoever changes it learns anew. */
export const questionsHash = (): string =>
  createHash('sha256')
    .update(JSON.stringify([trainingQuestions(), otherWords(), topics]))
    .digest('hex')

const APPS = topics.filter(({ group }) => group === 'apps')
const WALLETS = topics.filter(({ id }) => ['zaincash', 'fastpay', 'asiahawala'].includes(id))
const LATIN = /^[a-z0-9]/
/** The names of a subject, folded, the longer first. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  topics.map(({ id, hints }) => [
    id,
    hints
      .map(fold)
      .filter((hint) => hint.length > 2 && !/\d/.test(hint))
      .toSorted((a, b) => b.length - a.length),
  ]),
)

const SWAPS = 3
const WEIGHT = { misspelt: 0.5, swapped: 0.4, hint: 0.3, other: 0.2 }
const MISSPELT = 0.5
const SEED = 9

/**
 * The same words about other apps or wallets: how somebody asks about the one is how they ask about
 * the other. Without a name they ask about none of them.
 */
const swapped = ({ topic, text }: Plain, roll: () => number): readonly Plain[] => {
  const group = [APPS, WALLETS].find((one) => one.some(({ id }) => id === topic))
  const folded = fold(text)
  const name = (NAMES.get(topic ?? '') ?? []).find((one) => folded.includes(one))
  if (group === undefined || name === undefined) return []
  const others = group.filter(({ id }) => id !== topic)
  const nameless = { topic: null, text: folded.replaceAll(name, ' ') }
  const renamed = Array.from({ length: SWAPS }).flatMap(() => {
    const other = others[Math.floor(roll() * others.length)]?.id ?? ''
    const names = (NAMES.get(other) ?? []).filter((one) => LATIN.test(one) === LATIN.test(name))
    const put = names[Math.floor(roll() * names.length)]
    return put === undefined ? [] : [{ topic: other, text: folded.replaceAll(name, put) }]
  })
  return [nameless, ...renamed]
}

type Taught = { readonly examples: readonly Example[]; readonly known: readonly Pick<Plain, 'text'>[] }

/** What is learnt, and the words whose signs are: what stands in other words alone tells no subject. */
const teach = (questions: readonly LabelledQuestion[], kinds: readonly string[]): Taught => {
  const roll = makeDice(SEED)
  const exampleOf = ({ topic }: Plain, words: readonly string[], weight: number): Example => ({
    words,
    means: kinds.map((one) => (one === (topic ?? NONE) ? 1 : 0)),
    weight,
  })
  const plain =
    (weight: number) =>
    (one: Plain): readonly Example[] => {
      const { words } = wordsOf(one.text)
      return words.length === 0 ? [] : [exampleOf(one, words, weight)]
    }
  const hints = topics
    .filter(({ id }) => kinds.includes(id))
    .flatMap(({ id, hints: all }) => all.map((text): Plain => ({ topic: id, text })))
  const asked = questions.map((one) => {
    const { words } = wordsOf(one.text)
    const wrong = roll() < MISSPELT ? [exampleOf(one, misspell(words, roll), WEIGHT.misspelt)] : []
    return { one, wrong, swaps: one.topic === null ? [] : swapped(one, roll) }
  })
  const swaps = asked.flatMap((each) => each.swaps)
  return {
    known: [...questions, ...swaps, ...hints],
    examples: [
      ...asked.flatMap(({ one, wrong }) => [...plain(1)(one), ...wrong]),
      ...swaps.flatMap(plain(WEIGHT.swapped)),
      ...hints.flatMap(plain(WEIGHT.hint)),
      ...otherWords().flatMap(plain(WEIGHT.other)),
    ],
  }
}

const PACE = { rounds: 10, rate: 0.5, dropout: 0 }

export const learnSubjects = (questions: readonly LabelledQuestion[]): KindData => {
  const asked = new Set(questions.map(({ topic }) => topic ?? NONE))
  const kinds = [NONE, ...topics.map(({ id }) => id).filter((id) => asked.has(id))]
  const { examples, known } = teach(questions, kinds)
  return { kinds, ...fit(knownSigns(known), examples, kinds.length, PACE) }
}

export const openSubjects = (data: KindData): SubjectReader =>
  makeSubjectReader(unpackKinds(packKinds(data), data.kinds))

type Read = Pick<LabelledQuestion, 'topic'> &
  Omit<AskedAbout, 'subject'> & { readonly subject: string; readonly isQuestion: boolean }

/** Each question as it is read by who learnt nothing of its author. */
const readByOthers = (questions: readonly LabelledQuestion[]): readonly Read[] =>
  [...new Set(questions.map(({ author }) => author))]
    .filter((author) => author !== OWN)
    .flatMap((author) => {
      const read = openSubjects(learnSubjects(questions.filter((one) => one.author !== author)))
      return questions
        .filter((one) => one.author === author)
        .map(({ topic, text }): Read => {
          const nothing = { subject: NONE, score: -Infinity, nearest: [], nearness: -Infinity }
          const asked = read(text, namedInQuestion(flow, text)) ?? nothing
          return { topic, ...asked, isQuestion: isQuestion(flow, text) }
        })
    })

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(3)))

/** Of words that ask about no subject so many may be answered by a guide. */
const STRAY = 0.05
/** Of questions about no subject so many may be offered some to choose from: that is asked back and no answer. */
const STRAY_NEAR = 0.2
/** So much surer it has to be beside another answer. */
const FIRMER = 3

/** The lowest score that at most such a share of them reach. */
const levelFor = (scores: readonly number[], part: number): number =>
  Number(((scores.toSorted((a, b) => b - a)[Math.floor(part * scores.length)] ?? 0) + 0.01).toFixed(2))

/** From which score on a question is answered, and from which its subject is asked for, with the figures there. */
export const chooseSure = (questions: readonly LabelledQuestion[]) => {
  const reads = readByOthers(questions)
  const others = reads.filter(({ topic }) => topic === null)
  const asks = reads.filter(({ topic }) => topic !== null)
  const sure = levelFor(
    others.map(({ score }) => score),
    STRAY,
  )
  // Only who asks, and is not answered, is offered something.
  const isUnsure = ({ isQuestion: asking, score }: Read): boolean => asking && score < sure
  const unsureOthers = others.filter(isUnsure)
  const near = levelFor(
    unsureOthers.map(({ nearness }) => nearness),
    STRAY_NEAR,
  )
  const said = asks.filter(({ score }) => score >= sure)
  const offered = asks.filter((one) => isUnsure(one) && one.nearness >= near)
  return {
    sure,
    firm: Number((sure + FIRMER).toFixed(2)),
    near,
    figures: {
      questions: asks.length,
      rightIfAlwaysSaid: share(asks.filter(({ topic, subject }) => topic === subject).length, asks.length),
      answered: share(said.length, asks.length),
      right: share(said.filter(({ topic, subject }) => topic === subject).length, asks.length),
      offered: share(offered.length, asks.length),
      amongOffered: share(
        offered.filter(({ topic, nearest }) => topic !== null && nearest.includes(topic)).length,
        asks.length,
      ),
      neitherAsksNorSure: share(
        asks.filter(({ isQuestion: asking, score }) => !asking && score < sure).length,
        asks.length,
      ),
      others: others.length,
      unsureQuestionsOfOthers: unsureOthers.length,
      strayInOthers: share(others.filter(({ score }) => score >= sure).length, others.length),
    },
  }
}
