import { Api } from 'grammy'
import type { Ms } from '../../../core/base/units.ts'
import { openTransport } from './transport.ts'

export type TelegramApi = {
  readonly api: Api
  /** Breaks every call that is still open. */
  readonly close: () => void
}

/** Node's signal as grammY's types name it; the two are the same at run time. */
export const signalFor = (signal: AbortSignal): Parameters<Api['raw']['getMe']>[0] =>
  signal as Parameters<Api['raw']['getMe']>[0]

/**
 * grammY counts too, and its count does not say whether the request ever left; it must not be the
 * first to give up.
 */
const GRACE_SECONDS = 5

/**
 * grammY's client for one bot. A call that takes longer than `timeout` is broken off; `maxSockets`
 * bounds how many run at once, the others wait. `apiRoot` without a slash at its end.
 */
export const openApi = (options: {
  readonly token: string
  readonly apiRoot: string
  readonly timeout: Ms
  readonly maxSockets: number
}): TelegramApi => {
  const { token, apiRoot, timeout, maxSockets } = options
  const { fetch, close } = openTransport({ secure: apiRoot.startsWith('https:'), maxSockets, timeout })
  return { api: new Api(token, { apiRoot, fetch, timeoutSeconds: timeout / 1000 + GRACE_SECONDS }), close }
}
