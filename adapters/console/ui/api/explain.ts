import type { Language, Translate } from '../language/bundles.ts'
import { makeClock, timeOf } from '../language/clock.ts'
import { faultOf, type Fault } from './fault.ts'

/** Codes with a text of their own, `fault-<code>` in the locales. */
const WORDED: ReadonlySet<string> = new Set([
  'offline',
  'part',
  'held',
  'moved',
  'not_yours',
  'erased',
  'blocked',
  'no_chat',
  'file_kind',
  'file_size',
  'file_type',
  'file_damaged',
  'already',
  'too_few',
  'few_agreed',
  'ended',
  'dismantled',
  'day_invalid',
  'month_ahead',
  'report_unset',
  'time_invalid',
  'answer_invalid',
  'full',
  'placeholder',
  'reason_required',
  'pending',
  'reveal_first',
  'invalid_email_or_password',
  'invalid_two_factor_code',
  'invalid_code',
  'invalid_backup_code',
  'invalid_password',
  'password_weak',
  'slowed',
  'token_spent',
  'exists',
  'no_view',
  'too_large',
  'wish',
  'conflict',
  'unseen',
  'quiet',
  'consent',
  'erasing',
  'sealed_only',
  'recipient_invalid',
  'recipient_unknown',
  'same_person',
  'superseded',
  'passkey_required',
  'passkey_failed',
  'passkey_known',
  'user_not_verified',
  'proof_required',
  'too_new',
  'asker_too_new',
  'made_by_asker',
  'second_factor_required',
  'last_admin',
  'stated',
])

const keyOf = (fault: Fault): string => {
  if (WORDED.has(fault.code)) return `fault-${fault.code.replaceAll('_', '-')}`
  // None of ours: a proxy's own page, and Amin never heard of it.
  if (fault.status === 413 && fault.code === 'unreadable') return 'fault-front-door'
  if (fault.status === 429) return fault.retryAfter === undefined ? 'fault-too-many' : 'fault-too-many-wait'
  if (fault.status === 401) return 'fault-signed-out'
  if (fault.status === 403) return 'fault-forbidden'
  if (fault.status === 404) return 'fault-unknown'
  if (fault.status === 400 || fault.status === 422) return 'fault-invalid'
  return 'fault-server'
}

/** Days away, these are told with the day. */
const DAYS_AWAY: ReadonlySet<string> = new Set(['too_new', 'asker_too_new'])
const untilOf = (code: string, at: Date): string =>
  DAYS_AWAY.has(code) ? makeClock(document.documentElement.lang as Language).whole(at) : timeOf(at)

/** What went wrong and what to do about it, in the agent's language. */
export const explain = (t: Translate, error: unknown): string => {
  const fault = faultOf(error)
  const time = fault.until === undefined ? '' : untilOf(fault.code, new Date(fault.until))
  return t(keyOf(fault), { holder: fault.holder ?? t('somebody'), seconds: fault.retryAfter ?? 0, time })
}
