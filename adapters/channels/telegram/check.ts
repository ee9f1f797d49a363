import { GrammyError } from 'grammy'
import type { Ms } from '../../../core/base/units.ts'
import { openApi } from './api.ts'
import { codeOf, failedCall } from './outcome.ts'

/**
 * What Telegram says of a token. `webhook`: another program has the bot's messages sent to it, which
 * ends when we ask for them. `unreachable`: no answer came; `slowed`: it wants to be asked later;
 * `broken`: it answered with a fault of its own. `code`: a short name for logs.
 */
export type Checked =
  | {
      readonly status: 'good'
      readonly bot: { readonly id: string; readonly name: string }
      readonly webhook: boolean
    }
  | { readonly status: 'refused' | 'unreachable' | 'slowed' | 'broken'; readonly code: string }

const whyOf = (error: unknown): Exclude<Checked['status'], 'good'> => {
  if (failedCall(error).status === 'unauthorised') return 'refused'
  if (!(error instanceof GrammyError)) return 'unreachable'
  return error.error_code === 429 ? 'slowed' : 'broken'
}

/** Asks Telegram whose token this is, and changes nothing. Never throws; nothing of it holds the token. */
export const checkToken = async (
  settings: { readonly token: string; readonly apiRoot: string },
  patience: Ms,
): Promise<Checked> => {
  const { api, close } = openApi({ ...settings, timeout: patience, maxSockets: 1 })
  try {
    const { id, username } = await api.getMe()
    const { url = '' } = await api.getWebhookInfo()
    return { status: 'good', bot: { id: String(id), name: username }, webhook: url !== '' }
  } catch (error) {
    return { status: whyOf(error), code: codeOf(error) }
  } finally {
    close()
  }
}
