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
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Thrown inside an exchange, and caught at its edge. `theirs`: the other side said so. */
export class Refused extends Error {
  readonly why: Refusal
  readonly theirs: boolean
  constructor(why: Refusal, theirs = false) {
    super(why)
    this.name = 'Refused'
    this.why = why
    this.theirs = theirs
  }
}
