import { ageOf, consentGiven, mediaAllowed } from '../../policy/conversation/gates.ts'
import type { Flow } from '../../model/flow.ts'
import type { Say } from '../../policy/conversation/say.ts'
import type { CaseState } from '../../model/state.ts'
import type { InboundMedia } from '../../base/message.ts'
import type { Bytes } from '../../base/units.ts'

/**
 * Most files one case may hold. A flood must not fill the disk; a real case has tens. An agent may
 * still take more by another road.
 */
const MAX_EVIDENCE = 500

/** Room for one more, whether file, fingerprint or a file that waits. */
export const hasRoom = (state: CaseState): boolean =>
  Object.keys(state.evidence).length + state.waiting.length < MAX_EVIDENCE

export type AcceptVerdict =
  | { readonly take: true }
  /** Not yet: its reference waits, and nothing is downloaded, until consent or the age is known. */
  | { readonly take: 'later'; readonly why: 'age' | 'consent' }
  /** By the age: the person said that they are under 18, or would not say. */
  | { readonly take: false; readonly why: 'age' | 'size' | 'count'; readonly say: Say }

/**
 * May this file be taken? Asked before a byte is fetched (law 10): not before consent, not for
 * people under 18 or of unknown age, not over what the channel can hand out, not without bound.
 */
export const judgeMedia = (
  flow: Flow,
  state: CaseState,
  media: InboundMedia,
  maxDownload: Bytes,
): AcceptVerdict => {
  const allowed = mediaAllowed(flow, state.conversation)
  if (allowed === 'age') return { take: false, why: 'age', say: sayNoFile(flow, state) }
  if (media.size !== undefined && media.size > maxDownload)
    return {
      take: false,
      why: 'size',
      say: { key: 'too-large', args: { limit: Math.floor(maxDownload / 1_048_576) } },
    }
  if (!hasRoom(state)) return { take: false, why: 'count', say: { key: 'too-many' } }
  return allowed === 'open'
    ? { take: true }
    : { take: 'later', why: allowed === 'unknown' ? 'age' : 'consent' }
}

/**
 * Why nothing is taken at this age: of who would not say it, that it can still be said; of an adult whose
 * pictures are of when they were a child, that these are never to be sent.
 */
export const sayNoFile = (flow: Flow, { conversation }: CaseState): Say => {
  const age = ageOf(flow, conversation)
  if (age === 'minor') return { key: 'media-refused-age' }
  return {
    key: conversation.minorTold?.pictures === undefined ? 'media-refused-unsaid' : 'media-refused-pictures',
  }
}

/**
 * May a fingerprint be kept that was made on the person's own device? At any age, since no file
 * comes with it; not before consent, not without bound.
 */
export const takesPrint = (flow: Flow, state: CaseState): boolean =>
  consentGiven(flow, state.conversation) && hasRoom(state)
