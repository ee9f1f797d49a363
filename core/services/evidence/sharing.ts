import { mayShare } from '../../policy/access/consent.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import { factsOf } from '../../policy/triage/facts.ts'
import type { CaseState } from '../../model/state.ts'
import type { Flow } from '../../model/flow.ts'
import { mediaAllowed } from '../../policy/conversation/gates.ts'
import type { ListRow } from '../../base/fingerprint/lists.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'

/** Below this a hash says too little of a picture: what it matches is chance. */
const LEAST_QUALITY = 50

/**
 * Somebody is, or may be, under 18: such pictures go to no list of ours, whatever was agreed to;
 * Take It Down is made for them.
 */
const YOUNG = ['minor', 'soft-minor'] as const

/**
 * Whether any fingerprint of this case may go to platforms: an adult's, who agreed to it in so many
 * words and did not take it back.
 */
export const mayList = (flow: Flow, state: CaseState, now: Instant): boolean => {
  if (!mayShare(state, 'hashes-to-platforms') || mediaAllowed(flow, state.conversation) !== 'open')
    return false
  const facts = factsOf(flow, state, now)
  return !YOUNG.some((fact) => facts.has(fact))
}

const MD5 = /^[0-9a-f]{32}$/

/** What platforms compare: pictures and videos, in whatever form they came. Nothing for the rest. */
const mediaTypeOf = (item: EvidenceState): ListRow['mediaType'] | undefined => {
  const mime = item.status === 'sealed' ? item.mime : undefined
  if (mime?.startsWith('image/') === true) return 'photo'
  if (mime?.startsWith('video/') === true) return 'video'
  if (item.kind === 'photo') return 'photo'
  return item.kind === 'video' || item.kind === 'video_note' || item.kind === 'animation'
    ? 'video'
    : undefined
}

/** Items that a person may be asked about, in the order in which they came. */
export const askable = (state: CaseState): readonly EvidenceId[] =>
  (Object.entries(state.evidence) as [EvidenceId, EvidenceState][]).flatMap(([id, item]) =>
    (item.status === 'sealed' || item.status === 'fingerprint') && mediaTypeOf(item) !== undefined
      ? [id]
      : [],
  )

const digestsOf = ({ examined = [] }: EvidenceState) => examined.filter(({ aspect }) => aspect === 'digest')

/** Several tools digest a file. */
const md5Of = (item: EvidenceState): string | undefined =>
  digestsOf(item)
    .map(({ facts }) => facts['md5'])
    .find((md5): md5 is string => typeof md5 === 'string' && MD5.test(md5))

/** A broken digest is of other bytes than those that arrived: nothing is told of them. */
const isBroken = (item: EvidenceState): boolean => digestsOf(item).some(({ found }) => found === 'broken')

const rowOf = (item: EvidenceState, dateOf: (at: Instant) => string): ListRow | undefined => {
  const mediaType = mediaTypeOf(item)
  if (
    (item.status !== 'sealed' && item.status !== 'fingerprint') ||
    item.shareable !== true ||
    mediaType === undefined
  )
    return undefined
  if (isBroken(item)) return undefined
  const md5 = md5Of(item)
  const pdq = item.pdq !== undefined && item.pdq.quality >= LEAST_QUALITY ? item.pdq : undefined
  // A picture without a good PDQ is left out; a video is compared by its MD5.
  if (pdq === undefined && (mediaType !== 'video' || md5 === undefined)) return undefined
  const { sha256, receivedAt } = item
  return {
    sha256,
    mediaType,
    created: dateOf(receivedAt),
    ...(pdq === undefined ? {} : { pdq }),
    ...(md5 === undefined ? {} : { md5 }),
  }
}

/**
 * What of a case goes into a list now: agreed to in general and for each item, and good enough to
 * be compared.
 */
export const listed = (
  flow: Flow,
  state: CaseState,
  now: Instant,
  dateOf: (at: Instant) => string,
): readonly (readonly [EvidenceId, ListRow])[] => {
  if (!mayList(flow, state, now)) return []
  return (Object.entries(state.evidence) as [EvidenceId, EvidenceState][]).flatMap(([id, item]) => {
    const row = rowOf(item, dateOf)
    return row === undefined ? [] : [[id, row] as const]
  })
}
