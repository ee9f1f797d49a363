import { z } from 'zod'
import { Time } from './terms.ts'

/** The bot as Telegram names it; `name` without `@`. */
const Bot = z.object({ id: z.string(), name: z.string() })

/**
 * `GET /api/v1/telegram`, for administrators. Nothing of it is secret, and no answer ever holds the
 * token. `from`: who said the one in force: the environment (`TELEGRAM_BOT_TOKEN`), which leads, or
 * somebody here; `unreadable`: one is kept, and the master key does not open it. `bot`: of the token
 * that was set here, as Telegram named it then. `version`: 0 where none was ever set here.
 */
export const TelegramState = z
  .object({
    from: z.enum(['environment', 'here', 'nowhere', 'unreadable']),
    bot: Bot.optional(),
    version: z.int().min(0),
    changed: z.object({ at: Time, by: z.object({ id: z.string(), name: z.string() }) }).optional(),
    /** The newest test message: when it was asked for, came through, and was answered on the phone. */
    test: z.object({ askedAt: Time, cameAt: Time.optional(), answeredAt: Time.optional() }).optional(),
  })
  .meta({ id: 'TelegramState' })
export type TelegramState = z.infer<typeof TelegramState>

/**
 * `version`: that which was read before. `token`: as @BotFather gave it; `null` takes it away. `anyway`:
 * whoever sets it was told what ends with it, and wants it.
 */
export const TelegramChange = z
  .object({
    version: z.int().min(0),
    token: z.string().max(300).nullable(),
    anyway: z.literal(true).optional(),
  })
  .meta({ id: 'TelegramChange' })

/**
 * What Telegram says of the token in force. `none`: there is no token; `refused`: it does not know this
 * token; `unreachable`: no answer came; `slowed`: it wants to be asked later; `broken`: it answered
 * with a fault of its own. `webhook`: another program has the bot's messages sent to it.
 */
export const TelegramLook = z
  .object({
    status: z.enum(['good', 'none', 'refused', 'unreachable', 'slowed', 'broken']),
    bot: Bot.optional(),
    webhook: z.boolean().optional(),
  })
  .meta({ id: 'TelegramLook' })
export type TelegramLook = z.infer<typeof TelegramLook>

/**
 * Opened on the administrator's own phone, the link sends `command` to the bot. `status` as of
 * `TelegramLook`; no link where it is not `good`.
 */
export const TelegramTest = TelegramLook.extend({
  link: z.string().optional(),
  command: z.string().optional(),
}).meta({ id: 'TelegramTest' })
export type TelegramTest = z.infer<typeof TelegramTest>
