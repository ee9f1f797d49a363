import type { ChannelName } from '../../core/base/message.ts'
import type { PartOf, SettingGroup } from '../setting-group.ts'
import { botpressSettings } from './botpress/settings.ts'
import { telegramSettings } from './telegram/settings.ts'
import { whatsappSettings } from './whatsapp/settings.ts'

/**
 * What can be set of each channel that has settings. A line here is all: the list of settings, what
 * a file may hold, slips of the pen and `Config` follow. Apart from the channels themselves
 * (registry.ts), so that a command that reads settings loads none of them.
 */
export const CHANNEL_SETTINGS = {
  telegram: telegramSettings,
  whatsapp: whatsappSettings,
  botpress: botpressSettings,
} as const satisfies Partial<Record<ChannelName, SettingGroup<object>>>

type Each = PartOf<(typeof CHANNEL_SETTINGS)[keyof typeof CHANNEL_SETTINGS]>
/** All of a union's members at once. */
type Joined<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

export type ChannelConfig = Joined<Each>
