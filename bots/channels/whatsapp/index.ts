import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { WHATSAPP_CAPABILITIES } from '../../../adapters/channels/whatsapp/capabilities.ts'
import type { Registered } from '../channel.ts'

/**
 * A linked device, or Meta's Cloud API: which one matters, for Meta reads along on one of them.
 * Where it is off, chats of before are those of a linked device. Files are fetched where it runs:
 * only that process has its session.
 */
export const whatsapp: Registered = {
  title: 'WhatsApp',
  capabilities: (settings) =>
    settings.whatsapp?.by === 'cloud'
      ? { ...WHATSAPP_CLOUD_CAPABILITIES, note: 'channel-note-whatsapp-cloud' }
      : { ...WHATSAPP_CAPABILITIES, note: 'channel-note-whatsapp' },
  setting: (settings) => settings.whatsapp?.by ?? 'off',
  isCalled: (settings) => settings.whatsapp?.by === 'cloud',
  isFetchedAnywhere: false,
  open: async ({ config, foundation, sink, owner, log }, sender) => {
    if (config.whatsapp === undefined) return undefined
    const { openWhatsappChannel } = await import('./open.ts')
    const { dataDir } = config
    const parts = { dataDir, foundation, sink, owner, log, sender }
    const { stop, routes, ...account } = openWhatsappChannel(config.whatsapp, parts)
    return {
      ...account,
      stopSending: stop,
      ...(routes === undefined ? {} : { address: { prefix: '/whatsapp', routes: () => routes } }),
    }
  },
}
