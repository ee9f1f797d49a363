import type { TelegramDesk } from '../../../adapters/console/server/administration/telegram-routes.ts'
import { seconds } from '../../../core/base/units.ts'
import type { Config } from '../../config.ts'
import type { Foundation } from '../../foundation.ts'
import { tokenIn } from './settings.ts'
import { beginTest, lastTest } from './test-message.ts'

/** Somebody waits before a page. */
const PATIENCE = seconds(10)

/** The bot's token and its test message, for administrators. */
export const openTelegramDesk = ({
  config,
  settings,
  telegram,
  ports: { hasher, random },
}: Pick<Foundation, 'settings' | 'telegram'> & {
  readonly config: Pick<Config, 'telegram' | 'telegramRoot'>
  readonly ports: Pick<Foundation['ports'], 'hasher' | 'random'>
}): TelegramDesk => ({
  state: async () => {
    await settings.look()
    const test = lastTest({ settings })
    return { ...telegram.state(), ...(test === undefined ? {} : { test }) }
  },
  tokenIn,
  look: async (token) => {
    const set = token === undefined ? config.telegram : { token, apiRoot: config.telegramRoot }
    if (set === undefined) return undefined
    const { checkToken } = await import('../../../adapters/channels/telegram/check.ts')
    const checked = await checkToken({ token: set.token, apiRoot: set.apiRoot }, PATIENCE)
    return checked.status === 'good' ? checked : { status: checked.status }
  },
  put: telegram.put,
  test: async (bot, asked) => {
    const code = await beginTest({ settings, hasher, random }, bot.id, asked)
    return { link: `https://t.me/${bot.name}?start=${code}`, command: `/start ${code}` }
  },
})
