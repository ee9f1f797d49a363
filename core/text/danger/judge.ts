import type { CrisisGuard, CrisisRule } from './data.ts'
import type { CrisisDetail, CrisisHit } from '../../base/danger.ts'
import { makePast } from './past.ts'
import type { Reading } from './reading.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a match is worth once its surroundings are read. */
export type DangerVerdict = Pick<CrisisHit, 'hard' | 'about' | 'detail'>

/** Words looked at on either side for who speaks, what is denied, what is a song. */
const NEGATION = 5
const NAMED_BEFORE = 4
const SAID_BEFORE = 8
const STORY = 5
const TEENS: readonly [youngest: number, eldest: number] = [5, 17]

/**
 * Reserved classes of the data (bots/amin/crisis): what they hold is the editor's, what they mean
 * is here.
 */
const CLASSES = {
  /** Denies what follows it. */
  negator: 'negator',
  /** May stand between a negator and what it denies: "not going to", "ما راح". */
  bridge: 'negation-bridge',
  /** Denies what stands before it, at the end of a sentence: Sorani. */
  negatorAfter: 'negator-after',
  /** The writer. */
  self: 'first-person',
  /** "I", where no verb says it. */
  pronoun: 'i-pronoun',
  /** Others than the writer. */
  other: 'other-person',
  /** Of them those who are hardly the danger themselves. */
  friend: 'friend',
  /** Right after a deed, the one it was done to. */
  instead: 'instead',
  /** "She says". */
  says: 'other-says',
  /** A song, a film, the news: somebody else's story. */
  story: 'story',
} as const

type Guard = Omit<CrisisGuard, 'words'> & { readonly labels: readonly number[] }
type Guards = { readonly unless: readonly Guard[]; readonly softIf: readonly Guard[] }
const NO_GUARDS: Guards = { unless: [], softIf: [] }

export const makeJudge = (
  rules: readonly CrisisRule[],
  vocabulary: Vocabulary,
): ((reading: Reading, rule: CrisisRule, from: number, to: number) => DangerVerdict | undefined) => {
  const label = Object.fromEntries(
    Object.entries(CLASSES).map(([key, name]) => [key, vocabulary.labelOf(name)]),
  ) as Record<keyof typeof CLASSES, number>

  const isPast = makePast(vocabulary)

  const withLabels = ({ words, ...guard }: CrisisGuard): Guard => ({
    ...guard,
    labels: words.map((name) => vocabulary.labelOf(name)),
  })
  const guards = new Map<CrisisRule, Guards>(
    rules.map((rule) => [
      rule,
      {
        unless: (rule.unless ?? []).map(withLabels),
        softIf: (rule.softIf ?? []).map(withLabels),
      },
    ]),
  )

  const has = ({ labels }: Reading, at: number, one: number): boolean => labels[at]?.includes(one) === true

  /**
   * Whether such a word stands before `from` with nothing but bridges between, in the same sentence
   * and not before `first`.
   */
  const leads = (reading: Reading, word: number, from: number, first: number): boolean => {
    for (let at = from - 1; at >= Math.max(first, from - NEGATION); at -= 1) {
      if (reading.stops[at + 1] === true) return false
      if (has(reading, at, word)) return true
      if (!has(reading, at, label.bridge)) return false
    }
    return false
  }

  /**
   * "My father does not beat me", "will not kill me": the denial may stand inside, right before the
   * last word or the one before it.
   */
  const deniedInside = (reading: Reading, from: number, to: number): boolean =>
    to > from &&
    (leads(reading, label.negator, to, from + 1) || leads(reading, label.negator, to - 1, from + 1))

  /** A denial after it counts only where nothing follows that it could deny instead. */
  const deniedAfter = (reading: Reading, to: number): boolean =>
    reading.stops[to + 1] !== true &&
    has(reading, to + 1, label.negatorAfter) &&
    (to + 2 >= reading.labels.length || reading.stops[to + 2] === true)

  /** Walks back to who was named last: the writer or somebody else. */
  const namedOther = (reading: Reading, from: number, words: number, who: number): boolean => {
    for (let at = from - 1; at >= Math.max(0, from - words); at -= 1) {
      if (has(reading, at, label.self)) return false
      if (has(reading, at, who)) return true
    }
    return false
  }

  /** "My friend says: I ...", "my brother ... says he ...". */
  const quotesOther = (reading: Reading, from: number, who: number): boolean => {
    let named = false
    for (let at = from - 1; at >= Math.max(0, from - NAMED_BEFORE); at -= 1) {
      if (has(reading, at, label.pronoun)) return false
      named ||= has(reading, at, who)
      if (has(reading, at, label.says)) return named || namedOther(reading, at, SAID_BEFORE, who)
    }
    return false
  }

  const hasAny = (reading: Reading, at: number, labels: readonly number[]): boolean =>
    labels.some((one) => has(reading, at, one))

  /**
   * Whether one of these words stands in the span or so many words before or after it, in the same
   * sentence.
   */
  const near = (
    reading: Reading,
    labels: readonly number[],
    from: number,
    to: number,
    before: number,
    after: number,
  ): boolean => {
    for (let at = from; at <= to; at += 1) if (hasAny(reading, at, labels)) return true
    for (let at = from - 1; at >= Math.max(0, from - before) && reading.stops[at + 1] !== true; at -= 1)
      if (hasAny(reading, at, labels)) return true
    for (
      let at = to + 1;
      at <= to + after && at < reading.labels.length && reading.stops[at] !== true;
      at += 1
    )
      if (hasAny(reading, at, labels)) return true
    return false
  }

  const guarded = (reading: Reading, { labels, within, side }: Guard, from: number, to: number): boolean =>
    side === 'touching'
      ? from > 0 && reading.stops[from] !== true && hasAny(reading, from - 1, labels)
      : near(reading, labels, from, to, side === 'after' ? 0 : within, side === 'before' ? 0 : within)

  const readHours = (reading: Reading, from: number, to: number): number | undefined => {
    for (let at = from; at <= to; at += 1) {
      const hours = vocabulary.hoursOf(reading.labels[at] ?? [])
      if (hours === undefined) continue
      const number = reading.values[at - 1] ?? reading.values[at - 2]
      const following = reading.values[at + 1]
      // "الساعة 10" is a clock, not a span of an hour; how far off it is only who knows the time can say.
      if (hours === 1 && number === undefined && following !== undefined && following !== 1) return undefined
      return hours * (number ?? 1)
    }
    return undefined
  }

  const readDetail = (
    reading: Reading,
    rule: CrisisRule,
    from: number,
    to: number,
  ): CrisisDetail | undefined => {
    const age =
      rule.reads === 'age'
        ? reading.values
            .slice(from, to + 1)
            .find((one) => one !== undefined && one >= TEENS[0] && one <= TEENS[1])
        : undefined
    const hours = rule.reads === 'hours' ? readHours(reading, from, to) : undefined
    if (rule.detail === undefined && age === undefined && hours === undefined) return undefined
    return {
      ...rule.detail,
      ...(age === undefined ? {} : { age }),
      ...(hours === undefined ? {} : { hours }),
    }
  }

  /**
   * Whose danger it is, where words alone do not say. Ages, places and times are the case's,
   * whoever tells of them.
   */
  const isOthers = (reading: Reading, rule: CrisisRule, from: number, to: number): boolean => {
    if (rule.label === 'self_harm')
      return (
        quotesOther(reading, from, label.other) ||
        (rule.ambiguous === true && namedOther(reading, from, NAMED_BEFORE, label.other))
      )
    // "My brother says he kills me" is the danger itself; "my friend says he kills me" is hers.
    if (rule.label !== 'violence' && rule.label !== 'sexual_abuse') return false
    const done =
      rule.label === 'violence' && reading.stops[to + 1] !== true && has(reading, to + 1, label.instead)
    return done || quotesOther(reading, from, label.friend)
  }

  return (reading, rule, from, to) => {
    const { unless, softIf } = guards.get(rule) ?? NO_GUARDS
    if (unless.some((guard) => guarded(reading, guard, from, to))) return undefined
    const others = isOthers(reading, rule, from, to)
    const told =
      rule.label !== 'minor' &&
      rule.label !== 'deadline' &&
      near(reading, [label.story], from, to, STORY, STORY)
    const past = rule.label === 'self_harm' && isPast(reading, from, to)
    const weak =
      others ||
      told ||
      past ||
      softIf.some((guard) => guarded(reading, guard, from, to)) ||
      (rule.whateverNegated !== true &&
        (leads(reading, label.negator, from, 0) ||
          deniedInside(reading, from, to) ||
          deniedAfter(reading, to)))
    const detail = readDetail(reading, rule, from, to)
    // What is denied, long ago or told of one pill has not begun.
    const isKnown = detail !== undefined && (!weak || detail.done === undefined)
    return {
      hard: rule.hard && !weak,
      about: rule.about ?? (others || told ? 'other' : 'self'),
      ...(isKnown ? { detail } : {}),
    }
  }
}
