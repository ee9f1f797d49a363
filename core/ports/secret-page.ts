import type { ChatAddress } from '../base/message.ts'
import type { CaseId } from '../base/ids.ts'
import type { Language } from '../base/language.ts'

/**
 * A page that takes one secret, once. `url`, which names the language, is said to the person and
 * kept nowhere; `mark` is a keyed hash of what opens it, and is all that is kept.
 */
export type SecretPage = { readonly url: (language: Language) => string; readonly mark: string }

/**
 * Makes addresses of such pages; nothing is written down for it, in any process. There is none
 * where no phone could open it.
 */
export type SecretPages = { readonly mint: (caseId: CaseId) => SecretPage }

/** What an open page asks for: a word or number alone, or a return code and its PIN. */
export type SecretAsked = { readonly address: ChatAddress; readonly form: 'word' | 'return' }

/**
 * Whether a page still stands for a question that waits; nothing where it was used, is too old, was
 * never there, or its case is gone.
 */
export type SecretDoor = {
  readonly asked: (caseId: CaseId, mark: string) => Promise<SecretAsked | undefined>
}
