import type { ChannelName } from '../../core/base/message.ts'
import { botpress } from './botpress/index.ts'
import type { Registered } from './channel.ts'
import { telegram } from './telegram/index.ts'
import { webchat } from './webchat/index.ts'
import { whatsapp } from './whatsapp/index.ts'

/** Every channel, by its name in core/base/message.ts. A new one is a file here and a line. */
export const CHANNEL: Readonly<Record<ChannelName, Registered>> = { webchat, telegram, whatsapp, botpress }
