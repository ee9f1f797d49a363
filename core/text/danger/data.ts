import type { CrisisDetail, CrisisLabel } from '../../base/danger.ts'

/**
 * Word forms by language, several in a string, parted by spaces. `(a|b|)` stands for each of its
 * alternatives, a last `~` lets the pronouns of Arabic follow ("صورة~": صورته, صورها), a last `*`
 * lets anything follow. Spelling is folded on both sides. `ar` forms are found in Latin letters
 * too, by their consonants where those are four or more; shorter ones are spelled in `lat`.
 */
export type CrisisForms = {
  readonly ar?: readonly string[]
  readonly ckb?: readonly string[]
  readonly en?: readonly string[]
  readonly lat?: readonly string[]
  /** Classes that belong to this one. */
  readonly with?: readonly string[]
}

/**
 * Words in order, parted by what may stand between: a space one unknown word, `+` none, `..` four,
 * `...` nine; words that only fill do not count. `<a|b>` is any word of these classes or facts,
 * `[x]` may be missing, a bare word is itself. `a & b` is both in any order.
 */
export type CrisisShape = string

/**
 * Silences or softens a hit where one of these classes, or of the facts that are made of classes and words
 * alone, stands in it or so many words from it in the same sentence, on one side or (not given) either.
 * `touching`: only right before it.
 */
export type CrisisGuard = {
  readonly words: readonly string[]
  readonly within: number
  readonly side?: 'before' | 'after' | 'touching'
}

export type CrisisRule = {
  /** Stable, kept in the ledger; `label/name`. */
  readonly id: string
  readonly label: CrisisLabel
  readonly hard: boolean
  readonly shapes: readonly CrisisShape[]
  /** Words between the first and the last of an `&` shape at most; 8 where it is not given. */
  readonly within?: number
  /** The rule is about somebody else by its very words. */
  readonly about?: 'other'
  /** The words read as "I" and as "he or she": whoever was named just before decides. */
  readonly ambiguous?: true
  /** A negator before it does not weaken it. */
  readonly whateverNegated?: true
  readonly unless?: readonly CrisisGuard[]
  readonly softIf?: readonly CrisisGuard[]
  readonly detail?: CrisisDetail
  /** A number among the words that goes into the detail. */
  readonly reads?: 'age' | 'hours'
  /** Words in Latin letters are compared by consonants. */
  readonly arabizi?: true
}

/** Everything that reading for danger knows, as data: what it may say wrongly, an editor can mend here. */
export type CrisisRules = {
  readonly classes: Readonly<Record<string, CrisisForms>>
  /** Classes whose longer words are also known with one letter missing. */
  readonly mistyped: readonly string[]
  /** Number words, folded on reading. Digits need no row. */
  readonly numbers: ReadonlyArray<readonly [value: number, words: string]>
  /** Spans of time and their hours; a number before one multiplies it. */
  readonly spans: ReadonlyArray<readonly [hours: number, words: string]>
  /** Shapes that are one thing to the rules ("before the sun rises"); a fact may use those above it. */
  readonly facts: Readonly<Record<string, readonly CrisisShape[]>>
  /** Harmless phrases that sound like danger: their words are not read. */
  readonly idioms: readonly CrisisShape[]
  readonly rules: readonly CrisisRule[]
  /** Everyday English, never read as Arabic in Latin letters. */
  readonly english: string
}
