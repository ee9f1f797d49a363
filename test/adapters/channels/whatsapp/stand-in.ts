import { proto } from '@whiskeysockets/baileys'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import { instant } from '../../../../core/base/units.ts'
import type { Mapping } from '../../../../adapters/channels/whatsapp/mapping.ts'

/**
 * The least of a mapping: text is text, everything else is named; the chat is the address. For
 * tests of the session alone.
 */
export const makeStandIn = ({ account }: { readonly account: string }): Mapping => ({
  toInbound: ({ bytes, facts, kind, receivedAt }) => {
    const { key, message } = proto.WebMessageInfo.decode(bytes)
    const text = message?.conversation ?? message?.extendedTextMessage?.text
    const body: Inbound['body'] =
      kind === 'message' && typeof text === 'string' && facts.endToEnd
        ? { kind: 'text', text: untrusted(text) }
        : { kind: 'unsupported', what: `${kind}${facts.endToEnd ? '' : ' in clear'}` }
    return [
      {
        v: 1,
        channel: 'whatsapp',
        account,
        chat: facts.chat,
        message: kind === 'message' ? (key?.id ?? '') : `${key?.id}!${kind}`,
        edit: 0,
        sentAt: instant(receivedAt),
        from: {},
        body,
      },
    ]
  },
  fromOutbound: (chat, content) => {
    if (!chat.includes('@')) return undefined
    return { jid: chat, parts: content.kind === 'text' ? [{ content: { text: content.text } }] : [] }
  },
  linked: () => undefined,
  mapped: () => undefined,
})
