import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { CHANNELS, type ChannelName } from '../../core/base/message.ts'
import { seconds, type Instant } from '../../core/base/units.ts'
import type { Channel, ChannelHealth } from '../../core/ports/channel.ts'
import { makePollLoop } from '../poll-loop.ts'
import { startSender, type Sender } from '../sender.ts'
import type { ChannelParts, ChannelSettings, Running } from './channel.ts'
import { CHANNEL } from './registry.ts'

export type Channels = {
  /** The channel, where it runs in this process, or where a worker can fetch from it without running it. */
  readonly of: (name: ChannelName) => Channel | undefined
  readonly health: () => readonly { readonly name: ChannelName; readonly health: ChannelHealth }[]
  /** When a channel that has to ask was last answered. */
  readonly heard: (name: ChannelName) => Instant | undefined
  /** Those that run in this process now. */
  readonly running: readonly Running[]
  readonly stop: () => Promise<void>
}

/** Longer than we ever seem to type one text, shorter than what a machine that stops gives us. */
const TYPING_GRACE = seconds(5)

/** A channel as it was opened here; nothing of one that is not set. */
type Opened = {
  /** What it was opened with. */
  readonly set: unknown
  /** Nothing where another process runs it, and files are fetched from it here. */
  readonly sender?: Sender
  readonly running?: Running
}

const setOf = (config: ChannelSettings, name: ChannelName): unknown =>
  name in config ? config[name as keyof ChannelSettings] : undefined

/**
 * Opens the channels that this process has a role for, and sends their outboxes. One whose settings
 * are changed in a console is ended and opened anew with them, the others go on.
 */
export const startChannels = async (parts: ChannelParts): Promise<Channels> => {
  const { config, foundation, log, owner } = parts
  const { ports, casebook } = foundation
  const opened = new Map<ChannelName, Opened>()

  const runs = (name: ChannelName): boolean => config.roles.includes(name)
  /** Files are fetched by workers, wherever their channel runs, where that can be. */
  const isFetched = (name: ChannelName): boolean =>
    !runs(name) && config.roles.includes('worker') && CHANNEL[name].isFetchedAnywhere

  const open = async (name: ChannelName): Promise<void> => {
    const set = setOf(config, name)
    const running =
      runs(name) || isFetched(name)
        ? await CHANNEL[name].open(parts, () => opened.get(name)?.sender)
        : undefined
    opened.set(name, { set, ...(running === undefined ? {} : { running }) })
  }
  /** After all are open: what one hears may be for another. */
  const start = async (name: ChannelName): Promise<void> => {
    const one = opened.get(name)
    if (one?.running === undefined || !runs(name)) return
    await one.running.start?.()
    const { channel, pace } = one.running
    opened.set(name, { ...one, sender: startSender(ports, casebook, channel, owner, pace) })
  }
  /** These and no others; in the order in which nothing that was said is lost. */
  const end = async (list: readonly Opened[]): Promise<void> => {
    const running = list.flatMap((one) => one.running ?? [])
    for (const { stopHearing } of running) await stopHearing?.()
    const ended = Promise.all(list.flatMap(({ sender }) => (sender === undefined ? [] : [sender.stop()])))
    // What is being typed on WhatsApp may still go out, for a while; then the channel says what
    // became of it.
    await Promise.race([ended, pause(TYPING_GRACE, undefined, { ref: false })])
    for (const { stopSending } of running) await stopSending?.()
    await ended
    for (const { stop } of running) await stop?.()
  }

  for (const name of CHANNELS) await open(name)
  for (const name of CHANNELS) await start(name)

  /** What was set anew meanwhile; where it cannot be opened it is tried again with the next turn. */
  const follow = async (): Promise<void> => {
    for (const name of CHANNELS) {
      const before = opened.get(name)
      if (isDeepStrictEqual(before?.set, setOf(config, name))) continue
      if (before !== undefined) {
        opened.delete(name)
        await end([before])
      }
      await open(name)
      await start(name)
      if (before?.running !== undefined || opened.get(name)?.running !== undefined)
        log.info('a channel follows what was set in the console', { channel: name })
    }
  }
  const pulse = makePollLoop({ name: 'channels', turn: follow, every: seconds(1), log })
  foundation.settings.heed(pulse.beat)

  const here = (): readonly Running[] =>
    CHANNELS.flatMap((name) => (runs(name) ? (opened.get(name)?.running ?? []) : []))
  const find = (name: ChannelName): Running | undefined => here().find(({ channel }) => channel.name === name)
  return {
    of: (name) => opened.get(name)?.running?.channel,
    health: () => here().map(({ channel: { name }, health }) => ({ name, health: health() })),
    heard: (name) => find(name)?.heard?.(),
    get running() {
      return here()
    },
    stop: async () => {
      await pulse.stop()
      await end([...opened.values()])
      log.debug('channels stopped')
    },
  }
}
