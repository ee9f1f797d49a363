import { TELEGRAM_CAPABILITIES } from '../../../adapters/channels/telegram/capabilities.ts'
import type { Checked } from '../../../adapters/channels/telegram/check.ts'
import { telegramCommands } from '../../commands.ts'
import type { Config } from '../../config.ts'
import type { Registered } from '../channel.ts'

const SAID = {
  environment: 'the token is of the environment',
  here: 'the token was set in the console',
} as const satisfies Record<NonNullable<Config['telegram']>['from'], string>

const WHY: Readonly<Record<Exclude<Checked['status'], 'good'>, string>> = {
  refused: 'it no longer accepts the token',
  unreachable: 'could not be asked',
  slowed: 'wants to be asked later',
  broken: 'answers with a fault of its own',
}

/** Whether the token is good, as Telegram says. */
const lookAt: NonNullable<Registered['look']> = async ({ telegram: settings }, patience) => {
  if (settings === undefined) return undefined
  const { checkToken } = await import('../../../adapters/channels/telegram/check.ts')
  const checked = await checkToken(settings, patience)
  if (checked.status === 'good')
    return { isWell: true, says: `the token is good, for @${checked.bot.name}; ${SAID[settings.from]}` }
  const { status, code } = checked
  return {
    isWell: false,
    says:
      status === 'refused'
        ? `${WHY.refused}; ${SAID[settings.from]}`
        : `${settings.apiRoot} ${WHY[status]} (${code})`,
  }
}

/** Asks for what people wrote, so nobody calls us; hands files out to whoever has the token. */
export const telegram: Registered = {
  title: 'Telegram',
  capabilities: () => TELEGRAM_CAPABILITIES,
  setting: ({ telegram: settings }) => (settings === undefined ? 'off' : `on, ${SAID[settings.from]}`),
  from: ({ telegram: settings }) => settings?.from,
  isCalled: () => false,
  isFetchedAnywhere: true,
  look: lookAt,
  open: async ({ config, foundation, sink, owner, log }) => {
    if (config.telegram === undefined) return undefined
    const { ports } = foundation
    const { token, apiRoot } = config.telegram
    const { openTelegram } = await import('../../../adapters/channels/telegram/index.ts')
    const { stop, ...bot } = openTelegram({
      token,
      apiRoot,
      sink,
      owner,
      log,
      leases: ports.store.leases,
      clock: ports.clock,
      commands: telegramCommands(ports.phrases),
    })
    return { ...bot, stopHearing: stop }
  },
}
