import {
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconFileText,
  IconPhone,
  IconRobot,
  IconWorld,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import type { Translate } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'

const MARKS = {
  telegram: IconBrandTelegram,
  whatsapp: IconBrandWhatsapp,
  webchat: IconWorld,
  botpress: IconRobot,
  phone: IconPhone,
  import: IconFileText,
} as const

/**
 * A channel in the reader's language; one that this app does not know by the word that the server
 * has for it.
 */
export const channelName = (t: Translate, channel: string): string =>
  channel in MARKS ? t(`channel-${channel}`) : channel

export const ChannelMark = ({ channel }: { readonly channel: CaseRow['channel'] }): ReactNode => {
  const Icon = MARKS[channel]
  return <Icon size={16} role="img" aria-label={channelName(useT(), channel)} className="channel-mark" />
}
