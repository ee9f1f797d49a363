import { TELEGRAM_CAPABILITIES } from '../../adapters/channels/telegram/capabilities.ts'
import { keyboardOf } from '../../adapters/channels/telegram/keyboard.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../adapters/channels/whatsapp-cloud/capabilities.ts'
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

/** A messenger as its own app draws what its channel sends. */
export type Messenger = {
  readonly id: string
  readonly name: string
  readonly capabilities: Capabilities
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
    id: 'telegram',
    name: 'Telegram',
    capabilities: TELEGRAM_CAPABILITIES,
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
