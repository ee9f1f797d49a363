import type { Severity } from '../base/severity.ts'
import type { PhraseKey } from '../ports/phrases.ts'

/** What a person agrees to, each by itself, each to be taken back (bots/amin/README.md, Words). */
export const SCOPES = [
  'keep',
  'share-investigators',
  'share-ngo',
  'contact-me',
  'hashes-to-platforms',
  'check-in',
  'outside-help',
] as const
export type Scope = (typeof SCOPES)[number]

/**
 * Those that a person is asked about: `outside-help` only where words could go to a model that runs
 * elsewhere.
 */
export const scopesAsked = (helps: { readonly at: 'here' | 'away' } | undefined): readonly Scope[] =>
  SCOPES.filter((scope) => scope !== 'outside-help' || helps?.at === 'away')

export const scopeKey = (scope: Scope): PhraseKey => `scope-${scope}`

/** Hours or days, as the name says that stands before it. */
export type Term = number | 'never'

/**
 * How long a case of one severity is kept by state: a draft counts from the last message of the
 * person, an open one that nobody has (`idle`) from the last thing said, a closed one from its
 * closing. Where an agent has it, or a hold stands, no term runs.
 */
export type Terms = { readonly draftHours: Term; readonly idleDays: Term; readonly closedDays: Term }
export type Retention = Readonly<Record<Severity, Terms>>

/**
 * Words of somebody else who has the phone, folded before they are compared. `is` and `surely` stand at the
 * beginning of a sentence, `leads` before them; `is` counts only beside one of `wants` (any ending) and
 * without any of `unless`. `tells`: a story for somebody else holds one of them.
 */
export type AnotherHand = {
  readonly leads: readonly string[]
  readonly tells: readonly string[]
  readonly who: readonly Readonly<Record<'is' | 'wants' | 'unless', readonly string[]>>[]
  readonly surely: readonly string[]
}

/** What an agency may want to change about the access of people to their own case; data of the bot. */
export type AccessRules = {
  /**
   * Of the texts of consent: stands in the ledger with each consent, so that one can tell later
   * what was agreed to.
   */
  readonly consentVersion: string
  /** The answer that means "only after I write": then nothing at all is begun by us. */
  readonly afterIWrite: { readonly step: string; readonly option: string }
  readonly retention: Retention
  /** Yes and no to a question of core/services/access, in all languages together, compared folded. */
  readonly yes: readonly string[]
  readonly no: readonly string[]
  /** How somebody else who has the phone says so; without it nobody is heard as another. */
  readonly another?: AnotherHand
  /** How somebody refuses a PIN, a decoy or a word for danger, or asks what it is, compared folded. */
  readonly secretWords: {
    readonly refusals: readonly string[]
    /** What stands beside a refusal and is no sentence of its own. */
    readonly beside: readonly string[]
    /** Whole questions about it, and the names that make any question one about it. */
    readonly questions: readonly string[]
    readonly names: readonly string[]
    /** How somebody says that a code or a PIN is lost or forgotten. */
    readonly lost: readonly string[]
  }
}
