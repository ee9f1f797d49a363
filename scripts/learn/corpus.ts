import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CrisisLabel } from '../../core/base/danger.ts'
import { KINDS } from '../../core/text/danger/learnt.ts'
import { sayingsOfFirst, type Saying } from './said.ts'

/** One labelled message, whoever labelled it (test/vectors/crisis/voices/README.md). */
export type Message = {
  readonly id: string
  readonly text: string
  readonly label: string
  readonly also: readonly string[]
  /** What the second labeller said, where it was another thing. */
  readonly second?: string
  /**
   * A careful reader could not decide, or two of them did not agree whether there is danger: it is
   * to be asked about.
   */
  readonly unsure: boolean
  readonly form: string
  readonly author: string
  readonly asked?: string
  readonly talk?: string
  readonly n?: number
  readonly whole?: string
}

type Second = { readonly label: string; readonly sure?: false }
type VoiceLine = Omit<Message, 'also' | 'unsure' | 'author' | 'second'> & {
  readonly also?: readonly string[]
  readonly sure?: false
  readonly second?: Second
}
type SetLine = Pick<Message, 'id' | 'text'> & {
  readonly lang: string
  readonly crisis: string
  readonly soft?: true
  readonly also?: readonly string[]
}
type Author = { readonly author: string; readonly part: string }

const CRISIS = new URL('../../test/vectors/crisis/', import.meta.url)
const VOICES = new URL('voices/', CRISIS)
const SETS = ['tuning', 'oblique', 'ordinary', 'held', 'fresh', 'unseen', 'door'] as const
const OUTSIDE = ['first', 'second'] as const
/** Whose messages the rules were written from: they teach less of what others write. */
export const OWN = 'own'

const linesOf = (path: URL): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))

/** One message as both labellers see it. */
const ofVoice = ({ sure, second, also = [], ...line }: VoiceLine, author: string): Message => {
  if (second === undefined) return { ...line, also, author, unsure: sure === false }
  const isOther = second.label !== line.label && !also.includes(second.label)
  const isDoubted =
    sure === false || second.sure === false || (second.label === 'none') !== (line.label === 'none')
  // Two kinds of danger in the eyes of two readers: both may be named.
  const named = isOther && !isDoubted ? [...also, second.label] : also
  return {
    ...line,
    also: named,
    author,
    unsure: isDoubted,
    ...(second.label === line.label ? {} : { second: second.label }),
  }
}

/** Messages of the authors of one part: `training`, `calibration` or `sealed`. */
export const voicesOf = (part: string): readonly Message[] =>
  (JSON.parse(readFileSync(new URL('authors.json', VOICES), 'utf8')) as readonly Author[])
    .filter((each) => each.part === part)
    .flatMap(({ author }) =>
      (linesOf(new URL(`${author}.jsonl`, VOICES)) as readonly VoiceLine[]).map((line) =>
        ofVoice(line, author),
      ),
    )

const ofSet = ({ id, text, lang, crisis, soft, also = [] }: SetLine, author: string): Message => ({
  id,
  text,
  label: crisis,
  also,
  unsure: soft === true,
  form: lang,
  author,
})

/**
 * Kinds of sayings that hold no danger by themselves: what people ask of us and say beside their
 * story. The authors of messages wrote few of them, so that "will you tell my family?" sounded like
 * a farewell. Left out is what may be danger in other words (a meeting, a limit, no way out).
 */
const CALM: ReadonlySet<string> = new Set(
  `are-you-human are-you-there can-remove can-trust cant-write change-answer court-lawyer dont-know dont-understand
   find-who get-account-back greeting how-long how-send-evidence is-it-free joke my-code no-evidence
   nobody-answers other-language other-topic said-already should-answer should-block should-delete should-pay
   should-police tell-family tell-police tell-school thanks wait-please want-call want-person want-woman
   what-happened-to-case what-now who-are-you who-sees why-ask will-i-be-punished wrong-number yes-ok`.split(
    /\s+/,
  ),
)

/** Kinds of sayings that are a danger, whoever says them. */
const DANGERS: ReadonlyMap<string, CrisisLabel> = new Map([
  ['danger-violence', 'violence'],
  ['he-is-outside', 'violence'],
  ['minor-who', 'minor'],
])
/**
 * Of the calm ones every second: with all of them calm outweighed danger, and of the sealed messages 30 in
 * 100 were surely heard where 34 had been.
 */
const EVERY = 2
/** The authors after these write more obliquely: with them 38 in 100 were surely heard where 42 were without. */
const AUTHORS = 15

/** Sayings that tell nothing of a case and are no danger. */
export const calmSayings = (): readonly Saying[] =>
  sayingsOfFirst(AUTHORS).filter(({ kind }) => CALM.has(kind))

const learntSayings = (): readonly Message[] =>
  sayingsOfFirst(AUTHORS).flatMap(({ kind, form, text, author }, at) => {
    const label = DANGERS.get(kind) ?? (CALM.has(kind) && at % EVERY === 0 ? 'none' : undefined)
    return label === undefined
      ? []
      : [{ id: `said-${at}`, text, label, also: [], unsure: false, form, author: `said-${author}` }]
  })

/**
 * All that is learnt from: the training authors, four others from outside, our own sets, and what is
 * calm or a danger by its kind of the sayings.
 */
export const trainingMessages = (): readonly Message[] =>
  [
    ...voicesOf('training'),
    ...OUTSIDE.flatMap((name) =>
      (linesOf(new URL(`outside/${name}.jsonl`, CRISIS)) as readonly SetLine[]).map((line) =>
        ofSet(line, `outside-${name}`),
      ),
    ),
    ...SETS.flatMap((name) =>
      (JSON.parse(readFileSync(new URL(`${name}.json`, CRISIS), 'utf8')) as readonly SetLine[]).map((line) =>
        ofSet(line, OWN),
      ),
    ),
    ...learntSayings(),
  ].filter(({ label }) => (KINDS as readonly string[]).includes(label))

/** Of all that is learnt from and that thresholds are chosen by: whoever changes it learns anew. */
export const corpusHash = (): string =>
  createHash('sha256')
    .update(JSON.stringify([trainingMessages(), voicesOf('calibration')]))
    .digest('hex')

/**
 * Talks of several short messages, in the order in which they were sent; what they mean together
 * stands with the last.
 */
export const talksOf = (messages: readonly Message[]): readonly (readonly Message[])[] => {
  const talks = Map.groupBy(
    messages.filter(({ talk }) => talk !== undefined),
    ({ author, talk }) => `${author} ${talk}`,
  )
  return [...talks.values()]
    .map((talk) => talk.toSorted((a, b) => (a.n ?? 0) - (b.n ?? 0)))
    .filter((talk) => talk.at(-1)?.whole !== undefined)
}
