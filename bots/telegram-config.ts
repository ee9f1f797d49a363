import { z } from 'zod'

/** `from`: who said the token; the environment, or somebody in the console (bots/telegram-token.ts). */
export type TelegramConfig = {
  readonly token: string
  readonly apiRoot: string
  readonly from: 'environment' | 'here'
}

/** As @BotFather gives it. */
export const TELEGRAM_TOKEN = /^\d+:\S+$/

/** Shapes of single settings; the messages are whole lines. */
export const TELEGRAM_SETTINGS = {
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(TELEGRAM_TOKEN, 'TELEGRAM_BOT_TOKEN must look like 123456:ABC..., as @BotFather gave it')
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
      'TELEGRAM_API_ROOT must be an address such as https://amin.example.org',
    )
    .default('https://api.telegram.org'),
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
