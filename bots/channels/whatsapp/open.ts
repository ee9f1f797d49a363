import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import type { WhatsappDesk } from '../../../adapters/console/server/administration/whatsapp-routes.ts'
import { openWhatsappCloud } from '../../../adapters/channels/whatsapp-cloud/index.ts'
import { openContacts } from '../../../adapters/channels/whatsapp-cloud/contacts.ts'
import {
  openWhatsapp,
  type Whatsapp,
  type WhatsappOptions,
} from '../../../adapters/channels/whatsapp/index.ts'
import { localHosts } from '../../../adapters/channels/whatsapp/media-host.ts'
import { makePace, type Pace } from '../../../core/services/delivery/pace.ts'
import { detectLanguage } from '../../../core/text/detect-language.ts'
import type { OutboxId } from '../../../core/base/ids.ts'
import { DEFAULT_LANGUAGE } from '../../../core/base/language.ts'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import { never } from '../../../core/base/never.ts'
import type { Channel, ChannelHealth } from '../../../core/ports/channel.ts'
import type { Log } from '../../../core/ports/log.ts'
import { seconds } from '../../../core/base/units.ts'
import type { Foundation } from '../../foundation.ts'
import { begins, told } from '../../amin/begins.ts'
import { makeOpens } from '../../../core/services/inbound/opens-case.ts'
import type { Sender } from '../../sender.ts'
import type { WhatsappConfig } from './settings.ts'
import { sessionFileOf, sessionKeyOf } from './session.ts'

export type WhatsappChannel = {
  readonly channel: Channel
  /** How fast the sender may go in one chat, where the platform has a pace of its own. */
  readonly pace?: Pace
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly health: () => ChannelHealth
  readonly desk: WhatsappDesk
  /** The address that the platform calls, where it does. */
  readonly routes?: FastifyPluginAsync
}

type Parts = {
  readonly dataDir: string
  readonly foundation: Foundation
  readonly sink: InboundSink
  readonly owner: string
  readonly log: Log
  /** The channel's own sender, once it runs: what the platform says of messages later goes there. */
  readonly sender: () => Pick<Sender, 'report' | 'hasten'> | undefined
}

type Linked = Extract<WhatsappConfig, { readonly by: 'baileys' }>
type Cloud = Extract<WhatsappConfig, { readonly by: 'cloud' }>

/** The linked device that the settings name; not started. */
export const openLinkedDevice = (
  { account, version, trial }: Linked,
  {
    dataDir,
    foundation: { ports, secrets },
    sink,
    owner,
    log,
    sender,
    onAccount,
  }: Parts & Pick<WhatsappOptions, 'onAccount'>,
): Whatsapp =>
  openWhatsapp({
    account,
    sink,
    owner,
    log,
    file: sessionFileOf(dataDir, account),
    key: sessionKeyOf(secrets),
    leases: ports.store.leases,
    clock: ports.clock,
    opens: makeOpens(ports, { begins, told }),
    onDelivery: ({ row, status }) => {
      if (row === undefined) return
      // What it says of later is shown, not acted on: the next receipt says more.
      void sender()
        ?.report(row, status)
        .catch((error: unknown) =>
          log.warn('what became of a message was not noted', { channel: 'whatsapp', outboxId: row, error }),
        )
    },
    ...(onAccount === undefined ? {} : { onAccount }),
    ...(version === undefined ? {} : { version }),
    ...(trial === undefined
      ? {}
      : {
          trial: {
            endpoint: { url: trial.url, root: trial.root, media: trial.certificate },
            haste: trial.haste,
            media: { hosts: localHosts(trial.mediaHost, trial.certificate) },
          },
        }),
  })

const openLinked = (config: Linked, parts: Parts): WhatsappChannel => {
  const whatsapp = openLinkedDevice(config, parts)
  const {
    channel,
    start,
    stop,
    health,
    account,
    pair,
    cancelPairing: cancel,
    connect,
    look,
    unlink,
  } = whatsapp
  return {
    channel,
    start,
    stop,
    health,
    desk: {
      health,
      look,
      state: () => {
        const { advice, ...rest } = account()
        return { by: 'baileys', account: rest, ...(advice === undefined ? {} : { advice }) }
      },
      link: {
        cancel,
        connect,
        unlink,
        pair: (phone) => pair(phone === undefined ? { mode: 'qr' } : { mode: 'code', phone }),
      },
    },
  }
}

/** Meta throttles one chat to about a message in six seconds, with bursts (throughput, pair rate limits). */
const CLOUD_PACE = { burst: 40, refill: seconds(6) }
/** Chats whose text waits for the person; one that is forgotten is tried again by itself within minutes. */
const MOST_HELD = 10_000

/** The rows that wait until their person writes, by chat. */
const makeHeld = () => {
  const rows = new Map<string, OutboxId>()
  return {
    hold: (chat: string, row: OutboxId): void => {
      rows.delete(chat)
      rows.set(chat, row)
      const [oldest] = rows.size > MOST_HELD ? rows.keys() : []
      if (oldest !== undefined) rows.delete(oldest)
    },
    release: (chat: string): OutboxId | undefined => {
      const row = rows.get(chat)
      rows.delete(chat)
      return row
    },
  }
}

const openCloud = (
  config: Cloud,
  { dataDir, foundation: { ports }, sink, log, sender }: Parts,
): WhatsappChannel => {
  const { phoneId, token, appSecret, verifyToken, apiRoot, apiVersion: version, template } = config
  const { hasher, sealer, clock, phrases } = ports
  const contacts = openContacts({
    file: join(dataDir, 'whatsapp-cloud.db'),
    account: phoneId,
    hasher,
    sealer,
  })
  const held = makeHeld()
  const cloud = openWhatsappCloud({
    phoneId,
    token,
    appSecret,
    verifyToken,
    apiRoot,
    version,
    contacts,
    sink,
    clock,
    log,
    onStatus: async ({ row, status, error }) => {
      if (row === undefined) return
      if (status !== 'failed') return sender()?.report(row, status)
      // What may pass is tried again where the row still waits. What was taken as sent keeps that
      // (settledStatus), so the log must say it.
      log.warn('whatsapp did not deliver a message', { channel: 'whatsapp', account: phoneId, outboxId: row })
      if (error?.again !== true) await sender()?.report(row, 'refused')
    },
    onReachable: async (chat) => {
      const row = held.release(chat)
      if (row !== undefined) await sender()?.hasten(row)
    },
    menu: ({ text }) => phrases.say(detectLanguage(text) ?? DEFAULT_LANGUAGE, 'choose-answer'),
    ...(template === undefined ? {} : { template }),
  })
  const { channel, routes, start, health } = cloud
  return {
    channel: {
      ...channel,
      send: async (chat, content, signal, context) => {
        held.release(chat)
        const outcome = await channel.send(chat, content, signal, context)
        const isSaid = content.kind === 'text' || content.kind === 'file'
        if (isSaid && outcome.status === 'later' && context !== undefined) held.hold(chat, context.row)
        return outcome
      },
    },
    routes,
    start,
    health,
    pace: makePace(CLOUD_PACE),
    desk: {
      health,
      look: () => void cloud.look(),
      state: () => {
        const account = cloud.account()
        const refused = health().reason === 'unauthorised'
        return {
          by: 'cloud',
          ...(account === undefined ? {} : { account }),
          ...(refused ? { advice: 'cloud' } : {}),
        }
      },
    },
    stop: async () => {
      await cloud.stop()
      contacts.end()
    },
  }
}

/** The WhatsApp that the settings name. */
export const openWhatsappChannel = (config: WhatsappConfig, parts: Parts): WhatsappChannel => {
  switch (config.by) {
    case 'baileys':
      return openLinked(config, parts)
    case 'cloud':
      return openCloud(config, parts)
    default:
      return never(config)
  }
}
