import { IconBrandTelegram, IconBrandWhatsapp, IconWorld } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseRow } from '../../contract.ts'

const MARKS = {
  telegram: { Icon: IconBrandTelegram, name: 'Telegram' },
  whatsapp: { Icon: IconBrandWhatsapp, name: 'WhatsApp' },
  webchat: { Icon: IconWorld, name: 'Web' },
} as const

/** Names of their makers, never translated. */
export const CHANNEL_NAMES: Readonly<Record<CaseRow['channel'], string>> = {
  telegram: MARKS.telegram.name,
  whatsapp: MARKS.whatsapp.name,
  webchat: MARKS.webchat.name,
}

export const ChannelMark = ({ channel }: { readonly channel: CaseRow['channel'] }): ReactNode => {
  const { Icon, name } = MARKS[channel]
  return <Icon size={16} role="img" aria-label={name} className="channel-mark" />
}
