import type { SendOutcome } from '../../../core/ports/channel.ts'
import { hours, minutes, seconds, type Ms } from '../../../core/base/units.ts'
import type { Reply } from './graph.ts'
import { int, record } from '../../kit/json.ts'

/**
 * What a call that brought no result came to. `closed`: more than 24 h since the person wrote, so
 * only templates are let through.
 */
export type SendVerdict = Exclude<SendOutcome, { readonly status: 'sent' }> | { readonly status: 'closed' }

const GONE: SendVerdict = { status: 'refused', why: 'gone' }
const INVALID: SendVerdict = { status: 'refused', why: 'invalid' }
const UNAUTHORISED: SendVerdict = { status: 'unauthorised' }
const slow = (wait: Ms): SendVerdict => ({ status: 'later', wait, everyone: true })

/**
 * The codes that mean something else than "your request is wrong", from developers.facebook.com,
 * WhatsApp Business Platform, error codes (2026). Those of an account that a person must put right
 * are treated like a token that is no longer taken: the channel stops.
 */
const VERDICTS: Readonly<Record<number, SendVerdict>> = {
  // Token, rights, account.
  0: UNAUTHORISED,
  3: UNAUTHORISED,
  10: UNAUTHORISED,
  190: UNAUTHORISED,
  368: UNAUTHORISED,
  131_005: UNAUTHORISED,
  131_031: UNAUTHORISED,
  131_042: UNAUTHORISED,
  131_045: UNAUTHORISED,
  133_010: UNAUTHORISED,
  // Too much of us: the app, the account, the number; and, without a word on how long, of this pair.
  4: slow(minutes(1)),
  80_007: slow(minutes(1)),
  130_429: slow(seconds(5)),
  131_048: slow(hours(1)),
  131_056: { status: 'later' },
  // The platform's own troubles, of which it says that nothing was done.
  2: { status: 'later' },
  131_016: { status: 'later' },
  131_057: slow(minutes(5)),
  133_004: slow(minutes(1)),
  // Of which it does not.
  1: { status: 'unclear' },
  131_000: { status: 'unclear' },
  // The person.
  131_026: GONE,
  131_030: GONE,
  131_049: GONE,
  130_472: GONE,
  130_497: GONE,
  131_047: { status: 'closed' },
}

/** Graph's rights: "permission is either not granted or has been removed". */
const isAboutRights = (code: number): boolean => code >= 200 && code <= 299

export const verdictOf = (code: number): SendVerdict | undefined =>
  VERDICTS[code] ?? (isAboutRights(code) ? UNAUTHORISED : undefined)

/** The error that an answer carries. */
export const errorOf = (reply: Reply): { readonly code: number; readonly transient: boolean } | undefined => {
  if (reply.status !== 'answered') return undefined
  const error = record(record(reply.json)?.['error'])
  const code = int(error?.['code'])
  return code === undefined ? undefined : { code, transient: error?.['is_transient'] === true }
}

const withWait = (verdict: SendVerdict, retryAfter: Ms | undefined): SendVerdict =>
  verdict.status === 'later' && retryAfter !== undefined ? { ...verdict, wait: retryAfter } : verdict

/**
 * Of an answer without a code of the platform's: from its servers' front, or from a proxy that has
 * never seen WhatsApp.
 */
const byStatus = (http: number): SendVerdict => {
  if (http === 429) return slow(seconds(5))
  // Whoever refused it did not carry it out, and what is wrong with the way to the platform is put
  // right in time.
  if (http >= 300 && http < 500) return { status: 'later' }
  return { status: 'unclear' }
}

/**
 * Sorts an answer that is no result. The platform has no idempotency key: a request that left and
 * brought no answer may have been carried out, so it is `unclear`. Only where no connection ever
 * stood, nothing was done.
 */
export const judge = (reply: Reply): SendVerdict => {
  if (reply.status === 'broken') return reply.reached ? { status: 'unclear' } : { status: 'later' }
  const error = errorOf(reply)
  if (error === undefined) return withWait(byStatus(reply.http), reply.retryAfter)
  const known = verdictOf(error.code)
  if (known !== undefined) return withWait(known, reply.retryAfter)
  if (reply.http === 429 || reply.http >= 500) return withWait(byStatus(reply.http), reply.retryAfter)
  return error.transient ? { status: 'later' } : INVALID
}

/** A code in groups of three: the log takes six digits in a row for somebody's number. */
export const nameCode = (code: number): string => `graph_${String(code).replace(/\B(?=(\d{3})+$)/g, '_')}`

/**
 * A short name for the log of what went wrong: never the error itself, whose text may hold a number
 * (law 8).
 */
export const nameReply = (reply: Reply): string => {
  if (reply.status === 'broken') return reply.code
  const error = errorOf(reply)
  return error === undefined ? `http_${reply.http}` : nameCode(error.code)
}
