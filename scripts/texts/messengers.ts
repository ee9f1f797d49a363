import { TELEGRAM_CAPABILITIES } from '../../adapters/channels/telegram/capabilities.ts'
import { keyboardOf } from '../../adapters/channels/telegram/keyboard.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../../adapters/channels/webchat/limits.ts'
import { showChoices } from '../../adapters/channels/whatsapp-cloud/choices.ts'
import { WHATSAPP_CAPABILITIES } from '../../adapters/channels/whatsapp/capabilities.ts'
import type { Button, Capabilities } from '../../core/ports/channel.ts'

/** What stands under a bubble: keys in rows, or the button that opens a list, and the list. */
export type Under = {
  readonly rows: readonly (readonly string[])[]
  readonly list?: readonly { readonly title: string; readonly description?: string }[]
  /** Choices that stand as lines in the text. */
  readonly lines?: string
}

/** A messenger, or the page of the web chat, as its own app draws what its channel sends. */
export type Messenger = {
  readonly id: string
  readonly name: string
  readonly capabilities: Capabilities
  /** What is pressed leaves no message of the person in the chat. */
  readonly quietPresses?: true
  /** `menu`: what a button that opens a list says. */
  readonly under: (buttons: readonly Button[], menu: string) => Under
}

const cloud = (buttons: readonly Button[], menu: string): Under => {
  const shown = showChoices(buttons)
  switch (shown?.as) {
    case 'replies':
      return { rows: shown.replies.map(({ label }) => [label]) }
    case 'list':
      return { rows: [[menu]], list: shown.rows }
    case 'numbered':
      return { rows: [], lines: shown.lines }
    case 'none':
    case undefined:
      return { rows: [] }
  }
}

export const MESSENGERS: readonly Messenger[] = [
  {
    id: 'page',
    name: 'Page of the web chat',
    capabilities: WEBCHAT_CAPABILITIES,
    // Answers first, ways on below them, as many side by side as fit.
    under: (buttons) => {
      const [ways, answers] = [true, false].map((isWay) =>
        buttons.filter(({ role }) => (role === 'control') === isWay).map(({ label }) => label),
      )
      return { rows: [answers ?? [], ways ?? []].filter((row) => row.length > 0) }
    },
  },
  {
    id: 'telegram',
    name: 'Telegram',
    capabilities: TELEGRAM_CAPABILITIES,
    quietPresses: true,
    under: (buttons) => ({
      rows: keyboardOf(buttons).inline_keyboard.map((row) => row.map(({ text }) => text)),
    }),
  },
  { id: 'cloud', name: 'WhatsApp, Cloud API', capabilities: WHATSAPP_CLOUD_CAPABILITIES, under: cloud },
  {
    id: 'whatsapp',
    name: 'WhatsApp, linked phone',
    capabilities: WHATSAPP_CAPABILITIES,
    under: () => ({ rows: [] }),
  },
]
