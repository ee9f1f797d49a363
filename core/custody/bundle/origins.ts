import type { Inbound } from '../../base/message.ts'
import { otherOrigin } from '../../services/inbound/origin.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { ReportOrigin } from './report-input.ts'
import { stampOf } from './time.ts'

/**
 * Who wrote it first, for whoever asks the platform; nothing where it was not forwarded, or comes
 * from the person themselves.
 */
export const reportOrigin = (
  phrases: Phrases,
  message: Inbound | undefined,
): { readonly origin?: ReportOrigin } => {
  const origin = message === undefined ? undefined : otherOrigin(message)
  if (origin === undefined) return {}
  const { at, ...known } = origin
  return { origin: { ...known, ...(at === undefined ? {} : { at: stampOf(phrases, at) }) } }
}
