import type { Language } from '../base/language.ts'
import type { Said, Stop, Whereabouts } from './helper.ts'

/** A voice note as the model gets it: bytes and how they are coded, no name and no time. */
export type Recording = { readonly bytes: Uint8Array; readonly mime: string }

/**
 * Voice to text, at a server that the operator named. Same promises as core/ports/helper: never
 * throws, never retries.
 */
export type Transcriber = {
  readonly about: Whereabouts
  /** `language`: that of the conversation, where the server is to be told one. */
  readonly transcribe: (recording: Recording, language: Language, stop: Stop) => Promise<Said<string>>
}
