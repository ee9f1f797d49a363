import { z } from 'zod'
import type { Instant } from '../../../core/base/units.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Sealer } from '../../../core/ports/sealer.ts'
import type { Setting } from '../../../core/ports/store/settings.ts'
import type { Config } from '../../config.ts'
import { live } from '../../live.ts'
import type { LiveSettings } from '../../settings.ts'

/** The row among the settings; its token is sealed, so that no copy of the store holds it in clear. */
const NAME = 'telegram'

/** The bot as Telegram names it: known to everybody who writes to it. */
export type Bot = { readonly id: string; readonly name: string }

/** Where the token in force was said, and what was kept here whether it holds or not. */
export type TokenState = {
  /** `environment` leads. `unreadable`: one is kept, and this master key does not open it. */
  readonly from: 'environment' | 'here' | 'nowhere' | 'unreadable'
  /** Of what was set here, also where its token cannot be opened. */
  readonly bot?: Bot
  /** Whose token was taken away last, where none stands in its place: people may still write to it. */
  readonly left?: Bot
  readonly kept?: Pick<Setting, 'version' | 'at' | 'by'>
}

export type TelegramToken = {
  readonly state: () => TokenState
  /** What the channel opens with; the same object until something changes. */
  readonly inForce: () => Config['telegram']
  /** False where somebody changed it since. `set` absent: taken away. Throws what the store throws. */
  readonly put: (put: {
    /** The version that whoever changes it has read. */
    readonly version: number
    readonly at: Instant
    readonly by: string
    readonly set?: { readonly token: string; readonly bot: Bot }
  }) => Promise<boolean>
}

const BotBody = z.object({ id: z.string(), name: z.string() })
const Body = z.object({ bot: BotBody, sealed: z.string() })
/** After a token was taken away. */
const LeftBody = z.object({ left: BotBody })

const readBody = (body: string): z.infer<typeof Body> | z.infer<typeof LeftBody> | undefined => {
  try {
    return Body.or(LeftBody).parse(JSON.parse(body))
  } catch {
    return undefined
  }
}

/** `unreadable` with `bot`: whose token it is stands beside it in clear, and only the token does not open. */
type Opened =
  | { readonly from: 'nowhere'; readonly left?: Bot }
  | { readonly from: 'here'; readonly bot: Bot; readonly token: string }
  | { readonly from: 'unreadable'; readonly bot?: Bot }

type Parts = {
  readonly config: Pick<Config, 'telegram' | 'telegramRoot'>
  readonly settings: Pick<LiveSettings, 'kept' | 'keep'>
  readonly sealer: Pick<Sealer, 'transit'>
  readonly log: Log
}

/** The bot's token: of the environment, or set in the console and sealed in the store. */
export const openTelegramToken = ({ config, settings, sealer, log }: Parts): TelegramToken => {
  const open = (body: string): Opened => {
    if (body === 'null') return { from: 'nowhere' }
    const kept = readBody(body)
    if (kept !== undefined && 'left' in kept) return { from: 'nowhere', left: kept.left }
    try {
      if (kept !== undefined) {
        const token = z.string().parse(sealer.transit.open(NAME, Buffer.from(kept.sealed, 'base64')))
        return { from: 'here', bot: kept.bot, token }
      }
    } catch {
      // Said below.
    }
    log.error('the token that was set in the console cannot be opened: no Telegram until it is set anew')
    return { from: 'unreadable', ...(kept === undefined ? {} : { bot: kept.bot }) }
  }

  let body: string | undefined
  let opened: Opened = { from: 'nowhere' }
  let inForce = config.telegram
  const read = (): void => {
    const now = settings.kept(NAME)?.body ?? 'null'
    if (now === body) return
    body = now
    opened = open(now)
    inForce =
      config.telegram ??
      (opened.from === 'here'
        ? { token: opened.token, apiRoot: config.telegramRoot, from: 'here' }
        : undefined)
  }

  /** What is kept once a token is taken away: whose it was, so that another bot is told from the same. */
  const withoutToken = (): string => {
    read()
    const left = 'bot' in opened ? opened.bot : 'left' in opened ? opened.left : undefined
    return left === undefined ? 'null' : JSON.stringify({ left })
  }

  return {
    state: () => {
      read()
      const row = settings.kept(NAME)
      return {
        from: config.telegram === undefined ? opened.from : 'environment',
        ...('bot' in opened ? { bot: opened.bot } : {}),
        ...('left' in opened ? { left: opened.left } : {}),
        ...(row === undefined ? {} : { kept: { version: row.version, at: row.at, by: row.by } }),
      }
    },
    inForce: () => {
      read()
      return inForce
    },
    put: ({ version, at, by, set }) => {
      const sealed =
        set === undefined ? '' : Buffer.from(sealer.transit.seal(NAME, set.token)).toString('base64')
      const next = set === undefined ? withoutToken() : JSON.stringify({ bot: set.bot, sealed })
      return settings.keep({ name: NAME, version: version + 1, at, by, body: next })
    },
  }
}

/** The settings with the token that is in force now, looked up when they are asked for. */
export const withToken = <C extends Pick<Config, 'telegram' | 'telegramRoot'>>(
  config: C,
  { inForce }: Pick<TelegramToken, 'inForce'>,
): Omit<C, 'telegram'> & Pick<Config, 'telegram'> => {
  const { telegram: _, ...rest } = config
  let made: ReturnType<typeof withToken<C>> = config
  return live(() => {
    const telegram = inForce()
    if (made.telegram !== telegram) made = { ...rest, ...(telegram === undefined ? {} : { telegram }) }
    return made
  })
}
