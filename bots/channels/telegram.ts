import { TELEGRAM_CAPABILITIES } from '../../adapters/channels/telegram/capabilities.ts'
import { telegramCommands } from '../commands.ts'
import type { Registered } from './channel.ts'

/** Whether the token is good, as Telegram says. */
const lookAt: NonNullable<Registered['look']> = async ({ telegram: settings }, patience) => {
  if (settings === undefined) return undefined
  const [{ openApi }, { codeOf, failedCall }] = await Promise.all([
    import('../../adapters/channels/telegram/api.ts'),
    import('../../adapters/channels/telegram/outcome.ts'),
  ])
  const { api, close } = openApi({ ...settings, timeout: patience, maxSockets: 1 })
  try {
    const { username } = await api.getMe()
    return { isWell: true, says: `the token is good, for @${username}` }
  } catch (error) {
    return {
      isWell: false,
      says:
        failedCall(error).status === 'unauthorised'
          ? 'it no longer accepts the token'
          : `${settings.apiRoot} could not be asked (${codeOf(error)})`,
    }
  } finally {
    close()
  }
}

/** Asks for what people wrote, so nobody calls us; hands files out to whoever has the token. */
export const telegram: Registered = {
  title: 'Telegram',
  capabilities: () => TELEGRAM_CAPABILITIES,
  setting: (settings) => (settings.telegram === undefined ? 'off' : 'on'),
  isCalled: () => false,
  isFetchedAnywhere: true,
  look: lookAt,
  open: async ({ config, foundation, sink, owner, log }) => {
    if (config.telegram === undefined) return undefined
    const { ports } = foundation
    const { openTelegram } = await import('../../adapters/channels/telegram/index.ts')
    const { stop, ...bot } = openTelegram({
      ...config.telegram,
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
