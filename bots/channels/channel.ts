import type { FastifyPluginAsync } from 'fastify'
import type { WhatsappDesk } from '../../adapters/console/server/administration/whatsapp-routes.ts'
import type { ChannelName, ChatAddress } from '../../core/base/message.ts'
import type { Instant, Ms } from '../../core/base/units.ts'
import type { Capabilities, Channel, ChannelHealth } from '../../core/ports/channel.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Pace } from '../../core/services/delivery/pace.ts'
import type { InboundSink } from '../../core/services/inbound/sink.ts'
import type { Config } from '../config.ts'
import type { Foundation } from '../foundation.ts'
import type { Operator } from '../operator.ts'
import type { Sender } from '../sender.ts'

export type ChannelParts = {
  readonly config: Config
  readonly operator: Operator
  readonly foundation: Foundation
  readonly sink: InboundSink
  readonly owner: string
  readonly log: Log
}

/** Whether whoever calls may hand people over with this key now. */
type Opens = (key: string) => Promise<boolean>

/** A channel that runs in this process. */
export type Running = {
  readonly channel: Channel
  readonly health: () => ChannelHealth
  /** When it was last answered, where it has to ask. */
  readonly heard?: () => Instant | undefined
  /** How fast its sender may go in one chat, where the platform has a pace of its own. */
  readonly pace?: Pace
  readonly start?: () => Promise<void>
  /** Under which address of our server others call it, where they do. */
  readonly address?: { readonly prefix: string; readonly routes: (opens: Opens) => FastifyPluginAsync }
  /** From now on this is told when a person types; nothing of what. */
  readonly hearTyping?: (listen: (address: ChatAddress) => void) => void
  /** Its account, for administrators. */
  readonly desk?: WhatsappDesk
  /** The first of three ends: nothing more is heard. */
  readonly stopHearing?: () => Promise<void>
  /** The second, when what was being said had its time: nothing more is sent. */
  readonly stopSending?: () => Promise<void>
  /** The last, when its sender has ended. */
  readonly stop?: () => Promise<void>
}

/** The settings that channels have, each under its name. */
export type ChannelSettings = Pick<Config, ChannelName & keyof Config>

/**
 * What the house knows of a channel (bots/channels/registry.ts). Only what it can do is loaded with
 * this; the channel itself by whoever opens it.
 */
export type Registered = {
  /** As people call it, in every language. */
  readonly title: string
  readonly capabilities: (settings: ChannelSettings) => Capabilities
  /** How it is set, in a word; `off` where it is not. */
  readonly setting: (settings: ChannelSettings) => string
  /** Who said its token, where that may be set in the console too; nothing where there is none. */
  readonly from?: (settings: ChannelSettings) => NonNullable<Config['telegram']>['from'] | undefined
  /** Whether others call us for it, browsers or its platform, so that a server is needed. */
  readonly isCalled: (settings: ChannelSettings) => boolean
  /**
   * Opens it, not started; nothing where it is not set. `sender`: its own, once it runs, for what the
   * platform says of messages later.
   */
  readonly open: (parts: ChannelParts, sender: () => Sender | undefined) => Promise<Running | undefined>
  /** Asks its platform, for who looks after the house; nothing where it is not set or cannot be asked. */
  readonly look?: (
    settings: ChannelSettings,
    patience: Ms,
  ) => Promise<{ readonly isWell: boolean; readonly says: string } | undefined>
  /** Whether a worker may fetch its files without running it: that neither polls, listens nor sends. */
  readonly isFetchedAnywhere: boolean
}
