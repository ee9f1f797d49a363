import type { OutboxId } from '../../../core/base/ids.ts'
import { instant, type Instant } from '../../../core/base/units.ts'
import { readCallback } from './callback.ts'
import { readPhone, readUser, type Reach } from './contact.ts'
import { count } from './json.ts'
import { int, list, record, text, type Json } from '../../kit/json.ts'
import { verdictOf } from './verdict.ts'

/** What became of a message of ours later on. */
export type StatusReport = {
  /** The platform's id of the message. */
  readonly message: string
  /** The outbox row that it belongs to, where it was sent with one. */
  readonly row?: OutboxId
  readonly status: 'sent' | 'delivered' | 'read' | 'failed'
  readonly at: Instant
  /** Only with `failed`: the platform's code, and whether sending the same again may succeed. */
  readonly error?: { readonly code: number; readonly again: boolean }
}

/** `closed`: it failed since the 24 h are over. */
export type StatusArrival = { readonly report: StatusReport; readonly to: Reach; readonly closed: boolean }

/** The platform's statuses, in the order in which they rise; what else it may say is nothing to us. */
const STATUSES: Readonly<Record<string, StatusReport['status']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
}

const UNKNOWN_ERROR = 131_000

const readError = (status: Json): NonNullable<StatusReport['error']> & { readonly closed: boolean } => {
  const code = int(record(list(status['errors'])[0])?.['code']) ?? UNKNOWN_ERROR
  const verdict = verdictOf(code)
  return {
    code,
    again: verdict?.status === 'later' || verdict?.status === 'unclear',
    closed: verdict?.status === 'closed',
  }
}

/**
 * One status of a webhook; nothing where it is not about a message of ours. A part that more parts
 * follow counts only where it fails.
 */
export const readStatus = (value: unknown, receivedAt: Instant): StatusArrival | undefined => {
  const fields = record(value)
  const message = text(fields?.['id'])
  const name = text(fields?.['status']) ?? ''
  const status = Object.hasOwn(STATUSES, name) ? STATUSES[name] : undefined
  if (fields === undefined || message === undefined || message === '' || status === undefined)
    return undefined
  const callback = readCallback(text(fields['biz_opaque_callback_data']))
  if (callback?.isLast === false && status !== 'failed') return undefined
  const seconds = count(fields['timestamp'])
  const at =
    seconds === undefined || seconds <= 0 || seconds >= 2 ** 32 ? receivedAt : instant(seconds * 1000)
  const user = readUser(fields['recipient_user_id'])
  const phone = readPhone(fields['recipient_id'])
  const error = status === 'failed' ? readError(fields) : undefined
  return {
    to: { ...(user === undefined ? {} : { user }), ...(phone === undefined ? {} : { phone }) },
    closed: error?.closed === true,
    report: {
      message,
      ...(callback === undefined ? {} : { row: callback.row }),
      status,
      at,
      ...(error === undefined ? {} : { error: { code: error.code, again: error.again } }),
    },
  }
}
