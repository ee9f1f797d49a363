/**
 * Why an exchange does not take place. `stranger` is all that somebody hears whose words are not signed by the
 * other party of an agreement that is served here.
 */
export const REFUSALS = [
  'stranger',
  'malformed',
  'unsigned',
  'not_yet',
  'expired',
  'wrong_party',
  'wrong_time',
  'replayed',
  'out_of_turn',
  'wrong_size',
  'too_many',
  'unordered',
  'no_point',
  'echoed',
  'wrong_tags',
  'budget_spent',
  'unanswered',
  'third_refuses',
  'third_differs',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Thrown inside an exchange, and caught at its edge. `theirs`: the other side said so. */
export class Refused extends Error {
  readonly why: Refusal
  readonly theirs: boolean
  /** What the third said, where it was the third that refused us. */
  readonly third: Refusal | undefined
  constructor(why: Refusal, theirs = false, third?: Refusal) {
    super(why)
    this.name = 'Refused'
    this.why = why
    this.theirs = theirs
    this.third = third
  }

  /** As it is written down: a third's own word as well. */
  get written(): string {
    return this.third === undefined ? this.why : `${this.why}: ${this.third}`
  }
}
