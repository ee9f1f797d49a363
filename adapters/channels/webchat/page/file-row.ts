import { makeNameOf } from './bidi.ts'
import { make, makeIcon } from './dom.ts'
import type { Words } from './words.ts'

export const sizeOf = (words: Words, size: number): string =>
  size < 1_000_000
    ? words.say('bytes', { n: String(Math.max(1, Math.round(size / 1000))) })
    : words.say('megabytes', { n: (size / 1_000_000).toFixed(1) })

const KINDS = ['photo', 'video', 'audio', 'voice']

export const nameOfKind = (words: Words, kind: string): string =>
  words.say(kind === 'voice' ? 'voice-message' : KINDS.indexOf(kind) === -1 ? 'file' : kind)

/** An icon beside a name and what else is given. */
export const makeFile = (kind: string, name: string, ...about: readonly (Node | string)[]): HTMLDivElement =>
  make('div', 'file', makeIcon(kind), make('div', '', make('p', '', makeNameOf(name)), ...about))
