import { GrammyError, HttpError } from 'grammy'
import type { SendOutcome } from '../../../core/ports/channel.ts'
import { seconds } from '../../../core/base/units.ts'
import { BrokenCall } from './transport.ts'

/**
 * What a call that threw came to. `done`: the platform refused because it is so already, or no
 * longer matters.
 */
export type FailedCall = Exclude<SendOutcome, { readonly status: 'sent' }> | { readonly status: 'done' }

/** Where a 429 does not say how long. */
const UNSAID_WAIT = seconds(5)

/**
 * The platform's words that mean something else than "your request is wrong" (texts of
 * tdlib/telegram-bot-api).
 */
const DONE = /message is not modified|query is too old/
const GONE = /chat not found|user is deactivated/

const answered = ({ error_code: code, description, parameters }: GrammyError): FailedCall => {
  switch (code) {
    case 400:
      if (DONE.test(description)) return { status: 'done' }
      return { status: 'refused', why: GONE.test(description) ? 'gone' : 'invalid' }
    case 401:
    // A token that was never one is answered like a path that does not exist.
    case 404:
      return { status: 'unauthorised' }
    case 403:
      return { status: 'refused', why: GONE.test(description) ? 'gone' : 'blocked' }
    case 429:
      return {
        status: 'later',
        wait: parameters.retry_after === undefined ? UNSAID_WAIT : seconds(parameters.retry_after),
        everyone: true,
      }
    default:
      return { status: 'unclear' }
  }
}

/**
 * Sorts what a Bot API call threw. Telegram has no idempotency key: a request that left and brought
 * no answer may have been carried out, so it is `unclear`, and so is a 5xx. Only where no
 * connection ever stood, nothing was done.
 */
export const failedCall = (error: unknown): FailedCall => {
  if (error instanceof GrammyError) return answered(error)
  const cause = error instanceof HttpError ? error.error : error
  if (cause instanceof BrokenCall && !cause.reached) return { status: 'later' }
  return { status: 'unclear' }
}

/**
 * A short name for the log of what went wrong: never the error itself, which holds the request and
 * so a person's words (law 8).
 */
export const codeOf = (error: unknown): string => {
  if (error instanceof GrammyError) return `telegram_${error.error_code}`
  const cause = error instanceof HttpError ? error.error : error
  return cause instanceof BrokenCall ? cause.code : 'unknown'
}
