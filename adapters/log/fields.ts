import type { LogFields } from '../../core/ports/log.ts'
import { describeError } from './describe-error.ts'
import type { ErrorFields } from './describe-error.ts'
import { redact } from './redact.ts'

export type SafeFields = Readonly<Record<string, string | number | ErrorFields>>
type Rule = (value: unknown) => string | number | ErrorFields | undefined

/**
 * Ids of ours hold runs of digits by chance: what has exactly their form is written as it is, all
 * else goes through the net.
 */
const shaped =
  (form: RegExp): Rule =>
  (value) =>
    typeof value !== 'string' ? undefined : form.test(value) ? value : redact(value)

const word: Rule = (value) => (typeof value === 'string' ? redact(value) : undefined)
/** Numbers beyond what the field can mean are dropped: they may be somebody's. */
const upTo =
  (most: number): Rule =>
  (value) =>
    typeof value === 'number' && Math.abs(value) <= most ? value : undefined

const RANDOM_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/
const KEYED_HASH = /^[\w-]{43}$/
const DERIVED_ID = /^[0-9A-HJKMNP-TV-Z]{26}\.\d{1,12}\.\d{1,6}$/
/** Sign-in's own ids; longer than any phone number. */
const AGENT_ID = /^[A-Za-z0-9]{20,40}$/
/** Our own account on a platform: a bot's id, or `web`. Not a person's. */
const ACCOUNT = /^(?:\d{5,15}|[a-z]{1,16})$/

/**
 * The list of core/ports/log.ts, kept at run time too: the compiler does not see what a library or
 * a spread passes on.
 */
const RULES: { readonly [field in keyof LogFields]-?: Rule } = {
  role: word,
  channel: word,
  account: shaped(ACCOUNT),
  caseId: shaped(RANDOM_ID),
  inboundId: shaped(KEYED_HASH),
  outboxId: shaped(DERIVED_ID),
  jobId: shaped(DERIVED_ID),
  objectId: shaped(RANDOM_ID),
  agentId: shaped(AGENT_ID),
  kind: word,
  code: word,
  status: upTo(999),
  attempt: upTo(1_000_000),
  count: upTo(1_000_000_000),
  ms: upTo(1e10),
  bytes: upTo(1e12),
  port: upTo(65_535),
  signal: word,
  error: describeError,
}

export const toSafeFields = (fields: LogFields): SafeFields => {
  const safe: Record<string, string | number | ErrorFields> = {}
  for (const [name, rule] of Object.entries(RULES)) {
    const value: unknown = fields[name as keyof LogFields]
    const written = value === undefined ? undefined : rule(value)
    if (written !== undefined) safe[name] = written
  }
  return safe
}
