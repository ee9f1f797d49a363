import type { FastifyPluginAsync } from 'fastify'
import { Failure } from '../../../core/base/failure.ts'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import type {
  Channel,
  ChannelHealth,
  OutboundContent,
  SendContext,
  SendOutcome,
} from '../../../core/ports/channel.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { after, minutes, ms, seconds, type Instant, type Ms } from '../../../core/base/units.ts'
import { isStopped, lookAtAccount, type AccountState } from './account.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from './capabilities.ts'
import type { Contacts } from './contacts.ts'
import { makeDownload } from './files.ts'
import { openGraph } from './graph.ts'
import { makeHealth } from './health.ts'
import { makeInflow } from './inflow.ts'
import { pause, waitAfter, type Pace } from '../../kit/pause.ts'
import { MENU_SIGN, type Template, type TextContent } from './payloads.ts'
import { makeSender } from './sender.ts'
import type { StatusReport } from './status.ts'
import { nameReply } from './verdict.ts'
import { makeRoutes } from './webhook.ts'

export type WhatsappCloudOptions = {
  /** The phone number's id, from the app's settings; the account's name. Digits. */
  readonly phoneId: string
  /** Of a system user, with the right to send messages. */
  readonly token: string
  /** Of the app; webhooks are signed with it. */
  readonly appSecret: string
  /** Our own choice, told to the platform in the app's settings. */
  readonly verifyToken: string
  /** Without a slash at its end. */
  readonly apiRoot: string
  /** `v26.0` */
  readonly version: string
  /** Sent once where a person did not write for 24 h; without one, texts wait in silence. */
  readonly template?: Template
  readonly contacts: Contacts
  readonly sink: InboundSink
  readonly clock: Clock
  readonly log: Log
  /**
   * Label of the button that opens a list of choices: at most 20 characters, in the language of the
   * text. Default: a sign.
   */
  readonly menu?: (content: TextContent) => string
  /**
   * What became of a message of ours. The platform is only answered when it resolves, and sends it
   * again where it throws.
   */
  readonly onStatus?: (report: StatusReport) => Promise<void>
  /** Somebody wrote for whom a text waits. Awaited like `onStatus`. */
  readonly onReachable?: (chat: string) => Promise<void>
  /** Told at each change. */
  readonly onHealth?: (health: ChannelHealth) => void
  readonly onAccount?: (account: AccountState) => void
  /** Only tests are in a hurry. */
  readonly timing?: Partial<Timing>
}

type Timing = {
  /** What a call may take. */
  readonly call: Ms
  readonly downloadIdle: Ms
  /** Between two looks at the account; and between tries where it does not answer. */
  readonly look: Ms
  readonly pace: Pace
  /** How long a text that waits for the person is left alone. */
  readonly closedWait: Ms
}

const TIMING: Timing = {
  call: seconds(20),
  downloadIdle: seconds(30),
  look: minutes(10),
  pace: { first: seconds(2), most: minutes(2) },
  // With the deliverer's 300 attempts about a day; `onReachable` shortens it to nothing.
  closedWait: minutes(5),
}
/** Calls at once; beyond what the platform lets through a second, more would only wait there. */
const PARALLEL = 64
/** Becomes part of an address. */
const PHONE_ID = /^\d{5,20}$/

export type WhatsappCloud = {
  readonly channel: Channel
  /**
   * The address that Meta calls. To be registered with a prefix; it needs nothing of the console's,
   * and no limit by client address.
   */
  readonly routes: FastifyPluginAsync
  /**
   * Resolves at once: what the platform has to say about token and number shows in `health` and
   * `account`.
   */
  readonly start: () => Promise<void>
  /** Lets what is being sent come to its end. `contacts` stay open: they are the caller's. */
  readonly stop: () => Promise<void>
  readonly health: () => ChannelHealth
  /** Nothing until the platform has answered once. */
  readonly account: () => AccountState | undefined
  /** Looks at the account now. */
  readonly look: () => Promise<void>
}

/**
 * One number on Meta's Cloud API. Nothing of it throws for what the platform does, but wrong
 * settings throw `settings_invalid`.
 */
export const openWhatsappCloud = (options: WhatsappCloudOptions): WhatsappCloud => {
  const { phoneId: account, token, apiRoot, version, contacts, sink, clock, log } = options
  if (!PHONE_ID.test(account))
    throw new Failure('settings_invalid', 'the WhatsApp phone number id has digits only')
  if (options.appSecret === '' || options.verifyToken === '')
    throw new Failure('settings_invalid', 'a WhatsApp secret is empty')
  const timing = { ...TIMING, ...options.timing }
  const about = { channel: 'whatsapp', account } as const
  const graph = openGraph({ token, apiRoot, version, timeout: timing.call, maxSockets: PARALLEL })
  const health = makeHealth({ clock, log, account, tell: (now) => options.onHealth?.(now) })
  const life = new AbortController()
  const sending = new Set<Promise<SendOutcome>>()
  /** Until then the platform takes nothing of the whole account. */
  let closedUntil = 0 as Instant
  let state: AccountState | undefined
  let running: Promise<void> = Promise.resolve()
  let wake = new AbortController()

  const attempt = makeSender({
    graph,
    contacts,
    account,
    clock,
    log,
    template: options.template,
    menu: options.menu ?? (() => MENU_SIGN),
    closedWait: timing.closedWait,
  })

  /** Whether the platform answered. */
  const look = async (): Promise<boolean> => {
    const looked = await lookAtAccount(graph, account, clock.now())
    if (looked.status !== 'known') {
      log.warn('the whatsapp account could not be looked at', { ...about, code: nameReply(looked.reply) })
      if (looked.status === 'unauthorised') health.refused()
      else health.unreachable()
      return false
    }
    const before = state
    state = looked.account
    if (before?.quality !== state.quality && state.quality === 'red')
      log.warn('whatsapp rates the number low', { ...about, code: 'red' })
    if (isStopped(state)) health.refused()
    else health.good()
    options.onAccount?.(state)
    return true
  }

  const run = async (): Promise<void> => {
    for (let failures = 0; !life.signal.aborted;) {
      failures = (await look()) ? 0 : failures + 1
      wake = new AbortController()
      await pause(
        failures === 0 ? timing.look : waitAfter(timing.pace, failures),
        AbortSignal.any([life.signal, wake.signal]),
      )
    }
  }

  const inflow = makeInflow({
    account,
    contacts,
    sink,
    clock,
    log,
    onStatus: async (report) => options.onStatus?.(report),
    onReachable: async (chat) => options.onReachable?.(chat),
    onAccount: () => wake.abort(),
  })

  const send = async (
    chat: string,
    content: OutboundContent,
    context: SendContext | undefined,
  ): Promise<SendOutcome> => {
    const outcome = await attempt(chat, content, context)
    if (outcome.status === 'unauthorised') health.refused()
    if (outcome.status === 'later' && outcome.everyone === true && outcome.wait !== undefined)
      closedUntil = after(clock.now(), outcome.wait)
    return outcome
  }

  return {
    channel: {
      name: 'whatsapp',
      account,
      capabilities: WHATSAPP_CLOUD_CAPABILITIES,
      send: async (chat, content, signal, context) => {
        if (life.signal.aborted || signal?.aborted === true) return { status: 'later' }
        const wait = ms(closedUntil - clock.now())
        if (wait > 0)
          return content.kind === 'typing' ? { status: 'unclear' } : { status: 'later', wait, everyone: true }
        const sent = send(chat, content, context)
        sending.add(sent)
        try {
          return await sent
        } finally {
          sending.delete(sent)
        }
      },
      download: makeDownload({ graph, account, idle: timing.downloadIdle }),
      // Meta keeps the file for its time; there is nothing of ours to free.
      discard: async () => {},
    },
    routes: makeRoutes({
      account,
      appSecret: options.appSecret,
      verifyToken: options.verifyToken,
      inflow,
      clock,
      log,
      kept: health.kept,
    }),
    health: health.now,
    account: () => state,
    look: async () => void (await look()),
    start: async () => {
      running = run().catch((error: unknown) => log.error('the whatsapp channel ended', { ...about, error }))
    },
    stop: async () => {
      life.abort()
      await Promise.allSettled(sending)
      // A look that is still on its way would only end by its time limit.
      graph.close()
      await running
    },
  }
}
