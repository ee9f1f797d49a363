import { isolateRuns } from '../../base/bidi.ts'
import type { Held } from '../../model/access.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { Capabilities, OutboundContent } from '../../ports/channel.ts'
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

/** What an agent says, under their name where the channel shows one. */
export const asText = (
  { names }: Capabilities,
  { text, alias }: { readonly text: string; readonly alias: string },
  over: { readonly placeOver?: true },
): OutboundContent => ({
  kind: 'text',
  text: isolateRuns(text),
  ...(names === true ? { alias } : {}),
  ...over,
})

/** What was held becomes rows, each by who said it. */
export const release = (held: readonly Held[], post: Post, ring: ReturnType<typeof makeRing>): CaseEvent => ({
  type: 'words_released',
  lines: held.map(({ seq, n, speaker, text, buttons }) => {
    const shown = buttons === undefined ? {} : { buttons }
    return {
      seq,
      n,
      row: post({ kind: 'text', text: isolateRuns(text), ...shown, ...ring() }, speaker, speaker === 'bot'),
    }
  }),
})
