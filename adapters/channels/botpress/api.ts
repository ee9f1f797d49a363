import type { Client } from '@botpress/client'
import type { SendOutcome } from '../../../core/ports/channel.ts'
import { minutes, seconds, type Ms } from '../../../core/base/units.ts'
import { record } from '../../kit/json.ts'
import type { BotpressPlace } from './place.ts'

/** The part of the platform's client that is used. */
export type Api = Pick<
  Client,
  | 'getUser'
  | 'updateUser'
  | 'getOrCreateUser'
  | 'getConversation'
  | 'getOrCreateConversation'
  | 'getOrCreateMessage'
  | 'createEvent'
  | 'upsertFile'
>

export type ApiOf = (place: Pick<BotpressPlace, 'bot' | 'alias'>) => Api

/** Bots that are known at a time; a client holds connections that its server closes by itself. */
const MOST_CLIENTS = 500

/**
 * A client for each bot: what it may see hangs on these names. It repeats nothing by itself: the
 * outbox does.
 */
export const makeApi = (
  make: new (props: ConstructorParameters<typeof Client>[0]) => Client,
  {
    token,
    integration,
    apiRoot,
    timeout,
  }: { readonly token: string; readonly integration: string; readonly apiRoot: string; readonly timeout: Ms },
): ApiOf => {
  const clients = new Map<string, Client>()
  return ({ bot, alias }) => {
    const name = `${bot}/${alias}`
    const known = clients.get(name)
    if (known !== undefined) return known
    const client = new make({
      apiUrl: apiRoot,
      token,
      botId: bot,
      integrationId: integration,
      integrationAlias: alias,
      retry: { retries: 0 },
      timeout,
    })
    clients.set(name, client)
    const [oldest] = clients.size > MOST_CLIENTS ? clients.keys() : []
    if (oldest !== undefined) clients.delete(oldest)
    return client
  }
}

/** `paid`: the workspace's allowance is used up, so somebody must act. */
type Verdict = Exclude<SendOutcome, { readonly status: 'sent' }> & { readonly paid?: true }

/** The platform says how long, and its client does not tell. */
const SLOW: Verdict = { status: 'later', wait: seconds(5), everyone: true }
const QUOTA: Verdict = { status: 'later', wait: minutes(5), everyone: true, paid: true }
const GONE: Verdict = { status: 'refused', why: 'gone' }
const INVALID: Verdict = { status: 'refused', why: 'invalid' }

const VERDICTS: Readonly<Record<string, Verdict>> = {
  RateLimited: SLOW,
  Unauthorized: { status: 'unauthorised' },
  Forbidden: { status: 'unauthorised' },
  ResourceNotFound: GONE,
  ResourceGone: GONE,
  ReferenceNotFound: GONE,
  PaymentRequired: QUOTA,
  QuotaExceeded: QUOTA,
  LimitExceeded: QUOTA,
  InvalidPayload: INVALID,
  InvalidDataFormat: INVALID,
  PayloadTooLarge: INVALID,
}

/**
 * The platform's word for what went wrong; of an error it is all that may be looked at: its text
 * may be a proxy's page, and inside it stands our token.
 */
export const typeOf = (error: unknown): string => {
  const type = record(error)?.['type']
  return typeof type === 'string' && /^[A-Za-z]{1,40}$/.test(type) ? type : 'unreachable'
}

/** Sorts what a call ended in. All that is sent again is sent once, so whatever is unclear is repeated. */
export const judge = (error: unknown): Verdict => {
  const type = typeOf(error)
  return VERDICTS[type] ?? { status: 'later' }
}
