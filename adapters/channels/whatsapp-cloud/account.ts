import type { Instant } from '../../../core/base/units.ts'
import type { Graph, Reply } from './graph.ts'
import { record, text } from '../../kit/json.ts'
import { errorOf, judge } from './verdict.ts'

/** What the platform thinks of our number; for the console. Words of the platform's own, in small letters. */
export type AccountState = {
  readonly checkedAt: Instant
  /**
   * How people who got our messages took them: `green`, `yellow`, `red`, `unknown`. Red for long
   * leads to limits.
   */
  readonly quality?: string
  /** How many people a day may be written to first (templates): `tier_250`, `tier_1k`, … `tier_unlimited`. */
  readonly limit?: string
  /** Messages a second: `standard`, `high`. */
  readonly throughput?: string
  /** `connected`, or what keeps it from that: `flagged`, `restricted`, `banned`, … */
  readonly status?: string
  /** Whether messages go out: `available`, `limited`, `blocked`. */
  readonly sending?: string
}

/** `unreachable`: it will be tried again. `unauthorised`: a person must act. */
export type Looked =
  | { readonly status: 'known'; readonly account: AccountState }
  | { readonly status: 'unreachable' | 'unauthorised'; readonly reply: Reply }

const FIELDS = 'quality_rating,messaging_limit_tier,throughput,status,health_status'
/** What every version knows. */
const FEWEST = 'quality_rating'
/** Graph's code of a field that this version does not have. */
const UNKNOWN_FIELD = 100

const WORD = /^[A-Za-z0-9_]{1,40}$/
const word = <Name extends string>(name: Name, value: unknown): { readonly [key in Name]?: string } => {
  const said = text(value)
  return said === undefined || !WORD.test(said)
    ? {}
    : ({ [name]: said.toLowerCase() } as { readonly [key in Name]?: string })
}

export const lookAtAccount = async (graph: Graph, phoneId: string, now: Instant): Promise<Looked> => {
  const ask = (fields: string): Promise<Reply> => graph.get(`${phoneId}?fields=${fields}`)
  const first = await ask(FIELDS)
  const reply = errorOf(first)?.code === UNKNOWN_FIELD ? await ask(FEWEST) : first
  const json = reply.status === 'answered' && reply.http === 200 ? record(reply.json) : undefined
  if (json === undefined) {
    // A number that this token does not see is answered like one that is not there.
    const lost = judge(reply).status === 'unauthorised' || errorOf(reply)?.code === UNKNOWN_FIELD
    return { status: lost ? 'unauthorised' : 'unreachable', reply }
  }
  return {
    status: 'known',
    account: {
      checkedAt: now,
      ...word('quality', json['quality_rating']),
      ...word('limit', json['messaging_limit_tier']),
      ...word('throughput', record(json['throughput'])?.['level']),
      ...word('status', json['status']),
      ...word('sending', record(json['health_status'])?.['can_send_message']),
    },
  }
}

/** States of a number in which nothing is delivered until a person acts. */
const STOPPED: ReadonlySet<string> = new Set([
  'banned',
  'disconnected',
  'restricted',
  'deleted',
  'unverified',
])

export const isStopped = ({ status, sending }: AccountState): boolean =>
  STOPPED.has(status ?? '') || sending === 'blocked'
