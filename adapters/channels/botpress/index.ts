import type { FastifyPluginAsync } from 'fastify'
import type { OutboxId } from '../../../core/base/ids.ts'
import { Failure } from '../../../core/base/failure.ts'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import type { Rate } from '../../../core/services/limits/bucket.ts'
import type { Channel, ChannelHealth, SendOutcome } from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Random } from '../../../core/ports/random.ts'
import { seconds, type Ms } from '../../../core/base/units.ts'
import { makeApi } from './api.ts'
import { BOTPRESS_CAPABILITIES } from './capabilities.ts'
import { makeDownload } from './files.ts'
import { makeHealth } from './health.ts'
import { makeIntegration } from './integration.ts'
import { makeOperations } from './outcome.ts'
import { makeRoutes } from './routes.ts'
import { makeSender } from './sender.ts'

export type BotpressOptions = {
  /** The integration's id at Botpress; the account's name. */
  readonly integration: string
  /** Integration access key: goes out with every call. */
  readonly token: string
  /** Secret part of the address that Botpress calls. */
  readonly pathKey: string
  /** Without a slash at its end. */
  readonly apiRoot: string
  /** Hosts that files may be fetched from. */
  readonly fileHosts: readonly string[]
  /** Where `createHandoffLink` leads. */
  readonly links: { readonly webchat?: string; readonly telegram?: string }
  readonly sink: InboundSink
  readonly clock: Clock
  readonly hasher: Pick<Hasher, 'sha256'>
  readonly random: Pick<Random, 'id'>
  readonly log: Log
  /** See FileParts. */
  readonly trial?: string
  readonly timing?: { readonly call?: Ms; readonly idle?: Ms; readonly flood?: Rate }
}

export type Botpress = {
  readonly channel: Channel
  /**
   * The address that Botpress calls, to be registered with a prefix. `opens`: whether a bot may
   * hand people over with this key now.
   */
  readonly routes: (opens: (key: string) => Promise<boolean>) => FastifyPluginAsync
  readonly health: () => ChannelHealth
  /** Lets what is being sent come to its end. */
  readonly stop: () => Promise<void>
}

const CALL = seconds(20)
const IDLE = seconds(30)
/** 32 random bytes, as `amin botpress path` makes them. */
const PATH_KEY = /^[\w-]{43,128}$/

/**
 * Amin as an integration of Botpress's that takes handed-over people in. The SDK is loaded here and
 * by nobody else: it is large, and most have no such bot.
 */
export const openBotpress = async (options: BotpressOptions): Promise<Botpress> => {
  const {
    integration: account,
    token,
    pathKey,
    apiRoot,
    fileHosts,
    links,
    sink,
    clock,
    hasher,
    random,
    log,
    timing = {},
  } = options
  if (!PATH_KEY.test(pathKey)) throw new Failure('settings_invalid', 'the Botpress path key is too short')
  const [sdk, { Client }] = await Promise.all([import('@botpress/sdk'), import('@botpress/client')])
  const health = makeHealth({ clock, log, account })
  const apiOf = makeApi(Client, { token, integration: account, apiRoot, timeout: timing.call ?? CALL })
  const operations = makeOperations()
  const { handler } = makeIntegration(sdk, { apiOf, account, sink, operations, clock, hasher, random, links })
  const attempt = makeSender({ apiOf, account, clock, log, health })
  const sending = new Set<Promise<SendOutcome>>()
  let ended = false
  return {
    channel: {
      name: 'botpress',
      account,
      capabilities: BOTPRESS_CAPABILITIES,
      send: async (chat, content, signal, context) => {
        if (ended || signal?.aborted === true) return { status: 'later' }
        const sent = attempt(chat, content, context ?? { row: random.id() as OutboxId })
        sending.add(sent)
        try {
          return await sent
        } finally {
          sending.delete(sent)
        }
      },
      download: makeDownload({
        hosts: fileHosts,
        idle: timing.idle ?? IDLE,
        account,
        log,
        ...(options.trial === undefined ? {} : { trial: options.trial }),
      }),
      // The file is the other bot's.
      discard: async () => {},
    },
    routes: (opens) =>
      makeRoutes({
        account,
        pathKey,
        opens,
        handler,
        operations,
        health,
        clock,
        log,
        ...(timing.flood === undefined ? {} : { flood: timing.flood }),
      }),
    health: health.now,
    stop: async () => {
      ended = true
      await Promise.allSettled(sending)
    },
  }
}
