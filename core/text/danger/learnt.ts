import type { CrisisLabel } from '../../base/danger.ts'
import { CRISIS_LABELS } from '../../base/danger.ts'
import { signsOf, wordsOf } from './signs.ts'
import type { WordSigns } from './signs.ts'

/** What is told apart: nothing first, then the kinds of danger. */
export const KINDS = ['none', ...CRISIS_LABELS] as const

/** What was learnt of labelled messages: signs by their keys, and how much each says for each kind. */
export type LearntData = {
  readonly keys: Uint32Array
  /** Row by row, one for each of `KINDS`; a weight is this times `scale`. */
  readonly weights: Int8Array
  readonly scale: number
  readonly biases: readonly number[]
}

/** How strongly something is said, as a logit, and the piece of the text that says it. */
export type Strength = { readonly score: number; readonly start: number; readonly end: number }

type Likeliest = Strength & { readonly label: CrisisLabel }

/**
 * What a text says of danger: that there is any, with the likeliest kind; the same of the whole
 * text alone; and each kind by itself. Scores lie half way between the strongest window, whose
 * place is given, and the whole: what one clause says counts, and so does what it stands in. That
 * of the likeliest kind lies half way again to that of any danger: what surely is a danger, and of
 * one of two kinds, is not left unnamed because they share the chance.
 */
export type Told = {
  /** How many words it has. */
  readonly words: number
  readonly any: Likeliest
  readonly whole: Likeliest
  readonly labels: Readonly<Record<CrisisLabel, Strength>>
}

/** Nothing where there are too few words to tell. */
export type Learnt = (text: string) => Told | undefined

/**
 * A longer text is read in windows of so many words besides, each beginning half of one later:
 * danger is told in a few words of a long story.
 */
const WINDOW = 16
const STEP = WINDOW / 2
const LONG = WINDOW + STEP
/** Words of a sentence that is read by itself. */
const SENTENCE = 4
/**
 * Fewer words are an answer, a code or a word of command: rules know those, and there is nothing in
 * them to lean to.
 */
const LEAST_WORDS = 3
/** Chances nearer to none or all than this are as good as it. */
const NEAREST = 1e-6

type Span = readonly [from: number, to: number]

/**
 * The windows of a text, as places of words from..to: all of it, its sentences, and pieces of equal
 * length. Together at most four times its words.
 */
const windowsOf = (stops: readonly boolean[]): readonly [Span, ...Span[]] => {
  const count = stops.length
  const windows: [Span, ...Span[]] = [[0, count]]
  const begins = [0, ...stops.flatMap((stop, at) => (stop && at > 0 ? [at] : []))]
  if (begins.length > 1)
    begins.forEach((from, at) => {
      const to = begins[at + 1] ?? count
      if (to - from >= SENTENCE) windows.push([from, to])
    })
  if (count > LONG)
    for (let from = 0; from < count; from += STEP) {
      windows.push([from, Math.min(count, from + WINDOW)])
      if (from + WINDOW >= count) break
    }
  return windows
}

/** Chances of the kinds from their scores. */
export const chancesOf = (scores: readonly number[]): readonly number[] => {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

const logit = (chance: number): number => {
  const within = Math.min(1 - NEAREST, Math.max(NEAREST, chance))
  return Math.log(within / (1 - within))
}

/** Where each known sign has its row: open addressing, twice as many places as signs. */
const indexOf = (keys: Uint32Array): ((key: number) => number) => {
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length * 2)))
  const rows = new Int32Array(places).fill(-1)
  keys.forEach((key, row) => {
    let at = key & (places - 1)
    while (rows[at] !== -1) at = (at + 1) & (places - 1)
    rows[at] = row
  })
  return (key) => {
    let at = key & (places - 1)
    for (;;) {
      const row = rows[at] ?? -1
      if (row === -1 || keys[row] === key) return row
      at = (at + 1) & (places - 1)
    }
  }
}

/**
 * How often each known sign stands in words from..to, as its row and how much it counts there; all
 * of them together have the length one.
 */
export type Vector = { readonly rows: readonly number[]; readonly values: readonly number[] }

/** Counts signs of a window. A sign that comes often says little more than one that comes once. */
export const makeVectors = (
  keys: Uint32Array,
): ((signs: readonly WordSigns[]) => (from: number, to: number) => Vector) => {
  const rowOf = indexOf(keys)
  const counts = new Int32Array(keys.length)
  const known = (signs: readonly number[]): readonly number[] => signs.map(rowOf).filter((row) => row >= 0)
  return (signs) => {
    const found = signs.map(({ own, after, over }) => ({
      own: known(own),
      after: known(after),
      over: known(over),
    }))
    return (from, to) => {
      const rows: number[] = []
      const count = (list: readonly number[]): void => {
        for (const row of list) {
          const before = counts[row] ?? 0
          if (before === 0) rows.push(row)
          counts[row] = before + 1
        }
      }
      for (let at = from; at < to; at += 1) {
        const word = found[at]
        if (word === undefined) continue
        count(word.own)
        if (at - 1 >= from) count(word.after)
        if (at - 2 >= from) count(word.over)
      }
      let square = 0
      const values = rows.map((row) => {
        const value = 1 + Math.log(counts[row] ?? 1)
        counts[row] = 0
        square += value * value
        return value
      })
      const length = Math.sqrt(square) || 1
      return { rows, values: values.map((value) => value / length) }
    }
  }
}

type Reading = {
  readonly start: number
  readonly end: number
  readonly danger: number
  readonly kinds: readonly number[]
}

const halfWay = (a: number, b: number): number => (a + b) / 2

/**
 * The window in which this is strongest, with its score half way to that of the whole text, which
 * is the first.
 */
const strongest = (
  readings: readonly [Reading, ...Reading[]],
  of: (reading: Reading) => number,
): { readonly reading: Reading; readonly score: number } => {
  const [whole] = readings
  const reading = readings.reduce((most, one) => (of(one) > of(most) ? one : most), whole)
  return { reading, score: halfWay(of(reading), of(whole)) }
}

const likeliest = ({ kinds }: Reading): CrisisLabel =>
  CRISIS_LABELS[kinds.indexOf(Math.max(...kinds))] ?? CRISIS_LABELS[0]

/**
 * Reads what messages in danger have in common, whatever their words. Linear in the text, and
 * bounded. Nothing of a text is kept.
 */
export const makeLearnt = ({ keys, weights, scale, biases }: LearntData): Learnt => {
  const vectors = makeVectors(keys)
  const count = KINDS.length
  const chancesIn = ({ rows, values }: Vector): readonly number[] => {
    const scores = KINDS.map(() => 0)
    rows.forEach((row, at) => {
      const value = values[at] ?? 0
      for (let kind = 0; kind < count; kind += 1)
        scores[kind] = (scores[kind] ?? 0) + (weights[row * count + kind] ?? 0) * value
    })
    return chancesOf(scores.map((score, kind) => (biases[kind] ?? 0) + scale * score))
  }
  return (text) => {
    const { words, starts, ends, stops } = wordsOf(text)
    if (words.length < LEAST_WORDS) return undefined
    const vectorOf = vectors(signsOf(words))
    const read = ([from, to]: readonly [number, number]): Reading => {
      const [calm = 1, ...dangers] = chancesIn(vectorOf(from, to))
      return {
        start: starts[from] ?? 0,
        end: ends[to - 1] ?? text.length,
        danger: logit(1 - calm),
        kinds: dangers.map(logit),
      }
    }
    const [all, ...parts] = windowsOf(stops)
    const whole = read(all)
    const readings: readonly [Reading, ...Reading[]] = [whole, ...parts.map(read)]
    const any = strongest(readings, ({ danger }) => danger)
    const named = likeliest(any.reading)
    const strengthOf = (label: CrisisLabel): Strength => {
      const { reading, score } = strongest(
        readings,
        ({ kinds }) => kinds[CRISIS_LABELS.indexOf(label)] ?? -Infinity,
      )
      return {
        score: label === named ? halfWay(score, any.score) : score,
        start: reading.start,
        end: reading.end,
      }
    }
    return {
      words: words.length,
      any: {
        score: any.score,
        label: named,
        start: any.reading.start,
        end: any.reading.end,
      },
      whole: { score: whole.danger, label: likeliest(whole), start: whole.start, end: whole.end },
      labels: {
        self_harm: strengthOf('self_harm'),
        violence: strengthOf('violence'),
        sexual_abuse: strengthOf('sexual_abuse'),
        minor: strengthOf('minor'),
        meeting: strengthOf('meeting'),
        deadline: strengthOf('deadline'),
      },
    }
  }
}
