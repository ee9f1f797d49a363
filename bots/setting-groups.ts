import { CHANNEL_SETTINGS, type ChannelConfig } from './channels/settings.ts'
import { modelSettings } from './model-config.ts'
import type { PartOf } from './setting-group.ts'

/** What can be set beside the house's own settings (bots/config.ts). */
export const SETTING_GROUPS = [...Object.values(CHANNEL_SETTINGS), modelSettings]

/** What all of them give to `Config`. */
export type GroupConfig = ChannelConfig & PartOf<typeof modelSettings>
