import { z } from 'zod'
import { address } from './address.ts'

/** `from`: who said the token; the environment, or somebody in the console (bots/telegram-token.ts). */
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

/** Shapes of single settings; the messages are whole lines. */
export const TELEGRAM_SETTINGS = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .overwrite(bare)
    .regex(TOKEN, 'TELEGRAM_BOT_TOKEN must look like 123456:ABC..., as @BotFather gave it')
    .optional(),
  TELEGRAM_API_ROOT: address('TELEGRAM_API_ROOT').default('https://api.telegram.org'),
}

const Settings = z.object(TELEGRAM_SETTINGS)

/** Where Telegram is asked, and with which token; none where the environment says none. */
export const readTelegram = (
  set: z.infer<typeof Settings>,
): { readonly telegramRoot: string; readonly telegram?: TelegramConfig } => {
  const telegramRoot = set.TELEGRAM_API_ROOT.replace(/\/$/, '')
  const token = set.TELEGRAM_BOT_TOKEN
  return token === undefined
    ? { telegramRoot }
    : { telegramRoot, telegram: { token, apiRoot: telegramRoot, from: 'environment' } }
}
