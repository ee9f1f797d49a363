import type { Capabilities, Channel, OutboundContent } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Spool } from '../../../core/ports/spool.ts'
import { never } from '../../../core/base/never.ts'
import { WEBCHAT_CAPABILITIES, type WebchatLimits } from './limits.ts'
import { ACCOUNT } from './session.ts'
import type { Streams } from './streams.ts'

/**
 * The outgoing half. What is said stands in the ledger before it comes here, and the page reads it
 * from there: sending is waking the pages that are open, and is done even where none is.
 */
export const makeChannel = (ports: {
  readonly streams: Streams
  readonly spool: Spool
  readonly clock: Clock
  readonly limits: WebchatLimits
}): Channel => {
  const capabilities: Capabilities = {
    ...WEBCHAT_CAPABILITIES,
    maxText: ports.limits.text,
    maxDownload: ports.limits.upload,
  }

  const show = (chat: string, content: OutboundContent): void => {
    switch (content.kind) {
      case 'text':
      // The page fetches its bytes by itself.
      case 'file':
        return ports.streams.wake(chat)
      case 'typing':
        return ports.streams.signal(chat, 'typing')
      case 'wipe':
        return ports.streams.signal(chat, 'wipe')
      case 'pressed':
      // The page asks which buttons are open.
      case 'settle':
      // Of chats that another bot hands over.
      case 'assigned':
      case 'ended':
        return
      default:
        return never(content)
    }
  }

  return {
    name: 'webchat',
    account: ACCOUNT,
    capabilities,
    send: async (chat, content) => {
      show(chat, content)
      return { status: 'sent', at: ports.clock.now() }
    },
    // A file that was refused was announced with an empty ref: there is nothing behind it.
    download: async (ref) => {
      if (ref === '') return { status: 'gone' }
      const found = await ports.spool.open(ref)
      return found === undefined ? { status: 'gone' } : { status: 'open', bytes: found }
    },
    discard: (ref) => (ref === '' ? Promise.resolve() : ports.spool.remove(ref)),
  }
}
