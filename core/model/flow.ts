import type { Language } from '../base/language.ts'
import type { PhraseKey } from '../ports/phrases.ts'
import type { FlowWords } from './flow-words.ts'
import type { FlowRoles } from './roles.ts'
import type { Guidance } from './guidance.ts'
import type { Condition } from './condition.ts'
import type { Effect } from './effect.ts'
import type { Places } from './towns.ts'
import type { Saying } from './saying.ts'
import type { StoryOf } from './story-of.ts'

/** Options of a question. */
type Named = { readonly step: string; readonly options: readonly string[] }

/**
 * A conversation as data: what is asked, in which order, what may follow from an answer.
 * `checkFlow` says whether it holds together. Texts are not in it: their keys follow from the ids,
 * see keys.ts. Ids are lower-case ASCII words joined by hyphens.
 */
export type Flow = {
  readonly id: string
  /**
   * Asked in this order, each when its turn comes and its `when` holds. The last one is the only
   * `review`.
   */
  readonly steps: readonly Step[]
  /** The option that means yes to being helped and kept; before it nothing but its question is asked. */
  readonly consent: { readonly step: string; readonly option: string }
  /**
   * Who runs this and of what kind they are (the state, civil society...), as they state it
   * themselves: said with the question for consent.
   */
  readonly operator?: { readonly name: Readonly<Record<Language, string>>; readonly kind: string }
  /** The options that mean an adult; any other answer, or none, closes the door for files (law 10). */
  readonly adult: {
    readonly step: string
    readonly options: readonly string[]
    /** The option that means somebody else who is under 18. */
    readonly other: string
  }
  /**
   * The answer that this is told for somebody else than who writes: read from their words, before a yes
   * as well, and never asked. `own`: ages of who writes; whoever chooses one is whom it happens to.
   */
  readonly whom?: { readonly step: string; readonly option: string; readonly own: readonly string[] }
  /**
   * Where words go that tell what happened but answer no question: a `text` step. Shorter messages
   * are not taken for telling.
   */
  readonly story: StoryOf
  /**
   * Questions whose answers a reader of facts finds in whatever words: a hint that it finds unlikely is none.
   */
  readonly learnt?: readonly string[]
  readonly words: FlowWords
  /**
   * Answers, or a skip, after which the bot begins nothing by itself and shows no progress: somebody may look on.
   * `told`: answers of another question that say so, until this one is answered. `note`: then said once.
   */
  readonly discreet: Named & { readonly told?: Named; readonly note?: 'exit-note' }
  /** What a shared place is called, and in which region it lies. */
  readonly places?: Places
  /**
   * The answer of words that say that the family has it already, and what is said of it: it stands
   * before a yes as well, and goes before whatever else such words sound like.
   */
  readonly reached?: { readonly step: string; readonly option: string; readonly saying: Saying }
  /** The answer of who wants nobody to come: then nobody is announced. */
  readonly refusal?: { readonly step: string; readonly option: string }
  /**
   * Next-step cards, the more pressing first; each is said once, when its condition comes true, at
   * most one a turn.
   */
  readonly cards: readonly Card[]
  /** What people say that answers no question, in the order in which one of several is answered. */
  readonly sayings: readonly Saying[]
  /** What people can read without making a report, as a list. */
  readonly lessons: readonly Lesson[]
  /** Guidance in small steps, browsed by subject and chosen by what was told. */
  readonly guidance?: Guidance
  readonly roles: FlowRoles
  /** After this silence an unanswered question is introduced by "you stopped at". */
  readonly resumeAfterHours: number
  /**
   * After this silence a question that was not understood is explained again, instead of being left
   * alone.
   */
  readonly askAgainAfterMinutes: number
}

export type Step =
  | (StepBase & { readonly kind: 'choice'; readonly options: readonly Option[] })
  | (StepBase & { readonly kind: 'choices'; readonly options: readonly Option[] })
  /**
   * `voice`: a voice note answers it too. `statement`: the words are sealed as evidence by
   * core/services/evidence. `place`: a place that is shared answers it too.
   */
  | (StepBase & {
      readonly kind: 'text'
      readonly voice?: true
      readonly statement?: true
      readonly place?: true
    })
  /** A voice note; words are taken as well, since not everybody can speak where they are. */
  | (StepBase & { readonly kind: 'voice' })
  | (StepBase & { readonly kind: 'media' })
  | (StepBase & { readonly kind: 'identifiers' })
  /**
   * `currency` where none is named (ISO 4217); `bareThousands`: a bare number below 1000 means
   * thousands, as Iraqis speak of dinars; `about`: of longer words only what was given is read, not
   * what is wanted.
   */
  | (StepBase & {
      readonly kind: 'amount'
      readonly currency: string
      readonly bareThousands?: true
      readonly about?: 'paid'
    })
  | (StepBase & { readonly kind: 'time' })
  /** Shows what was noted. Its options submit, correct or tell; it has no answer of its own. */
  | (StepBase & { readonly kind: 'review'; readonly options: readonly Option[] })

/** `when` looks at answers and facts; `unless`: cards that say it already. */
export type Card = {
  readonly key: PhraseKey
  /**
   * It asks for a picture of the screen (law 10): not said where it is of somebody under 18, and with what holds
   * for them below where no age is known.
   */
  readonly pictures?: true
  /** Said instead where it is of somebody under 18. */
  readonly minors?: PhraseKey
  readonly when: Condition
  readonly unless?: readonly PhraseKey[]
}

/** `words`: what people type or ask for it. Its title is `lesson-<id>-title`, its text `lesson-<id>`. */
export type Lesson = { readonly id: string; readonly words: readonly string[] }

/**
 * `urgent`: asked, in the flow's order, only while people were called for danger and nobody came
 * yet; nothing else is asked meanwhile. `check`: asked before anything else as soon as its `when`
 * holds, in every state.
 */
export type Lane = 'urgent' | 'check'

type StepBase = {
  readonly id: string
  readonly lane?: Lane
  /**
   * Never asked: read out of what the person wrote (`prefill`), shown at the review, and
   * correctable there. Where nothing was read the person can add it there.
   */
  readonly silent?: true
  /**
   * Not asked while this holds, as if it were `silent`: who told much is not walked through what is
   * left open.
   */
  readonly spared?: Condition
  /**
   * The first words that answer it settle it, several choices in one message included; buttons take
   * several until "done". More can be added at the review.
   */
  readonly oneMessage?: true
  /** What can wait is said after it (a card, a way back): it is not to be scrolled to. */
  readonly bare?: true
  /** Neither "skip" nor "I don't know" gets past it. */
  readonly required?: true
  /**
   * Controls that are not offered under the question (an option says it better). Their words work
   * all the same.
   */
  readonly quiet?: readonly Control[]
  readonly when?: Condition
  /** Another text of the question; the first whose condition holds. */
  readonly prompts?: readonly { readonly when: Condition; readonly key: PhraseKey }[]
  /**
   * Words that are none of its options answer it as they are: they stand on the card, and nobody is
   * asked again.
   */
  readonly ownWords?: true
  /** How an answer to it begins ("he wants"): then it is one, whatever it sounds like beside. */
  readonly begins?: readonly string[]
  /** The option that words mean which are none of the others: the careful one. */
  readonly otherwise?: string
  /** A message of an option and more words answers this step and tells the story. */
  readonly takesStory?: true
  /**
   * Answered by what the person told elsewhere: by its options' `hints`, or by what can be read out
   * of words. It is echoed.
   */
  readonly prefill?: true
  readonly after?: readonly Effect[]
  readonly afterSkip?: readonly Effect[]
}

/** Beside one of these phrases, or everywhere, unless one of these parts of words stands in the text. */
export type Doubt = { readonly beside?: readonly string[]; readonly unless?: readonly string[] }

export type Option = {
  readonly id: string
  /** What people type for it, in all languages. A test holds the labels of the locales against these. */
  readonly words: readonly string[]
  /** Phrases that give it away inside longer words. */
  readonly hints?: readonly string[]
  /**
   * Phrases beside which the hints say nothing: "he threatens me and my sister" is told of who writes.
   * `..` in a phrase is up to three words, none of which tells what is done to somebody (FlowStory.stems).
   */
  readonly notBeside?: readonly string[]
  /** In these a hint names somebody else: one outside of them counts ("my uncle helps me, my cousin does it"). */
  readonly notAs?: readonly string[]
  /** Where the reader of facts is not believed for it: its hints say it all the same. */
  readonly doubted?: readonly Doubt[]
  /**
   * A sum of money: that somebody wants one is this option, and that one was given makes the hints of this
   * one sure, whatever the reader of facts says.
   */
  readonly sum?: 'asked' | 'paid'
  /** Typed numbers that mean it where they are no option's number: ages, both ends included. */
  readonly range?: readonly [from: number, to: number]
  /** Typed times that mean it: hours from now, both ends included. */
  readonly within?: readonly [from: number, to: number]
  /** Of several choices: stands alone ("none of these"). */
  readonly alone?: true
  /** Of several choices: an answer by itself as well, and not undone by the others nor undoing them. */
  readonly beside?: true
  /**
   * Options of the same step that this one's hints outweigh in a story: a picture that was made is
   * called a picture too.
   */
  readonly insteadOf?: readonly string[]
  /**
   * How it stands beside the others: what the question is about, what is not undone, or a way on that
   * answers nothing (offered as a word where buttons are few, and never as a number: it stands last).
   */
  readonly look?: 'main' | 'apart' | 'aside'
  /** Picking it does not answer the question. */
  readonly open?: true
  readonly effects?: readonly Effect[]
}

/** Offered under a question; each has words of its own and a label `control-<name>`. */
export const CONTROLS = ['done', 'remove', 'skip', 'unknown', 'back', 'human'] as const

export type Control = (typeof CONTROLS)[number]

/** What a person can ask for at any time, by a word alone in a message. */
export const FLOW_COMMANDS = [
  'exit',
  'human',
  'urgent',
  'erase',
  'stop',
  'continue',
  'back',
  'skip',
  'unknown',
  'done',
  'remove',
  'help',
  'language',
  'show',
  'verify',
  'exit-note',
  'learn',
  'advice',
  'mine',
  'code',
  'return',
  'forgot',
  'consents',
  'correct',
  'check-agent',
  'status',
] as const

export type FlowCommand = (typeof FLOW_COMMANDS)[number]
