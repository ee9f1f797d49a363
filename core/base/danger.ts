/**
 * Kinds of danger that words can show, the gravest first: the order in which one of several leads
 * (bots/amin/README.md, Danger).
 */
export const CRISIS_LABELS = [
  'self_harm',
  'violence',
  'sexual_abuse',
  'minor',
  'meeting',
  'deadline',
] as const
export type CrisisLabel = (typeof CRISIS_LABELS)[number]

/** One rule that fired. `soft`-ness is `hard: false`: asked about once, never ignored. */
export type CrisisHit = {
  readonly label: CrisisLabel
  readonly hard: boolean
  /** Stable id of the rule; holds no word of the person. */
  readonly rule: string
  /** The span of the sentence that triggered it, in UTF-16 units of the text as it was written. */
  readonly start: number
  readonly end: number
  /** Whether the person speaks of themselves. */
  readonly about: 'self' | 'other'
  readonly detail?: CrisisDetail
}

/** Rules of what was learnt of messages, as they stand in the ledger; the name after it is the label. */
export const LEARNT = 'leaning-'

/**
 * The same of what the reader of sentences found where the first was in doubt
 * (core/ports/sentence-reader).
 */
export const SENTENCES = 'sentence-'

/** The same of what the operator's language model suggested (core/ports/helper). */
export const MODEL = 'model-'

/** The same of what a machine read in a picture of a chat (core/ports/picture-reader). */
export const IN_PICTURE = 'picture-'

/** Whether it was learnt from messages: such a reader knows neither ages nor whose danger it is. */
export const isLearnt = ({ rule }: Pick<CrisisHit, 'rule'>): boolean =>
  rule.startsWith(LEARNT) || rule.startsWith(SENTENCES)

/**
 * Who says so, for people: the rule by its id, the readers that learnt from messages (the first by
 * pieces of words, the second by sentences), a model that was asked, or what read a picture.
 */
export const witnessOf = ({ rule }: Pick<CrisisHit, 'rule'>): string => {
  if (rule.startsWith(LEARNT)) return 'reader'
  if (rule.startsWith(SENTENCES)) return 'sentences'
  if (rule.startsWith(MODEL)) return 'model'
  return rule.startsWith(IN_PICTURE) ? 'picture' : rule
}

/**
 * What has happened to a body already, each with a text of what to do until help comes. A burn may
 * be violence as well: acid that was thrown.
 */
export const DONE = ['taken', 'wound', 'burn'] as const
export type Done = (typeof DONE)[number]

/** What a rule could tell beyond its label. */
export type CrisisDetail = {
  /** minor: the age that was named, in years. */
  readonly age?: number
  /** deadline: hours that are left, as far as they were named. */
  readonly hours?: number
  /** violence: an explicit threat, not a fear alone. */
  readonly threat?: boolean
  /** meeting: within a day, or at the door already. */
  readonly soon?: boolean
  /** meeting: at the door of where the person is. */
  readonly door?: boolean
  /** meeting: comes, or threatens to come, to where the person lives; false: the person is to go to him. */
  readonly home?: boolean
  /** violence: who has seen it already, of whom the person may be afraid. */
  readonly reached?: 'family'
  /** It has happened already, and needs first aid before anything else. Of what is sure alone. */
  readonly done?: Done
  /** self_harm: the wish to die or to hurt themselves is said outright. */
  readonly wish?: true
  /**
   * self_harm: somebody near took the means away from them. Readers alone, which hear the means,
   * are not sure then.
   */
  readonly kept?: true
  /** sexual_abuse: it goes on. */
  readonly continues?: boolean
}
