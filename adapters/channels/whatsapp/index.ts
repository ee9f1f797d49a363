import { Failure } from '../../../core/base/failure.ts'
import { never } from '../../../core/base/never.ts'
import type { Channel, OutboundContent, SendContext, SendOutcome } from '../../../core/ports/channel.ts'
import { ms, seconds, type Ms } from '../../../core/base/units.ts'
import { makeLease } from '../../kit/lease.ts'
import type { Whatsapp, WhatsappOptions } from './account.ts'
import { WHATSAPP_CAPABILITIES } from './capabilities.ts'
import type { Advice } from './disconnects.ts'
import { openMedia } from './download.ts'
import { judgeGeneration } from './generation.ts'
import { makeHealth } from './health.ts'
import { makeInflow } from './inflow.ts'
import { keepRunning } from './keeper.ts'
import { PACING } from './pacing.ts'
import { makeDoor } from './privacy.ts'
import { startProcess, type Process } from './process.ts'
import type {
  AccountState,
  PairRequest,
  PairStep,
  Reupload,
  ReuploadRequest,
  ToChild,
  ToParent,
} from './protocol.ts'
import { makeQuestions } from './questions.ts'
import { LAST, makeSteps, type Steps } from './steps.ts'
import { waitAfter } from './supervisor.ts'

export type { Whatsapp, WhatsappOptions } from './account.ts'

const LEASE = seconds(60)
/** How long the child may take to end by itself. */
const PATIENCE = seconds(5)
const ACCOUNT = /^[a-z]{1,16}$/
const PHONE = /^[1-9]\d{6,14}$/

/** One account on WhatsApp, through a linked device in a process of its own. Nothing of it throws for what WhatsApp does. */
export const openWhatsapp = (options: WhatsappOptions): Whatsapp => {
  const { account, sink, leases, clock, log, owner, onAccount, onDelivery, trial = {} } = options
  if (!ACCOUNT.test(account))
    throw new Failure('settings_invalid', 'a WhatsApp account is named by 1 to 16 small letters')
  const haste = trial.haste ?? 1
  const about = { channel: 'whatsapp', account } as const
  const health = makeHealth({ clock, log, account, tell: (now) => options.onHealth?.(now) })
  const media = openMedia(trial.media)
  // Two sessions at once would be a conflict at WhatsApp (440) and, on one file, broken ratchets; against the latter the file has a lock of its own as well.
  const lease = makeLease({
    leases,
    clock,
    log,
    channel: 'whatsapp',
    owner,
    name: `whatsapp:${account}`,
    length: LEASE,
  })
  const life = new AbortController()

  let state: AccountState = { status: 'starting', refused: 0, waiting: 0 }
  /** Why nothing is tried until a person asks for it. */
  let stopped: Advice | undefined
  let late = false
  let child: Process | undefined
  let running: Promise<void> = Promise.resolve()
  let steps: Steps<PairStep> | undefined
  /** The child has opened its file and listens. */
  let ready = false
  const sends = makeQuestions<SendOutcome>()
  const reuploads = makeQuestions<Reupload>()

  const pause = (wait: Ms): Promise<void> =>
    new Promise((resolve) => {
      if (life.signal.aborted) return resolve()
      const end = (): void => {
        clearTimeout(timer)
        life.signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms(wait / haste))
      life.signal.addEventListener('abort', end)
    })
  const be = (next: AccountState): void => {
    state = next
    health.see(next, late)
    onAccount?.(next)
  }
  const say = (message: ToChild): void => child?.say(message)
  const inflow = makeInflow({
    sink,
    log,
    account,
    pause,
    done: (rows) => say({ type: 'done', rows }),
    late: (now) => {
      late = now
      health.see(state, late)
    },
  })

  const door = makeDoor({ opens: options.opens ?? (() => true), add: inflow.add, say })

  /** Asks until the store answers: without its word the session must not run. */
  const judge = async (
    from: Process,
    message: Extract<ToParent, { readonly type: 'generation' }>,
  ): Promise<void> => {
    const isCurrent = (): boolean => child === from && !life.signal.aborted
    for (let failures = 1; isCurrent(); failures += 1) {
      try {
        const verdict = await judgeGeneration(leases, clock, account, message.generation)
        if (verdict === 'old') log.error('the whatsapp session file is an old copy: pair again', about)
        return from.say({ type: 'generation', verdict })
      } catch (error) {
        log.warn('the generation of the whatsapp session could not be judged', {
          ...about,
          attempt: failures,
          error,
        })
        await pause(waitAfter(failures, Math.random()))
      }
    }
  }

  const hear = (from: Process, message: ToParent): void => {
    switch (message.type) {
      case 'up':
        return from.say({
          type: 'open',
          opening: {
            account,
            file: options.file,
            key: options.key,
            pacing: { ...PACING, ...options.pacing },
            ...(trial.endpoint === undefined ? {} : { endpoint: { ...trial.endpoint, haste } }),
            ...(options.version === undefined ? {} : { version: options.version }),
          },
        })
      case 'generation':
        void judge(from, message)
        return
      case 'opened':
        // A stop that WhatsApp or another session caused outlives the child: only a person ends it.
        return from.say(stopped === undefined ? { type: 'connect' } : { type: 'hold', advice: stopped })
      case 'broken':
        log.error('the whatsapp session file cannot be used', { ...about, code: message.code })
        be({ ...state, status: 'failed', advice: 'store' })
        // The next child tries again: what is busy or full may not stay so.
        void from.kill()
        return
      case 'row':
        return door(message)
      case 'state':
        ready = true
        if (message.state.status === 'stopped') stopped = message.state.advice
        if (message.state.status === 'connected') stopped = undefined
        return be(message.state)
      case 'pairing':
        steps?.push(message.step, LAST.has(message.step.status))
        return
      case 'sent':
        return sends.answer(message.id, message.outcome)
      case 'reuploaded':
        return reuploads.answer(message.id, message.answer)
      case 'delivery':
        onDelivery?.(message.delivery)
        return
      case 'log':
        return log[message.level](message.message, { ...message.fields, account })
      default:
        return never(message)
    }
  }

  /** What the dead child was asked: a message may have gone out. */
  const settleOrphans = (): void => {
    sends.settle({ status: 'unclear' })
    reuploads.settle({ status: 'later' })
    steps?.push({ status: 'failed', advice: 'wait' }, true)
  }

  const runChild = async (): Promise<void> => {
    let output = 0
    const started = startProcess({
      ...(trial.entry === undefined ? {} : { entry: trial.entry }),
      hear: (message) => {
        if (child === started) hear(started, message)
      },
      output: (chunk) => {
        output += chunk.length
        trial.output?.(chunk)
      },
    })
    child = started
    await started.gone
    child = undefined
    ready = false
    inflow.clear()
    settleOrphans()
    if (output > 0) log.warn('the whatsapp process wrote to its muted output', { ...about, bytes: output })
  }

  const died = (deaths: number): void => {
    log.error('the whatsapp process ended', { ...about, attempt: deaths })
    if (state.status !== 'stopped' && state.status !== 'failed')
      be({ ...state, status: 'waiting', advice: 'wait' })
  }
  const run = (): Promise<void> =>
    keepRunning({
      lease,
      signal: life.signal,
      pause,
      died,
      run: runChild,
      kill: () => void child?.kill(),
      lost: () => log.warn('another process runs the whatsapp account now', about),
      standby: () => {
        if (state.status !== 'standby') be({ ...state, status: 'standby' })
      },
    })

  const reachable = (): boolean => child !== undefined && !life.signal.aborted
  const send = async (
    chat: string,
    content: OutboundContent,
    context: Partial<SendContext>,
  ): Promise<SendOutcome> => {
    const { row } = context
    const bytes = await context.bytes?.()
    if (!reachable()) return { status: 'later' }
    const about = { ...(row === undefined ? {} : { row }), ...(bytes === undefined ? {} : { bytes }) }
    return sends.ask((id) => say({ type: 'send', id, chat, content, ...about }))
  }
  const reupload = async (request: ReuploadRequest): Promise<Reupload> =>
    reachable() ? reuploads.ask((id) => say({ type: 'reupload', id, request })) : { status: 'later' }

  const channel: Channel = {
    name: 'whatsapp',
    account,
    capabilities: WHATSAPP_CAPABILITIES,
    send: async (chat, content, signal, context) =>
      signal?.aborted === true ? { status: 'later' } : send(chat, content, context ?? {}),
    download: (ref) => media.download(ref, reupload),
    // WhatsApp keeps the file; there is nothing of ours to free.
    discard: async () => {},
  }

  async function* pair(request: PairRequest): AsyncGenerator<PairStep> {
    const phone = request.mode === 'code' ? request.phone.replace(/[\s()+-]/g, '') : ''
    if (request.mode === 'code' && !PHONE.test(phone))
      throw new Failure('settings_invalid', 'a phone number with its country code')
    if (!ready || steps !== undefined) return yield { status: 'busy' }
    const mine = makeSteps<PairStep>()
    steps = mine
    try {
      say({ type: 'pair', request: request.mode === 'qr' ? request : { mode: 'code', phone } })
      yield* mine.all()
    } finally {
      steps = undefined
      if (!mine.ended()) say({ type: 'cancel_pairing' })
    }
  }

  return {
    channel,
    health: health.now,
    account: () => state,
    pair,
    connect: () => {
      // Also where the child is not up yet: it then connects when it is.
      stopped = undefined
      say({ type: 'connect' })
    },
    cancelPairing: () => say({ type: 'cancel_pairing' }),
    look: () => say({ type: 'look' }),
    unlink: () => say({ type: 'unlink' }),
    pid: () => child?.pid,
    start: async () => {
      running = run().catch((error: unknown) => log.error('the whatsapp channel ended', { ...about, error }))
    },
    stop: async () => {
      life.abort()
      const last = child
      if (last !== undefined) {
        last.say({ type: 'stop' })
        const timer = setTimeout(() => void last.kill(), PATIENCE)
        await last.gone
        clearTimeout(timer)
      }
      await inflow.stop()
      await running
      media.close()
    },
  }
}
