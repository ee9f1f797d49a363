import type { Condition } from './condition.ts'

/** Groups hold topics, topics hold guides; each list in the order in which it is shown. */
export type Guidance = {
  readonly groups: readonly string[]
  readonly topics: readonly GuideTopic[]
  readonly guides: readonly Guide[]
  /** What people write who want the one or the other of an app. */
  readonly jobs: Readonly<Record<GuideJob, readonly string[]>>
  /**
   * Groups that are also sought by who only says what is wrong ("my account is gone"); what else is
   * told is a story.
   */
  readonly sought: readonly string[]
  /** What who is threatened says: then it is a story, whatever app it names. */
  readonly threats: readonly string[]
  /** Words that ask: with one of them a subject that is named is asked about, without having been offered. */
  readonly asking: readonly string[]
  /**
   * Words that ask, unless these stand there: one word of Sorani is "may one?" and the end of "is
   * threatened".
   */
  readonly askingBeside?: { readonly words: readonly string[]; readonly never: readonly string[] }
}

/** Its name is the text `guide-topic-<id>`. `hints`: what people write for it inside longer words. */
export type GuideTopic = { readonly id: string; readonly group: string; readonly hints: readonly string[] }

/** Whom a guide speaks to. */
export type Audience = 'everyone' | 'adults' | 'under-18' | 'helpers' | 'parents'

/**
 * A few short steps about one thing, as texts `guide-<id>-1` to `guide-<id>-<steps>`
 * (core/model/keys.ts has the others). Where it comes from and when that was last looked at belong
 * to it: what platforms and laws say changes.
 */
export type Guide = {
  readonly id: string
  readonly topic: string
  /** One of the kinds that every app has; its title, lead and share text are then those of the kind. */
  readonly job?: GuideJob
  readonly steps: number
  /**
   * Steps that ask for a picture of the screen: what was sent may show who is under 18 (law 10).
   * Where that is so, `guide-<id>-<step>-minor` stands in their place; where no age is known,
   * `guide-under-18` stands below.
   */
  readonly pictures?: readonly number[]
  /** To be read, not to be done: nothing is ticked off. */
  readonly reading?: true
  readonly audience: Audience
  /** The guide that opens in its place where somebody under 18 is concerned. */
  readonly minors?: string
  readonly source: { readonly name: string; readonly address: string }
  /** The day of the last check, as 2026-11-28. */
  readonly checked: string
  /** What it says of the law is still to be confirmed by a lawyer, and says so. */
  readonly lawyer?: true
  /** Answers and facts for which it is offered; those without are only browsed. */
  readonly when?: Condition
}

/** `report`: keep, report, have taken down, block. `account`: get it back, make it safe. */
export type GuideJob = 'report' | 'account'
