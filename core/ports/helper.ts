import type { CrisisLabel } from '../base/danger.ts'
import type { Language } from '../base/language.ts'

/**
 * A language model that the operator runs or rents. It helps agents to read; it never writes to a
 * person: nothing that it says goes into the outbox by itself. What it is given may be the
 * blackmailer's own words, so whatever it says is a claim to be checked.
 */

/**
 * Words in which everything that is known to name somebody is a token. Made by
 * core/text/helper/redact alone.
 */
export type Redacted = string & { readonly origin: 'redacted' }

/**
 * What an operator may switch on, each by its name. `voice` is the transcriber's
 * (core/ports/transcriber).
 */
export const HELPER_USES = ['danger', 'facts', 'summary', 'reply', 'translate', 'voice'] as const
export type HelperUse = (typeof HELPER_USES)[number]

/**
 * Why nothing was said. `off`: not switched on. `withheld`: this case may not be shown to it.
 * `stopped`: the case was erased or this process ends. `unauthorised`: the key does not open it.
 * `busy`: the server asks for patience. `refused`: the model would not. `unreadable`: what came was
 * not what was asked for.
 */
export const SILENCES = [
  'off',
  'withheld',
  'budget',
  'stopped',
  'late',
  'unreachable',
  'unauthorised',
  'busy',
  'refused',
  'unreadable',
  'too_large',
] as const
export type Silence = (typeof SILENCES)[number]

/** `prompt`: version of the question, so that what was said can be judged later. */
export type Said<T> =
  | { readonly kind: 'said'; readonly value: T; readonly model: string; readonly prompt: string }
  | { readonly kind: 'none'; readonly why: Silence }

export const silent = (why: Silence): { readonly kind: 'none'; readonly why: Silence } => ({
  kind: 'none',
  why,
})

/** One message as the model sees it; `id` is a number of this call alone. */
export type HelperLine = {
  readonly id: number
  readonly who: 'person' | 'other' | 'team'
  readonly words: Redacted
}

/**
 * A claim of the model: `quotation` is what it says stands in message `of`. Nothing of it counts
 * before it was found there.
 */
export type Claim = { readonly of: number; readonly quotation: string }

export type DangerClaim = Claim & { readonly label: CrisisLabel; readonly about: 'self' | 'other' }

export const FACT_FIELDS = ['who', 'where', 'demand', 'deadline', 'platform'] as const
export type FactField = (typeof FACT_FIELDS)[number]
export type FactClaim = Claim & { readonly field: FactField }

export type SentenceClaim = Claim & { readonly sentence: string }

/** Tells a call that nobody waits for it any more. */
export type Stop = { readonly onStop: (end: () => void) => void }

/** `here`: on this machine, at a loopback address. */
export type Whereabouts = { readonly at: 'here' | 'away'; readonly host: string; readonly model: string }

/** Never throws, never retries, and answers within its own time limit. */
export type Helper = {
  readonly about: Whereabouts
  /** Danger in the last of the lines; those before it tell what it is about. */
  readonly danger: (lines: readonly HelperLine[], stop: Stop) => Promise<Said<readonly DangerClaim[]>>
  readonly facts: (lines: readonly HelperLine[], stop: Stop) => Promise<Said<readonly FactClaim[]>>
  readonly summary: (
    lines: readonly HelperLine[],
    language: Language,
    stop: Stop,
  ) => Promise<Said<readonly SentenceClaim[]>>
  /** A draft for an agent, in the person's language. */
  readonly reply: (lines: readonly HelperLine[], language: Language, stop: Stop) => Promise<Said<string>>
  readonly translate: (words: Redacted, into: Language, stop: Stop) => Promise<Said<string>>
  /** The smallest question there is: whether somebody answers. */
  readonly ping: (stop: Stop) => Promise<Said<string>>
}
