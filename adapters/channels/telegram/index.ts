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
import type { Leases } from '../../../core/ports/store/leases.ts'
import { after, ms, seconds, type Instant, type Ms } from '../../../core/base/units.ts'
import { makeLease } from '../../kit/lease.ts'
import type { Pace } from '../../kit/pause.ts'
import { openApi } from './api.ts'
import { TELEGRAM_CAPABILITIES } from './capabilities.ts'
import { openFiles } from './files.ts'
import { makeSend } from './from-outbound.ts'
import { makeHealth } from './health.ts'
import { runPump } from './pump.ts'
import { setCommands, setUp, type CommandTexts } from './set-up.ts'

export type TelegramOptions = {
  /** `<bot id>:<secret>`; the id is the account's name. */
  readonly token: string
  /** Without a slash at its end. */
  readonly apiRoot: string
  readonly sink: InboundSink
  readonly leases: Leases
  readonly clock: Clock
  readonly log: Log
  /** This process, as the store knows it. */
  readonly owner: string
  /** The menu in each language. */
  readonly commands: readonly CommandTexts[]
  /** Told at each change. */
  readonly onHealth?: (health: ChannelHealth) => void
  /** Only tests are in a hurry. */
  readonly timing?: Partial<Timing>
}

type Timing = {
  /** How long the platform holds a question when there is nothing to tell; it allows 50 s. */
  readonly pollSeconds: number
  /** What a poll may take beyond that, and what any other call may take. */
  readonly pollGrace: Ms
  readonly call: Ms
  /** What sending a file may take: shorter than the sender's claim of its row. */
  readonly upload: Ms
  readonly pace: Pace
  readonly conflictPace: Pace
  readonly lease: Ms
  readonly standby: Ms
  readonly downloadIdle: Ms
}

const TIMING: Timing = {
  pollSeconds: 30,
  pollGrace: seconds(10),
  call: seconds(15),
  upload: seconds(100),
  pace: { first: seconds(1), most: seconds(30) },
  conflictPace: { first: seconds(5), most: seconds(60) },
  lease: seconds(60),
  standby: seconds(5),
  downloadIdle: seconds(30),
}
/** Calls at once; beyond what the platform lets through a second, more would only wait there. */
const PARALLEL = 64
const PARALLEL_FILES = 4

export type Telegram = {
  readonly channel: Channel
  /** Resolves at once: what the platform has to say about the token shows in `health`. */
  readonly start: () => Promise<void>
  /** Stops polling, lets what is being sent come to its end, gives the lease back. */
  readonly stop: () => Promise<void>
  readonly health: () => ChannelHealth
  /** When the platform last answered a question for updates of this process. */
  readonly heard: () => Instant | undefined
}

/**
 * One bot on Telegram. Nothing of it throws for what the platform does; a wrong token makes it
 * `down`, and the rest goes on.
 */
export const openTelegram = (options: TelegramOptions): Telegram => {
  const { token, apiRoot, sink, leases, clock, log, owner, commands, onHealth } = options
  const timing = { ...TIMING, ...options.timing }
  const account = token.split(':', 1)[0] ?? ''
  const { api, close: closeApi } = openApi({ token, apiRoot, timeout: timing.call, maxSockets: PARALLEL })
  const poller = openApi({
    token,
    apiRoot,
    timeout: ms(timing.pollSeconds * 1000 + timing.pollGrace),
    maxSockets: 1,
  })
  const files = openFiles({ api, token, apiRoot, idle: timing.downloadIdle })
  const health = makeHealth({ clock, log, account, tell: (now) => onHealth?.(now) })
  // Two who poll at once lose nothing (the inbox counts once), they only hinder each other.
  const lease = makeLease({
    leases,
    clock,
    log,
    channel: 'telegram',
    owner,
    name: `telegram:${account}`,
    length: timing.lease,
  })
  const uploads = openApi({ token, apiRoot, timeout: timing.upload, maxSockets: PARALLEL_FILES })
  const send = makeSend(api, uploads.api, clock)
  const life = new AbortController()
  const sending = new Set<Promise<SendOutcome>>()
  /** A 429 counts for a method and everybody it serves: until then it is not called. */
  const closedUntil = new Map<OutboundContent['kind'], Instant>()
  let running: Promise<void> = Promise.resolve()

  const run = async (): Promise<void> => {
    const parts = { api, account, commands, log, health, pace: timing.pace }
    if (!(await setUp(parts, life.signal))) return
    const menu = setCommands(parts, life.signal)
    const { pollSeconds, pace, conflictPace, standby } = timing
    await runPump(
      { api: poller.api, account, sink, lease, clock, log, health, pollSeconds, pace, conflictPace, standby },
      life.signal,
    )
    await menu
  }

  const attempt = async (
    chat: number,
    content: OutboundContent,
    read: SendContext['bytes'],
  ): Promise<SendOutcome> => {
    const outcome = await send(chat, content, read)
    if (outcome.status === 'unauthorised') health.refused()
    if (outcome.status !== 'later' || outcome.wait === undefined) return outcome
    closedUntil.set(content.kind, after(clock.now(), outcome.wait))
    return { ...outcome, everyone: content.kind === 'text' }
  }

  const channel: Channel = {
    name: 'telegram',
    account,
    capabilities: TELEGRAM_CAPABILITIES,
    send: async (chat, content, signal, context) => {
      const id = Number(chat)
      if (!Number.isSafeInteger(id) || id === 0) return { status: 'refused', why: 'invalid' }
      if (life.signal.aborted || signal?.aborted === true) return { status: 'later' }
      const wait = ms((closedUntil.get(content.kind) ?? 0) - clock.now())
      if (wait > 0 && content.kind !== 'typing')
        return { status: 'later', wait, everyone: content.kind === 'text' }
      const sent = attempt(id, content, context?.bytes)
      sending.add(sent)
      try {
        return await sent
      } finally {
        sending.delete(sent)
      }
    },
    download: files.download,
    // Telegram keeps the file; there is nothing of ours to free.
    discard: async () => {},
  }

  return {
    channel,
    health: health.now,
    heard: health.heard,
    start: async () => {
      running = run().catch((error: unknown) =>
        log.error('the telegram channel ended', { channel: 'telegram', account, error }),
      )
    },
    stop: async () => {
      life.abort()
      await running
      await Promise.allSettled(sending)
      closeApi()
      uploads.close()
      poller.close()
      files.close()
    },
  }
}
