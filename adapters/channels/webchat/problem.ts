import type { FastifyReply } from 'fastify'
import { ms, type Ms } from '../../../core/base/units.ts'
import type { Price, Problem, ProblemCode } from './wire.ts'

const PROBLEMS: Record<ProblemCode, { readonly status: number; readonly title: string }> = {
  bad_request: { status: 400, title: 'The request is not understood' },
  text_empty: { status: 400, title: 'The message has no text' },
  text_too_long: { status: 413, title: 'The message is too long' },
  file_empty: { status: 400, title: 'The file has no bytes' },
  file_too_large: { status: 413, title: 'The file is too large' },
  file_cut: { status: 400, title: 'The file did not arrive whole' },
  media_age: { status: 403, title: 'Files are not taken in this conversation' },
  media_unknown: { status: 403, title: 'Files are not taken before the age is known' },
  media_consent: { status: 403, title: 'Files are not taken before consent' },
  foreign_origin: { status: 403, title: 'The request does not come from the chat page' },
  unsupported_type: { status: 415, title: 'The content type is not accepted' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  crowded: { status: 429, title: 'Many conversations begin just now: this one pays first' },
  too_many: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not possible at the moment' },
  internal: { status: 500, title: 'Something went wrong' },
}

/** How long a client should wait where we do not know better. */
const DEFAULT_WAIT = ms(5_000)

/** Answers with problem+json. `wait` goes into Retry-After, in whole seconds. */
export const refuse = (reply: FastifyReply, code: ProblemCode, wait?: Ms, price?: Price): FastifyReply => {
  const { status, title } = PROBLEMS[code]
  if (status === 429 || status === 503)
    reply.header('retry-after', String(Math.max(1, Math.ceil((wait ?? DEFAULT_WAIT) / 1000))))
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(price === undefined ? {} : { price }),
  }
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

/**
 * A new conversation may begin with the number that the ticket asks for, or with the ticket alone
 * after a while.
 */
export const askPrice = (reply: FastifyReply, price: Price): FastifyReply =>
  refuse(reply, 'crowded', ms(price.after), price)
