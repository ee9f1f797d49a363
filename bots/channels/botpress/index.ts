import { BOTPRESS_CAPABILITIES } from '../../../adapters/channels/botpress/capabilities.ts'
import { live } from '../../live.ts'
import type { ChannelParts, Registered } from '../channel.ts'

/**
 * Where somebody goes on without the other bot: our own page, and the official account on Telegram
 * where one is named.
 */
const linksOf = ({
  config,
  operator,
}: ChannelParts): { readonly webchat?: string; readonly telegram?: string } => {
  const [, name] = /^@?([A-Za-z][A-Za-z0-9_]{4,31})$/.exec(operator.official.telegram ?? '') ?? []
  return {
    ...(config.publicUrl.startsWith('https:') ? { webchat: new URL('/chat', config.publicUrl).href } : {}),
    ...(name === undefined ? {} : { telegram: `https://t.me/${name}?start=handover` }),
  }
}

/**
 * Whether its server can be reached from here. Whether the token is good shows with the first word
 * that goes out: nothing can be asked without a bot.
 */
const lookAt: NonNullable<Registered['look']> = async ({ botpress: settings }, patience) => {
  if (settings === undefined) return undefined
  const { apiRoot, fileHosts } = settings
  try {
    await fetch(apiRoot, { redirect: 'manual', signal: AbortSignal.timeout(patience) })
  } catch {
    return { isWell: false, says: `${apiRoot} could not be reached` }
  }
  const files =
    fileHosts.length === 0
      ? 'no host is named that files may come from'
      : `files from ${fileHosts.join(', ')}`
  return { isWell: true, says: `${apiRoot} answers; ${files}` }
}

/**
 * The bots that hand people over. Its code, and the SDK behind it, is loaded by whoever opens it and
 * by nobody else. Files are fetched from the hosts that the settings name.
 */
export const botpress: Registered = {
  title: 'Botpress',
  capabilities: () => ({ ...BOTPRESS_CAPABILITIES, note: 'channel-note-botpress' }),
  setting: (settings) => (settings.botpress === undefined ? 'off' : 'on'),
  isCalled: (settings) => settings.botpress !== undefined,
  isFetchedAnywhere: true,
  look: lookAt,
  open: async (parts) => {
    if (parts.config.botpress === undefined) return undefined
    const { openBotpress } = await import('../../../adapters/channels/botpress/index.ts')
    const { clock, hasher, random } = parts.foundation.ports
    const { channel, health, routes, stop } = await openBotpress({
      ...parts.config.botpress,
      links: live(() => linksOf(parts)),
      sink: parts.sink,
      clock,
      hasher,
      random,
      log: parts.log,
    })
    return { channel, health, address: { prefix: '/botpress', routes }, stopSending: stop }
  },
}
