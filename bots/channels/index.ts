import { setTimeout as pause } from 'node:timers/promises'
import { CHANNELS, type ChannelName } from '../../core/base/message.ts'
import { seconds, type Instant } from '../../core/base/units.ts'
import type { Channel, ChannelHealth } from '../../core/ports/channel.ts'
import { startSender, type Sender } from '../sender.ts'
import type { ChannelParts, Running } from './channel.ts'
import { CHANNEL } from './registry.ts'

export type Channels = {
  /** The channel, where it runs in this process, or where a worker can fetch from it without running it. */
  readonly of: (name: ChannelName) => Channel | undefined
  readonly health: () => readonly { readonly name: ChannelName; readonly health: ChannelHealth }[]
  /** When a channel that has to ask was last answered. */
  readonly heard: (name: ChannelName) => Instant | undefined
  /** Those that run in this process. */
  readonly running: readonly Running[]
  readonly stop: () => Promise<void>
}

/** Longer than we ever seem to type one text, shorter than what a machine that stops gives us. */
const TYPING_GRACE = seconds(5)

/** Opens the channels that this process has a role for, and sends their outboxes. */
export const startChannels = async (parts: ChannelParts): Promise<Channels> => {
  const { config, foundation, log, owner } = parts
  const { ports, casebook } = foundation
  const senders = new Map<ChannelName, Sender>()
  const running: Running[] = []
  for (const name of CHANNELS) {
    const opened = config.roles.includes(name)
      ? await CHANNEL[name].open(parts, () => senders.get(name))
      : undefined
    if (opened !== undefined) running.push(opened)
  }
  for (const { start } of running) await start?.()
  for (const { channel, pace } of running)
    senders.set(channel.name, startSender(ports, casebook, channel, owner, pace))
  const fetched = await openToFetch(parts, running)
  const find = (name: ChannelName): Running | undefined =>
    running.find(({ channel }) => channel.name === name)
  return {
    of: (name) => find(name)?.channel ?? fetched.find((channel) => channel.name === name),
    health: () => running.map(({ channel: { name }, health }) => ({ name, health: health() })),
    heard: (name) => find(name)?.heard?.(),
    running,
    stop: async () => {
      for (const { stopHearing } of running) await stopHearing?.()
      const ended = Promise.all([...senders.values()].map((sender) => sender.stop()))
      // What is being typed on WhatsApp may still go out, for a while; then the channel says what
      // became of it.
      await Promise.race([ended, pause(TYPING_GRACE, undefined, { ref: false })])
      for (const { stopSending } of running) await stopSending?.()
      await ended
      for (const { stop } of running) await stop?.()
      log.debug('channels stopped')
    },
  }
}

/** Files are fetched by workers, wherever their channel runs, where that can be. */
const openToFetch = async (parts: ChannelParts, running: readonly Running[]): Promise<readonly Channel[]> => {
  if (!parts.config.roles.includes('worker')) return []
  const missing = CHANNELS.filter(
    (name) => CHANNEL[name].isFetchedAnywhere && !running.some(({ channel }) => channel.name === name),
  )
  const opened = await Promise.all(missing.map((name) => CHANNEL[name].open(parts, () => undefined)))
  return opened.flatMap((one) => (one === undefined ? [] : [one.channel]))
}
