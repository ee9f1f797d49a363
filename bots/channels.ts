import { setTimeout as pause } from 'node:timers/promises'
import type { Telegram } from '../adapters/channels/telegram/index.ts'
import type { Botpress } from '../adapters/channels/botpress/index.ts'
import { openFilesLimit } from '../adapters/system/open-files.ts'
import { openWebchat, type Webchat, type WebchatSettings } from '../adapters/channels/webchat/index.ts'
import { DEFAULT_LIMITS } from '../adapters/channels/webchat/limits.ts'
import { makeSecretDoor } from '../core/services/access/page.ts'
import { makeChatHistory } from '../core/services/access/history.ts'
import { makeSpool } from '../core/services/evidence/spool.ts'
import type { ChannelName } from '../core/base/message.ts'
import type { Guidance } from '../core/model/guidance.ts'
import type { InboundSink } from '../core/services/inbound/sink.ts'
import type { Channel, ChannelHealth } from '../core/ports/channel.ts'
import type { Log } from '../core/ports/log.ts'
import { seconds, type Instant } from '../core/base/units.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import type { Operator } from './operator.ts'
import { newConversationsOf } from './statements.ts'
import { startSender, type Sender } from './sender.ts'
import { telegramCommands } from './commands.ts'
import type { WhatsappConfig } from './whatsapp-config.ts'
import { openBotpressChannel } from './botpress.ts'
import type { WhatsappChannel } from './whatsapp.ts'

export type Channels = {
  /** The channel, where it runs in this process, or where a worker can fetch from it without running it. */
  readonly of: (name: ChannelName) => Channel | undefined
  readonly health: () => readonly { readonly name: ChannelName; readonly health: ChannelHealth }[]
  /** When a channel that has to ask was last answered. */
  readonly heard: (name: ChannelName) => Instant | undefined
  readonly webchat: Webchat | undefined
  readonly whatsapp: WhatsappChannel | undefined
  readonly botpress: Botpress | undefined
  readonly stop: () => Promise<void>
}

export type ChannelParts = {
  readonly config: Config
  readonly operator: Operator
  readonly foundation: Foundation
  readonly sink: InboundSink
  readonly owner: string
  readonly log: Log
}

/** Longer than we ever seem to type one text, shorter than what a machine that stops gives us. */
const TYPING_GRACE = seconds(5)

/** Opens the channels that this process has a role for, and sends their outboxes. */
export const startChannels = async (parts: ChannelParts): Promise<Channels> => {
  const { config, foundation, log, owner } = parts
  const { ports, casebook } = foundation
  let ofWhatsapp: Sender | undefined
  const webchat = config.roles.includes('webchat') ? await openChat(parts) : undefined
  const telegram =
    config.roles.includes('telegram') && config.telegram !== undefined
      ? await openBot(parts, config.telegram)
      : undefined
  const whatsapp =
    config.roles.includes('whatsapp') && config.whatsapp !== undefined
      ? await openPhone(parts, config.whatsapp, () => ofWhatsapp)
      : undefined
  const botpress =
    config.roles.includes('botpress') && config.botpress !== undefined
      ? await openBotpressChannel(parts, config.botpress)
      : undefined
  await telegram?.start()
  await whatsapp?.start()
  const open = [webchat?.channel, telegram?.channel, whatsapp?.channel, botpress?.channel].filter(
    (channel) => channel !== undefined,
  )
  const senders: readonly Sender[] = open.map((channel) =>
    startSender(ports, casebook, channel, owner, channel === whatsapp?.channel ? whatsapp.pace : undefined),
  )
  const fetched = await openToFetch(parts, open)
  ofWhatsapp = senders.find((_, index) => open[index] === whatsapp?.channel)
  const ready: ChannelHealth = { status: 'ready', since: ports.clock.now() }
  return {
    of: (name) => [...open, ...fetched].find((channel) => channel.name === name),
    health: () => [
      ...(webchat === undefined ? [] : [{ name: 'webchat' as const, health: ready }]),
      ...(telegram === undefined ? [] : [{ name: 'telegram' as const, health: telegram.health() }]),
      ...(whatsapp === undefined ? [] : [{ name: 'whatsapp' as const, health: whatsapp.health() }]),
      ...(botpress === undefined ? [] : [{ name: 'botpress' as const, health: botpress.health() }]),
    ],
    heard: (name) => (name === 'telegram' ? telegram?.heard() : undefined),
    webchat,
    whatsapp,
    botpress,
    stop: async () => {
      await telegram?.stop()
      const ended = Promise.all(senders.map((sender) => sender.stop()))
      // What is being typed on WhatsApp may still go out, for a while; then the channel says what
      // became of it.
      await Promise.race([ended, pause(TYPING_GRACE, undefined, { ref: false })])
      await whatsapp?.stop()
      await botpress?.stop()
      await ended
      await webchat?.stop()
      log.debug('channels stopped')
    },
  }
}

/**
 * Files are fetched by workers, wherever their channel runs: Telegram hands them out to who has the
 * token, uploads of the web chat lie in the vault. Neither polls, listens nor sends here.
 * WhatsApp's are fetched where it runs: only that process has its session.
 */
const openToFetch = async (parts: ChannelParts, open: readonly Channel[]): Promise<readonly Channel[]> => {
  const { config } = parts
  if (!config.roles.includes('worker')) return []
  const missing = (name: ChannelName): boolean => !open.some((channel) => channel.name === name)
  return [
    ...(missing('webchat') ? [(await openChat(parts)).channel] : []),
    ...(missing('telegram') && config.telegram !== undefined
      ? [(await openBot(parts, config.telegram)).channel]
      : []),
    ...(missing('botpress') && config.botpress !== undefined
      ? [(await openBotpressChannel(parts, config.botpress)).channel]
      : []),
  ]
}

/**
 * The chat's pages have at most a quarter of the connections that the system gives: the rest is for
 * the console, and for what is sent.
 */
const chatStreams = (): typeof DEFAULT_LIMITS.streams => {
  const { streams } = DEFAULT_LIMITS
  return {
    ...streams,
    all: Math.min(streams.all, Math.floor((openFilesLimit() ?? Number.POSITIVE_INFINITY) / 4)),
  }
}

/**
 * The guidance as pages, with the address under which others reach them: a loopback address opens
 * nothing on anybody's phone.
 */
const adviceOf = (
  { publicUrl }: Config,
  { phrases, flow, emergency, clock }: Foundation['ports'],
  guidance: Guidance,
): NonNullable<WebchatSettings['advice']> => ({
  guidance,
  say: phrases.say,
  operator: flow.operator,
  emergency: () => emergency(clock.now()),
  ...(publicUrl.startsWith('https:') ? { address: new URL('/chat', publicUrl).href } : {}),
})

const openChat = async ({
  config,
  operator,
  foundation: { ports, casebook, stores },
  sink,
  log,
}: ChannelParts): Promise<Webchat> => {
  const vault = await stores.openSpool()
  return openWebchat({
    sink,
    log,
    history: makeChatHistory(ports, casebook),
    spool: makeSpool({ vault, sealer: ports.sealer, random: ports.random }),
    hasher: ports.hasher,
    random: ports.random,
    clock: ports.clock,
    conversations: newConversationsOf(operator),
    limits: { streams: chatStreams() },
    secrets: makeSecretDoor(ports, casebook),
    ...(ports.flow.guidance === undefined ? {} : { advice: adviceOf(config, ports, ports.flow.guidance) }),
    ...(operator.exitUrl === undefined ? {} : { awayUrl: operator.exitUrl }),
    ...(operator.practice === undefined ? {} : { practice: operator.practice }),
  })
}

const openBot = async (
  { foundation: { ports }, sink, owner, log }: ChannelParts,
  { token, apiRoot }: NonNullable<Config['telegram']>,
): Promise<Telegram> => {
  const { openTelegram } = await import('../adapters/channels/telegram/index.ts')
  return openTelegram({
    token,
    apiRoot,
    sink,
    owner,
    log,
    leases: ports.store.leases,
    clock: ports.clock,
    commands: telegramCommands(ports.phrases),
  })
}

const openPhone = async (
  { config: { dataDir }, foundation, sink, owner, log }: ChannelParts,
  whatsapp: WhatsappConfig,
  sender: () => Sender | undefined,
): Promise<WhatsappChannel> =>
  (await import('./whatsapp.ts')).openWhatsappChannel(whatsapp, {
    dataDir,
    foundation,
    sink,
    owner,
    log,
    sender,
  })
