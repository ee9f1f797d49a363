import type { CaseEvent } from './events.ts'
import type { AgentId } from '../base/ids.ts'
import { after, hours, type Instant } from '../base/units.ts'
import type { CaseState, EventPlace } from './state.ts'

/**
 * Why a member of the team would have a case erased. It stays in the open part of the tombstone:
 * the words beside it do not.
 */
export const ERASURE_GROUNDS = ['person', 'law', 'mistake', 'other'] as const
/**
 * `person`: they asked for it, by another way than the bot. `law`: a court or the law does.
 * `mistake`: opened by mistake, or as a trial.
 */
export type ErasureGround = (typeof ERASURE_GROUNDS)[number]

/** The newest request to erase the case, named by the seq of its entry. */
export type ErasureRequest = {
  readonly seq: number
  readonly by: AgentId
  readonly ground: ErasureGround
  readonly reason: string
  readonly at: Instant
  /** Something of the person's was written down since: who asked did not know of it. */
  readonly writtenSince?: true
  readonly refused?: true
}

/**
 * How long somebody else may answer. What was forgotten must not be agreed to weeks later, about a
 * case that became another.
 */
export const ERASURE_LASTS = hours(24)

/** What the person says or does, by whatever way it comes in; what they say on a call an agent types. */
const WRITES: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  'message_received',
  'message_edited',
  'fingerprint_given',
  'person_returned',
  'decoy_used',
  'duress_used',
])

/**
 * A refusal counts for the request it names. That somebody agreed is written in no case: it ends
 * the case.
 */
export const evolveErasure = (
  request: ErasureRequest | undefined,
  event: CaseEvent,
  place: EventPlace,
): ErasureRequest | undefined => {
  if (event.type === 'erasure_requested') {
    const { by, ground, reason } = event
    return { seq: place.seq, by, ground, reason, at: place.at }
  }
  if (request === undefined) return undefined
  if (event.type === 'erasure_refused')
    return request.seq === event.request ? { ...request, refused: true } : request
  return WRITES.has(event.type) ? { ...request, writtenSince: true } : request
}

const isLapsed = ({ at }: ErasureRequest, now: Instant): boolean => now >= after(at, ERASURE_LASTS)

/** The request that somebody may still answer. */
export const openErasure = ({ erasure }: CaseState, now: Instant): ErasureRequest | undefined =>
  erasure === undefined || erasure.refused === true || isLapsed(erasure, now) ? undefined : erasure

/**
 * `superseded`: it was asked for anew since. `lapsed`: nobody answered in time. `same_person`: who
 * asks does not answer as well.
 */
export type ErasureFault = 'unknown' | 'superseded' | 'already' | 'same_person' | 'lapsed'
/**
 * `hold`: it stands, and is lifted first. `written_since`: the person wrote, and who asked did not
 * know of it.
 */
export type AgreementFault = ErasureFault | 'hold' | 'written_since'

/** Why `by` may not answer this request now. Whether their role may at all is for the console. */
export const judgeErasureAnswer = (
  { erasure }: CaseState,
  seq: number,
  by: string,
  now: Instant,
): ErasureFault | undefined => {
  if (erasure === undefined || seq > erasure.seq) return 'unknown'
  if (seq < erasure.seq) return 'superseded'
  if (erasure.refused === true) return 'already'
  if (erasure.by === by) return 'same_person'
  return isLapsed(erasure, now) ? 'lapsed' : undefined
}

/** What stands in the way of agreeing, whoever agrees. */
export const hindersErasure = ({ hold, erasure }: CaseState): 'hold' | 'written_since' | undefined => {
  if (hold !== undefined) return 'hold'
  return erasure?.writtenSince === true ? 'written_since' : undefined
}

/** Why `by` may not agree to this request now. */
export const judgeAgreement = (
  state: CaseState,
  seq: number,
  by: string,
  now: Instant,
): AgreementFault | undefined => judgeErasureAnswer(state, seq, by, now) ?? hindersErasure(state)
