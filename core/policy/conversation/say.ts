import type { Language } from '../../base/language.ts'
import type { ButtonRole } from '../../ports/channel.ts'
import type { PhraseArgs, PhraseKey } from '../../ports/phrases.ts'

/**
 * A message to the person before it has a language or a form: a phrase, and the choices under it
 * where it asks.
 */
export type Say = {
  readonly key: PhraseKey
  /** What is said in its place where the very same words stand last in the chat already. */
  readonly again?: PhraseKey
  readonly args?: PhraseArgs
  /** Arguments that are texts themselves and need the language first. */
  readonly fill?: Readonly<Record<string, Piece>>
  readonly choices?: readonly Choice[]
  /** Name of the question that the choices belong to, where the message itself does not ask it. */
  readonly about?: PhraseKey
  /** Said below it in the same message: each one more is one more that hides the question. */
  readonly below?: PhraseKey
  /** The same of what has words of its own to fill in. */
  readonly joined?: Say
  /** Where the person stands among the questions. */
  readonly progress?: { readonly n: number; readonly of: number }
  /** A place answers it: asked for by the app's own key, where it has one. */
  readonly place?: true
  /** Address of the page that the answer is given on; said, and never kept. */
  readonly page?: (language: Language) => string
  /** What stays in the chat was said a moment ago: the page is named, and no warning stands with it. */
  readonly pageAgain?: true
  /** The choices stand as a numbered list in the text, even where the channel has buttons. */
  readonly numbered?: true
}

/**
 * `control`: not an answer but a way on (skip, back); without a button it is offered as a word, not
 * as a number. Choices that are no control are numbered from 1 in their order, on every channel,
 * shown or not.
 */
export type Choice = {
  readonly label: PhraseKey
  readonly token: string
  readonly control?: true
  readonly role?: ButtonRole
  readonly picked?: true
  /** The text itself says what to write for it: without a button it is not said once more. */
  readonly spoken?: true
}

export type Piece =
  | {
      readonly kind: 'phrase'
      readonly key: PhraseKey
      readonly args?: PhraseArgs
      readonly fill?: Readonly<Record<string, Piece>>
    }
  /** A name that each language writes in its own way. */
  | { readonly kind: 'name'; readonly names: Readonly<Record<Language, string>> }
  /** The person's own words, shown as they are. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly by: 'line' | 'comma'; readonly pieces: readonly Piece[] }
  /** `<title>: <value>` */
  | { readonly kind: 'pair'; readonly title: PhraseKey; readonly value: Piece }
