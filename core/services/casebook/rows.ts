import { isolateRuns } from '../../base/bidi.ts'
import type { Held } from '../../model/access.ts'
import { nameOfPerson } from '../../base/member.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseState } from '../../model/state.ts'
import type { SentFile } from '../../base/sent-file.ts'
import type { Capabilities, OutboundContent } from '../../ports/channel.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Speaker } from '../../ports/store/outbox.ts'

/** Puts a row into the outbox of an entry. Returns its place. */
export type Post = (content: OutboundContent, speaker: Speaker, repeatable: boolean) => number

/** The first of several messages takes the app's key for a place away, where it `stands`. */
export const takingKey = (stands: boolean): (() => { readonly placeOver?: true }) => {
  let left = stands
  return () => {
    if (!left) return {}
    left = false
    return { placeOver: true }
  }
}

/**
 * Of what is said at once only the first rings: five notices for one story tell whoever lies beside
 * the phone.
 */
export const makeRing = (): (() => { readonly silent?: true }) => {
  let rung = false
  return () => {
    if (rung) return { silent: true }
    rung = true
    return {}
  }
}

/** The name that a person reads over what somebody of the team says: of who has none, that they are of it. */
export const nameShown = (
  phrases: Phrases,
  { language }: Pick<CaseState, 'language'>,
  alias: string,
): string => nameOfPerson(alias) ?? phrases.say(language, 'someone-of-team')

/** What an agent says or sends, under their name where the channel shows one. */
export const asContent = (
  { names }: Capabilities,
  { text, alias, file }: { readonly text: string; readonly alias: string; readonly file?: SentFile },
  named: (alias: string) => string,
  takeKey: ReturnType<typeof takingKey>,
): OutboundContent => {
  const by = names === true ? { alias: named(alias) } : {}
  if (file !== undefined) return { kind: 'file', file, ...by }
  return { kind: 'text', text: isolateRuns(text), ...by, ...takeKey() }
}

/** What was held becomes rows, each by who said it. */
export const release = (
  held: readonly Held[],
  { names }: Capabilities,
  post: Post,
  ring: ReturnType<typeof makeRing>,
  named: (alias: string) => string,
): CaseEvent => {
  const contentOf = ({ text, buttons, file, alias }: Held): OutboundContent =>
    file === undefined
      ? {
          kind: 'text',
          text: isolateRuns(text),
          ...(buttons === undefined ? {} : { buttons }),
          ...ring(),
        }
      : { kind: 'file', file, ...(names === true && alias !== undefined ? { alias: named(alias) } : {}) }
  return {
    type: 'words_released',
    lines: held.map((line) => ({
      seq: line.seq,
      n: line.n,
      row: post(contentOf(line), line.speaker, line.speaker === 'bot'),
    })),
  }
}
