import { CRISIS_LABELS, LEARNT, SENTENCES, type CrisisHit, type CrisisLabel } from '../../base/danger.ts'
import type { Learnt, Told } from './learnt.ts'
import type { Opinion } from '../../ports/sentence-reader.ts'
import { mayHoldDanger, jointLabel, jointScore, type Beside, type OpinionOf } from './opinion.ts'
import { isSaidAsCalm } from './plain-answers.ts'
import type { Crisis } from './rules.ts'
import { nearestIn, toldInOneBreath, type Nearest } from './breath.ts'
import { minutes } from '../../base/units.ts'

/**
 * What rules say of a label: nothing; a hint; that it is so; that it is so, and more than one rule
 * or something that can be counted (an age, hours, now and here).
 */
export const WITNESSES = ['none', 'hint', 'firm', 'counted'] as const
export type Witness = (typeof WITNESSES)[number]

/** From which score of the learnt reader on, beside such a witness, a danger is sure and is asked about. */
export type Levels = Readonly<Record<Witness, { readonly sure: number; readonly ask: number }>>

/**
 * Chosen from messages of authors that nothing was learnt from. `together`: from which score on
 * short messages read together are asked about.
 */
export type Thresholds = { readonly labels: Readonly<Record<CrisisLabel, Levels>>; readonly together: number }

/**
 * Earlier messages of the person that are read together with the one that came, and how much of
 * each; later words are another talk.
 */
export const TALK = minutes(30)
export const MOST_BEFORE = 5
export const LONGEST_BEFORE = 400

/**
 * Words of which the reader is this sure that they are calm ("ok im back", "no im safe") are read by
 * themselves: what was said before them is no graver for them. Of 133 dangers told in several
 * messages by authors that nothing was learnt from, none is heard less by it.
 */
const CALM = -1

export const witnessIn = (hits: readonly CrisisHit[], label: CrisisLabel): Witness => {
  const own = hits.filter((hit) => hit.label === label)
  const firm = own.filter(({ hard }) => hard)
  // Acid that was thrown is as plain as an hour, however few the words.
  if (
    (label === 'violence' && firm.some(({ detail }) => detail?.done !== undefined)) ||
    new Set(firm.map(({ rule }) => rule)).size > 1 ||
    firm.some(
      ({ detail }) => detail?.age !== undefined || detail?.hours !== undefined || detail?.soon === true,
    )
  )
    return 'counted'
  return firm.length > 0 ? 'firm' : own.length > 0 ? 'hint' : 'none'
}

/** The same as a hint: what is asked about has not begun, for all that is known. */
const softened = ({ detail, ...hit }: CrisisHit): CrisisHit => {
  const { done: _, ...rest } = detail ?? {}
  return { ...hit, hard: false, ...(Object.keys(rest).length === 0 ? {} : { detail: rest }) }
}

/** Somebody took the means away, and no rule is sure of more than that. */
const isOutOfReach = (own: readonly CrisisHit[]): boolean =>
  own.some(({ detail }) => detail?.kept === true) && !own.some(({ hard }) => hard)

const byReader = (
  label: CrisisLabel,
  hard: boolean,
  { start, end }: { readonly start: number; readonly end: number },
  reader: typeof LEARNT | typeof SENTENCES = LEARNT,
): CrisisHit => ({
  label,
  hard,
  rule: `${reader}${label.replace('_', '-')}`,
  start,
  end,
  about: 'self',
})

/** How much is said: words of the whole message, and of what says in the fewest that it is near. */
export type Length = { readonly message: number; readonly nearest: number }

/**
 * In so few words there is little around what a rule names by which the reader could tell, and
 * people say plainly what they mean: an age, an hour, a door and a wish to die are sure by
 * themselves, any other danger that a rule names or hints at is asked about. Of training and
 * calibration authors' messages of this length 4 in 5 in which a rule was sure of those labels were
 * in danger; of violence, abuse and minors it was 3 in 4, and the label often another.
 */
const FEW = 12
const PLAIN: ReadonlySet<CrisisLabel> = new Set<CrisisLabel>(['self_harm', 'meeting', 'deadline'])
/**
 * In a longer message a death that is near is sure as well, where a sentence of so few words says
 * it; one that has begun in as few as a whole message has.
 */
const SHORT = 8

/**
 * A clause of a story is weighed by whether the reader finds a danger in the message as likely as
 * none. That somebody else wishes to die, which sounds like the teller's, is asked about then: of
 * 2,759 calm messages by authors that nothing was learnt from one more is asked about by it. A
 * death that a clause says is near is sure then, and asked about otherwise.
 */
const EVEN = 0

/**
 * The one danger of which the first reader's word is not enough where the second doubts it: of 14
 * messages by authors that nothing was learnt from, which it called a child's so, 3 were calm, and
 * who is asked about is asked their age before any file is taken.
 */
export const AGE: CrisisLabel = 'minor'

/**
 * Who is taken for a child gets no file taken and another specialist: readers, which know no ages, only ask
 * where no rule names one.
 */
export const needsRule = (label: CrisisLabel, witness: Witness): boolean =>
  label === AGE && (witness === 'none' || witness === 'hint')

/** Whether the first reader is sure of this danger, beside what rules say of it. */
export const isSureByFirst = (
  labels: Thresholds['labels'],
  told: Told,
  label: CrisisLabel,
  witness: Witness,
): boolean => told.labels[label].score >= labels[label][witness].sure

/** What holds whatever the reader says. */
export const leastOf = (
  { message, nearest }: Length,
  label: CrisisLabel,
  witness: Witness,
): 'sure' | 'ask' | undefined => {
  if (witness === 'none') return undefined
  if (message <= FEW)
    return witness === 'counted' || (witness === 'firm' && PLAIN.has(label)) ? 'sure' : 'ask'
  if (label === 'violence' && nearest <= SHORT) return 'sure'
  if (label === 'self_harm' && nearest <= FEW) return 'sure'
  // In a plain story ("he has my photos and gave me two hours") the reader hears the story and not the
  // hour. Of 101 plain stories that it did not learn from, 8 with a limit are asked about by this that
  // were not, and one without.
  return label === 'deadline' && witness === 'counted' ? 'ask' : undefined
}

/**
 * What is weighed of a text: its words, what rules and the first reader find in them, and what the second
 * reader says where it does.
 */
type Weighed = {
  readonly text: string
  readonly hits: readonly CrisisHit[]
  readonly told: Told
  readonly opinion: Opinion | undefined
  /** For each danger how few words say that it is near or has begun. */
  readonly nearest: ReadonlyMap<CrisisLabel, Nearest>
  /** Dangers that it tells in one breath, each plain by itself. */
  readonly both: ReadonlySet<CrisisLabel>
}

/** From when on there is something to ask about, and which danger that is where no rule names one. */
type Asking = {
  readonly score: number
  readonly from: (label: CrisisLabel, witness: Witness) => number
  readonly found: CrisisHit
}

/**
 * Rules and the learnt reader together. A rule is a witness: it makes sure, or asks, what the
 * reader finds likely enough beside it, and falls silent where the reader is calm. Where the reader
 * cannot tell (too few words) the rules alone decide. `beside`: how the opinion of a second reader,
 * where there is one, decides with the first what is sure and what is asked about.
 */
export const withLearnt = (
  rules: Crisis,
  learnt: Learnt,
  { labels, together }: Thresholds,
  beside?: Beside,
): Crisis => {
  const isSureAlone = ({ hits, told }: Weighed, label: CrisisLabel): boolean =>
    isSureByFirst(labels, told, label, witnessIn(hits, label))
  /**
   * What the first is sure of stays so; else both are sure that there is a danger, and this is the
   * likeliest.
   */
  const isSureTogether = (weighed: Weighed, opinion: Opinion, label: CrisisLabel): boolean => {
    const { hits, told } = weighed
    const isDanger = beside !== undefined && jointScore(beside.joint, told, opinion) >= beside.sure
    if (isSureAlone(weighed, label)) return isDanger || label !== AGE
    return isDanger && label === jointLabel(told, opinion) && !needsRule(label, witnessIn(hits, label))
  }
  const sureOf = (weighed: Weighed, label: CrisisLabel): readonly CrisisHit[] | undefined => {
    const { hits, told, opinion } = weighed
    const own = hits.filter((hit) => hit.label === label)
    if (leastIn(weighed, label) === 'sure') return own
    if (isOutOfReach(own)) return undefined
    const isSure =
      opinion === undefined ? isSureAlone(weighed, label) : isSureTogether(weighed, opinion, label)
    if (!isSure) return undefined
    if (own.some(({ hard }) => hard)) return own
    const reader = isSureAlone(weighed, label) ? LEARNT : SENTENCES
    return [...own, byReader(label, true, told.labels[label], reader)]
  }
  const askedOf = (weighed: Weighed, label: CrisisLabel, { score, from }: Asking): readonly CrisisHit[] => {
    const { hits, told } = weighed
    const own = hits.filter((hit) => hit.label === label)
    const isAnothers =
      label === 'self_harm' && told.any.score >= EVEN && own.some(({ about }) => about === 'other')
    const isAsked =
      isAnothers || leastIn(weighed, label) !== undefined || score >= from(label, witnessIn(hits, label))
    return isAsked ? own.map(softened) : []
  }
  const askingOf = ({ text, told, opinion }: Weighed): Asking => {
    const { any } = told
    if (beside === undefined || opinion === undefined)
      return {
        score: any.score,
        from: (label, witness) => labels[label][witness].ask,
        found: byReader(any.label, false, any),
      }
    const isFirsts = any.score >= labels[any.label].none.ask
    return {
      score: jointScore(beside.joint, told, opinion),
      from: (label, witness) => beside.asks[label][witness],
      found: isFirsts
        ? byReader(any.label, false, any)
        : byReader(jointLabel(told, opinion), false, { start: 0, end: text.length }, SENTENCES),
    }
  }
  const weighAll = (
    text: string,
    hits: readonly CrisisHit[],
    told: Told,
    opinionOf: OpinionOf | undefined,
  ): readonly CrisisHit[] => {
    // Beside a rule that is sure whatever readers say nothing hangs on a second opinion.
    const nearest = new Map(
      CRISIS_LABELS.map((label) => [label, nearestIn(text, hits, label, rules)] as const),
    )
    const both = toldInOneBreath(text, hits, (clause) => plainIn(clause, rules))
    const isRuled = CRISIS_LABELS.some((label) => leastIn({ hits, told, nearest, both }, label) === 'sure')
    const isAsked = beside !== undefined && !isRuled && mayHoldDanger(told)
    const weighed = { text, hits, told, nearest, both, opinion: isAsked ? opinionOf?.(text) : undefined }
    const asking = askingOf(weighed)
    const found = CRISIS_LABELS.flatMap((label) => sureOf(weighed, label) ?? askedOf(weighed, label, asking))
    // Where a danger is named already, that there is any is no news.
    return found.length === 0 && asking.score >= asking.from(asking.found.label, 'none')
      ? [asking.found]
      : found
  }
  return {
    read: (text, year, before = [], opinionOf) => {
      if (isSaidAsCalm(text)) return []
      const hits = rules.read(text, year)
      const told = learnt(text)
      const alone = told === undefined ? hits : weighAll(text, hits, told, opinionOf)
      if (alone.length > 0 || before.length === 0 || text.trim() === '') return alone
      const earlier = before.slice(-MOST_BEFORE).map((one) => one.slice(-LONGEST_BEFORE))
      if (told !== undefined && told.whole.score < CALM) return alone
      const joined = learnt([...earlier, text].join('\n'))
      if (joined === undefined || joined.whole.score < together) return alone
      // What was said before was read when it came: only what these words add to it is news.
      const known = learnt(earlier.join('\n'))
      if (known !== undefined && known.whole.score >= joined.whole.score) return alone
      return [byReader(joined.whole.label, false, { start: 0, end: text.length })]
    },
  }
}

/** Dangers of which a clause would be sure if it were a message of its own. */
const plainIn = (clause: string, rules: Crisis): readonly CrisisLabel[] => {
  const own = rules.read(clause)
  const message = clause.trim().split(/\s+/).length
  return CRISIS_LABELS.filter((label) => {
    const { plain } = nearestIn(clause, own, label, rules)
    return leastOf({ message, nearest: plain }, label, witnessIn(own, label)) === 'sure'
  })
}

const leastIn = (
  { hits, told, nearest, both }: Omit<Weighed, 'text' | 'opinion'>,
  label: CrisisLabel,
): ReturnType<typeof leastOf> => {
  const { plain = Infinity, clause = Infinity } = nearest.get(label) ?? {}
  const of = (words: number): ReturnType<typeof leastOf> =>
    leastOf({ message: told.words, nearest: words }, label, witnessIn(hits, label))
  if (both.has(label)) return 'sure'
  if (of(clause) !== 'sure' || of(plain) === 'sure') return of(plain)
  return told.any.score >= EVEN ? 'sure' : 'ask'
}
