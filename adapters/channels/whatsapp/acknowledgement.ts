import type { SendOutcome } from '../../../core/ports/channel.ts'
import { minutes } from '../../../core/base/units.ts'

/** What WhatsApp answers where it does not carry a message; then it was certainly not delivered. */
export type Refused = { readonly outcome: SendOutcome; readonly restricted?: true }

/**
 * Sorts the error of an `ack`. 463: the account may write to nobody new; another try makes that
 * worse, and the person did nothing, so it is no `blocked`. 404: nobody there. 429 and 5xx: its own
 * troubles, which pass. All else: it will not have this message.
 */
export const readRefusal = (code: string): Refused => {
  if (code === '463') return { outcome: { status: 'refused', why: 'invalid' }, restricted: true }
  if (code === '404' || code === '410') return { outcome: { status: 'refused', why: 'gone' } }
  if (code === '429') return { outcome: { status: 'later', wait: minutes(1), everyone: true } }
  if (/^5\d\d$/.test(code)) return { outcome: { status: 'later' } }
  return { outcome: { status: 'refused', why: 'invalid' } }
}
