import type { Inbound } from '../../base/message.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { otherOrigin, type Origin } from '../../services/inbound/origin.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { ReportOrigin } from './report-input.ts'
import { stampOf } from './time.ts'

/**
 * Who wrote it first, as a reader of `scope` is told it; nothing where it was not forwarded, or
 * comes from the person themselves. An account that does not let itself be found has its name
 * alone, and may be the person's own: to an organisation no name goes that is theirs.
 */
export const originFor = (message: Inbound, scope: BundleScope): Origin | undefined => {
  const origin = otherOrigin(message)
  const isTheirs = origin?.kind === 'hidden_user' && origin.name === message.from.name
  if (origin === undefined || scope !== 'share-ngo' || !isTheirs) return origin
  const { name: _, ...rest } = origin
  return rest
}

/**
 * Who wrote it first, for whoever asks the platform; nothing where it was not forwarded, or comes
 * from the person themselves.
 */
export const reportOrigin = (
  phrases: Phrases,
  message: Inbound | undefined,
  scope: BundleScope,
): { readonly origin?: ReportOrigin } => {
  const origin = message === undefined ? undefined : originFor(message, scope)
  if (origin === undefined) return {}
  const { at, ...known } = origin
  return { origin: { ...known, ...(at === undefined ? {} : { at: stampOf(phrases, at) }) } }
}
