import type { Language } from '../base/language.ts'
import type { FlowCommand } from './flow.ts'

/**
 * Words of all languages together: which language a person writes in does not matter for being
 * understood.
 */
export type FlowWords = {
  readonly commands: Readonly<Record<FlowCommand, readonly string[]>>
  readonly languages: Readonly<Record<Language, readonly string[]>>
  /**
   * "Hide the chat", as well as the command; `close`: that only beside words of `haste`, which may stand
   * beside a nought and the first, too ("0 quick").
   */
  readonly hiding?: Readonly<Record<'hide' | 'close' | 'haste', readonly string[]>>
  /** "All of them", where several can be picked; and half a yes ("maybe"), where danger is asked about. */
  readonly all?: readonly string[]
  readonly halfYes?: readonly string[]
  /** What the lines of the card are called, by step: who names one at the card means to correct it. */
  readonly lines?: Readonly<Record<string, readonly string[]>>
  /** Beside the name of a line: that it is to go, and that it is not right. */
  readonly removing?: readonly string[]
  readonly correcting?: readonly string[]
  /** Greetings and thanks: no answer to anything. */
  readonly courtesies: readonly string[]
  /**
   * "Yes" and "no", to an offer that stands beside the question, and at the beginning of an answer
   * in one's own words.
   */
  readonly yes: readonly string[]
  readonly no: readonly string[]
  /** How sentences begin in which the word for yes means "any" («اي احد»). */
  readonly notYes: readonly string[]
  /**
   * Words and phrases that only say a no again ("nothing", "thank God", «ماكو شي»): a sentence that begins with
   * "no" and holds any other word tells or begs, and is no answer.
   */
  readonly besideNo: readonly string[]
  /** Words that a question begins with ("will", «شوكت», «کەی»). */
  readonly questions: readonly string[]
  /** A wish to have everything erased, at the beginning of a clause of a longer message. */
  readonly erasing?: readonly string[]
  /** Whole messages that tell of this moment and name no place, where a place is asked in danger. */
  readonly hereNow?: readonly string[]
  /**
   * Where a place is asked in danger: that nobody is with who writes, said in these words and any that may stand
   * beside them, and the saying that answers it.
   */
  readonly byThemselves?: {
    readonly words: readonly string[]
    readonly beside: readonly string[]
    readonly saying: string
  }
  /** Agrees and tells nothing ("ok"): no place, and no answer where words are asked for. */
  readonly agreed?: readonly string[]
  /** What may stand before a question and asks nothing ("ok but"). */
  readonly leads?: readonly string[]
  /** Of the cries those that call for nobody at once ("I need help", "what do I do", "I am scared"). */
  readonly calmCries?: readonly string[]
  /** Of the words for `help` those that only ask for the list of what can be written: never a cry. */
  readonly lists?: readonly string[]
  /** Calls for help that ask for nothing by name: they are heard, and are neither an answer nor a mistake. */
  readonly cries: readonly string[]
  /**
   * What only points at what was sent ("he sent this"): no answer to anything, and nothing to be
   * sent by who writes.
   */
  readonly pointing?: readonly string[]
  /** "I am in danger", said of who writes: the same as the button of that name. */
  readonly inDanger?: readonly string[]
}
