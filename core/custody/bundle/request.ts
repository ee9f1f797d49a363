import type { Handover } from '../../model/handover.ts'
import { after, hours, type Instant } from '../../base/units.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'

/** What the operator asks of bundles. */
export type ExportRule = {
  /** One asks, another agrees. */
  readonly twoPersons: boolean
  /** No bundle leaves open. */
  readonly onlySealed: boolean
  /** Public keys that bundles may be sealed to; any where the operator names none. */
  readonly recipients?: readonly string[]
}

/** What is asked for. `recipients`: public keys, none where it is to leave open. */
export type Order = { readonly scope: BundleScope; readonly recipients: readonly string[] }

/**
 * How long a bundle can be fetched after it was agreed to (or asked for, where nobody has to
 * agree), by whoever asked or agreed.
 */
const AGREED_LASTS = hours(24)
/** Most keys that one bundle is sealed to. */
const MOST_RECIPIENTS = 20

export type OrderFault = 'sealed_only' | 'recipient_invalid' | 'recipient_unknown'

/** What is wrong with where it is to go. */
export const judgeOrder = (
  rule: ExportRule,
  { recipients }: Order,
  isRecipient: (key: string) => boolean,
): OrderFault | undefined => {
  if (
    recipients.length > MOST_RECIPIENTS ||
    new Set(recipients).size < recipients.length ||
    !recipients.every(isRecipient)
  )
    return 'recipient_invalid'
  if (recipients.length === 0 && rule.onlySealed) return 'sealed_only'
  return rule.recipients !== undefined && recipients.some((key) => rule.recipients?.includes(key) !== true)
    ? 'recipient_unknown'
    : undefined
}

type Request = NonNullable<Handover['request']>

export type RequestStatus = 'waiting' | 'ready' | 'refused' | 'over'

export const statusOf = (rule: ExportRule, request: Request, now: Instant): RequestStatus => {
  const { answer } = request
  if (answer?.agreed === false) return 'refused'
  if (answer === undefined && rule.twoPersons) return 'waiting'
  return now < after(answer?.at ?? request.at, AGREED_LASTS) ? 'ready' : 'over'
}

/** `superseded`: another was asked for since. `same_person`: who asks does not agree to it as well. */
export type AnswerFault = 'unknown' | 'superseded' | 'answered' | 'same_person'

/** Why `by` may not answer this request now. Whether their role may at all is for the console. */
export const judgeAnswer = ({ request }: Handover, seq: number, by: string): AnswerFault | undefined => {
  if (request === undefined || seq > request.seq) return 'unknown'
  if (seq < request.seq) return 'superseded'
  if (request.answer !== undefined) return 'answered'
  return request.by === by ? 'same_person' : undefined
}

export type FetchFault = 'unknown' | 'superseded' | 'waiting' | 'refused' | 'over' | 'not_theirs'

/** Why `by` may not fetch what this request asked for now. */
export const judgeFetch = (
  rule: ExportRule,
  { request }: Handover,
  seq: number,
  by: string,
  now: Instant,
): FetchFault | undefined => {
  if (request === undefined || seq > request.seq) return 'unknown'
  if (seq < request.seq) return 'superseded'
  const status = statusOf(rule, request, now)
  if (status !== 'ready') return status
  return by === request.by || by === request.answer?.by ? undefined : 'not_theirs'
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key) => b.includes(key))

/**
 * Why the command line may not export this now, where two people have to agree: they agree in the
 * console, to exactly this.
 */
export const judgeCommand = (
  rule: ExportRule,
  { request }: Handover,
  order: Order,
  now: Instant,
): 'two_persons' | undefined => {
  if (!rule.twoPersons) return undefined
  const agreed = request !== undefined && statusOf(rule, request, now) === 'ready'
  return agreed && request.scope === order.scope && same(request.recipients, order.recipients)
    ? undefined
    : 'two_persons'
}
