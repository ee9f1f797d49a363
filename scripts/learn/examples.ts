import { KINDS } from '../../core/text/danger/learnt.ts'
import { wordsOf } from '../../core/text/danger/signs.ts'
import { makeDice } from './chance.ts'
import { OWN, talksOf, type Message } from './corpus.ts'

/** Words with what they mean, as shares of the kinds, and how much they count. */
export type Example = {
  readonly words: readonly string[]
  readonly means: readonly number[]
  readonly weight: number
}

/** What is to be asked about is so much danger. */
const UNSURE = 0.6
/** A second danger in the same message. */
const ALSO = 0.25
/** So many messages are also learnt misspelt, and joined to a calm one as a clause of a longer story. */
const MISSPELT = 0.3
const JOINED = 0.3
/** Our own messages sound alike: each tells less. */
const OWN_WEIGHT = 0.7
const SEED = 7

const meaning = ({
  label,
  also,
  unsure,
  second,
}: Pick<Message, 'label' | 'also' | 'unsure' | 'second'>): readonly number[] => {
  const place = KINDS.findIndex((kind) => kind === label)
  // Each of two who do not agree is right by half.
  if (unsure && second !== undefined)
    return KINDS.map((kind) => (kind === label || kind === second ? 0.5 : 0))
  if (unsure)
    return KINDS.map((_, at) => (at === 0 ? (place === 0 ? 1 : 1 - UNSURE) : at === place ? UNSURE : 0))
  const others = also.flatMap((kind) => {
    const at = KINDS.findIndex((one) => one === kind)
    return at > 0 && at !== place ? [at] : []
  })
  const share = others.length === 0 ? 0 : ALSO
  return KINDS.map((_, at) => (at === place ? 1 - share : others.includes(at) ? share / others.length : 0))
}

const calmer = (means: readonly number[], by: number): readonly number[] =>
  means.map((share, at) => (1 - by) * share + (at === 0 ? by : 0))

/** A letter left out, or two that changed places, in some of the longer words. */
export const misspell = (words: readonly string[], roll: () => number): readonly string[] =>
  words.map((word) => {
    if (word.length < 4 || roll() > 0.25) return word
    const at = 1 + Math.floor(roll() * (word.length - 2))
    const [letter = '', next = ''] = [word[at], word[at + 1]]
    return roll() < 0.5
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + next + letter + word.slice(at + 2)
  })

const pick = <T>(list: readonly T[], roll: () => number): T | undefined =>
  list[Math.min(list.length - 1, Math.floor(roll() * list.length))]

/**
 * The messages as they are, and what can be made of them: misspelt, joined to a calm one, after the
 * question they answer, talks as one.
 */
export const examplesOf = (messages: readonly Message[]): readonly Example[] => {
  const roll = makeDice(SEED)
  const calm = Map.groupBy(
    messages.filter(({ label, unsure }) => label === 'none' && !unsure),
    ({ form }) => form,
  )
  const examples: Example[] = []
  for (const message of messages) {
    const { words } = wordsOf(message.text)
    const means = meaning(message)
    const weight = message.author === OWN ? OWN_WEIGHT : 1
    if (message.asked === undefined) examples.push({ words, means, weight })
    else {
      examples.push({ words: [...wordsOf(message.asked).words, ...words], means, weight })
      // "Yes, tonight" says nothing without what was asked.
      examples.push({ words, means: words.length < 4 ? calmer(means, 0.5) : means, weight: 0.7 * weight })
    }
    if (roll() < MISSPELT) examples.push({ words: misspell(words, roll), means, weight: 0.5 * weight })
    if (message.unsure || roll() > JOINED) continue
    const other = pick(calm.get(message.form) ?? [], roll)
    if (other === undefined) continue
    const beside = wordsOf(other.text).words
    examples.push({ words: roll() < 0.5 ? [...beside, ...words] : [...words, ...beside], means, weight: 0.5 })
  }
  for (const talk of talksOf(messages)) {
    const means = meaning({ label: talk.at(-1)?.whole ?? 'none', also: [], unsure: false })
    examples.push({ words: talk.flatMap(({ text }) => wordsOf(text).words), means, weight: 2 })
  }
  return examples
}
