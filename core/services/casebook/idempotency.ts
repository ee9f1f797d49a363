import type { CaseEvent } from '../../model/events.ts'
import { CROCKFORD, ID_LENGTH, type AgentId, type CaseId } from '../../base/ids.ts'
import type { Hasher } from '../../ports/hasher.ts'

/**
 * What somebody of the team does under a key of their own choice (Idempotency-Key) counts once,
 * whichever process hears it again and however late: the store keeps the deed as the cause of its
 * entry (core/ports/store). Hashed, since a key is what a caller wrote.
 */
export const deedOf = (hasher: Pick<Hasher, 'keyed'>, ...key: readonly string[]): string =>
  hasher.keyed('session', 'deed', ...key)

/**
 * What is done under a key. `stands`: whether an event is what is asked for now; where none is, the
 * key was used for something else.
 */
export type Deed = { readonly cause: string; readonly stands: (event: CaseEvent) => boolean }

export const isNoteOf =
  (agent: AgentId, text: string): Deed['stands'] =>
  (event) =>
    event.type === 'note_added' && event.agent === agent && event.text === text

/** The case that is opened under a key: the same key, the same case. */
export const caseIdOf = (hasher: Pick<Hasher, 'keyed' | 'digest'>, key: string): CaseId =>
  Array.from(hasher.digest(deedOf(hasher, 'open', key)).slice(0, ID_LENGTH), (byte) =>
    CROCKFORD.charAt(byte & 31),
  ).join('') as CaseId
