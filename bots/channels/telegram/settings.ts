import { z } from 'zod'
import { address } from '../../address.ts'
import { settingGroup } from '../../setting-group.ts'

/** `from`: who said the token; the environment, or somebody in the console (bots/channels/telegram/token.ts). */
export type TelegramConfig = {
  readonly token: string
  readonly apiRoot: string
  readonly from: 'environment' | 'here'
}

/** As @BotFather gives it. It becomes part of addresses: nothing that means something there. */
const TOKEN = /^\d+:[\w-]+$/
/** Blanks, and marks that are not seen: who copies between Arabic words copies marks of direction too. */
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu

const bare = (said: string): string => said.replace(AROUND, '')

/** The token in what somebody put in; nothing where it has not the shape of one. */
export const tokenIn = (said: string): string | undefined => {
  const token = bare(said)
  return TOKEN.test(token) ? token : undefined
}

const shape = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .overwrite(bare)
    .regex(TOKEN, 'TELEGRAM_BOT_TOKEN must look like 123456:ABC..., as @BotFather gave it')
    .optional(),
  TELEGRAM_API_ROOT: address('TELEGRAM_API_ROOT').default('https://api.telegram.org'),
}

/** Where Telegram is asked, also while there is no token, and with which one. */
type TelegramPart = { readonly telegramRoot: string; readonly telegram?: TelegramConfig }

export const telegramSettings = settingGroup({
  shape,
  secrets: ['TELEGRAM_BOT_TOKEN'],
  read: ({ TELEGRAM_API_ROOT: root, TELEGRAM_BOT_TOKEN: token }): TelegramPart => {
    const telegramRoot = root.replace(/\/$/, '')
    return token === undefined
      ? { telegramRoot }
      : { telegramRoot, telegram: { token, apiRoot: telegramRoot, from: 'environment' } }
  },
})
