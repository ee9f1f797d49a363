import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeMemoryClock } from '../../../../adapters/memory/clock.ts'
import { makeMemoryLog } from '../../../../adapters/memory/log.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import { judgeGeneration } from '../../../../adapters/channels/whatsapp/generation.ts'
import { makeMapping } from '../../../../adapters/channels/whatsapp/compose-mapping.ts'
import type { Mapping } from '../../../../adapters/channels/whatsapp/mapping.ts'
import { makeDoor } from '../../../../adapters/channels/whatsapp/privacy.ts'
import type {
  AccountState,
  Delivery,
  Pacing,
  PairStep,
  ToChild,
  ToParent,
} from '../../../../adapters/channels/whatsapp/protocol.ts'
import { startSession } from '../../../../adapters/channels/whatsapp/session.ts'
import type { Timers } from '../../../../adapters/channels/whatsapp/supervisor.ts'
import type { OutboxId } from '../../../../core/base/ids.ts'
import type { Inbound } from '../../../../core/base/message.ts'
import type { OutboundContent, SendOutcome } from '../../../../core/ports/channel.ts'
import type { Leases } from '../../../../core/ports/store/leases.ts'
import { startFakeWhatsapp, type FakeWhatsapp } from '../../../fakes/whatsapp/index.ts'
import { makeStandIn } from './stand-in.ts'

const START = 1_767_225_600_000

/** Time that moves only when it is told to. */
export const makeManualTimers = (): Timers & {
  readonly advance: (by: number) => void
  readonly waits: () => readonly number[]
} => {
  let now = START
  let next = 0
  const timers = new Map<number, { readonly at: number; readonly call: () => void }>()
  return {
    now: () => now,
    random: () => 0.5,
    after: (wait, call) => {
      if (wait <= 0) {
        const soon = setImmediate(call)
        return () => clearImmediate(soon)
      }
      next += 1
      const id = next
      timers.set(id, { at: now + wait, call })
      return () => void timers.delete(id)
    },
    waits: () => [...timers.values()].map(({ at }) => at - now).sort((a, b) => a - b),
    advance: (by) => {
      const end = now + by
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0]
        if (due === undefined) break
        timers.delete(due[0])
        now = Math.max(now, due[1].at)
        due[1].call()
      }
      now = end
    },
  }
}

export type Rig = Awaited<ReturnType<typeof startRig>>

type RigOptions = {
  readonly fake?: FakeWhatsapp
  readonly dir?: string
  readonly key?: Buffer
  readonly leases?: Leases
  /** With the real mapping, and this rule for what opens a case in a private chat. */
  readonly opens?: (item: Inbound) => boolean
}

/**
 * The child's half in this process, against the fake, with time in the test's hand; the test plays
 * the parent.
 */
export const startRig = async (options: RigOptions = {}) => {
  const fake = options.fake ?? (await startFakeWhatsapp())
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'amin-whatsapp-'))
  const file = join(dir, 'session.db')
  const key = options.key ?? randomBytes(32)
  const leases = options.leases ?? makeMemoryStore().leases
  const clock = makeMemoryClock()
  const log = makeMemoryLog()
  const timers = makeManualTimers()
  const items: Inbound[] = []
  const steps: PairStep[] = []
  const states: AccountState[] = []
  const deliveries: Delivery[] = []
  const rows: number[] = []
  const outcomes = new Map<number, (outcome: SendOutcome) => void>()
  const reuploads = new Map<number, (answer: unknown) => void>()
  const broken: string[] = []
  let ticking = true
  let asked = 0
  let mapping: Mapping = makeStandIn({ account: 'main' })
  let waiting: (() => void)[] = []
  let exited = false
  let holdVerdicts = false

  const door = makeDoor({
    opens: options.opens ?? (() => true),
    add: (row) => {
      items.push(...row.items)
      receive({ type: 'done', rows: [row.row] })
    },
    say: (message) => receive(message),
  })
  const hear = (message: ToParent): void => {
    switch (message.type) {
      case 'generation':
        if (holdVerdicts) break
        void judgeGeneration(leases, clock, 'main', message.generation).then((verdict) =>
          receive({ type: 'generation', verdict }),
        )
        break
      case 'opened':
        receive({ type: 'connect' })
        break
      case 'row':
        rows.push(message.row)
        if (ticking) door(message)
        break
      case 'state':
        states.push(message.state)
        break
      case 'pairing':
        steps.push(message.step)
        break
      case 'sent':
        outcomes.get(message.id)?.(message.outcome)
        break
      case 'reuploaded':
        reuploads.get(message.id)?.(message.answer)
        break
      case 'delivery':
        deliveries.push(message.delivery)
        break
      case 'broken':
        broken.push(message.code)
        break
      default:
    }
    for (const look of waiting) look()
  }
  // As over IPC: nothing is heard before the one who said it has gone on.
  const say = (message: ToParent): void => void setImmediate(() => exited || hear(message))
  const session = startSession({
    say,
    timers,
    log,
    makeMapping: (parts) => (options.opens === undefined ? mapping : makeMapping(parts)),
    exit: () => void (exited = true),
  })
  const receive = (message: ToChild): void => {
    if (!exited) session(message)
  }
  const until = (holds: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds()) return
        clearTimeout(timer)
        waiting = waiting.filter((other) => other !== look)
        resolve()
      }
      const timer = setTimeout(
        () => reject(new Error(`not within 20 s: ${what}; last state ${JSON.stringify(states.at(-1))}`)),
        20_000,
      )
      waiting.push(look)
      look()
    })
  const is = (status: AccountState['status']) => until(() => states.at(-1)?.status === status, status)

  return {
    fake,
    dir,
    file,
    key,
    leases,
    log,
    timers,
    items,
    steps,
    states,
    deliveries,
    rows,
    broken,
    receive,
    until,
    is,
    state: () => states.at(-1),
    /** Rows are ticked off as they come, or stay. */
    tick: (on: boolean) => {
      ticking = on
    },
    holdVerdicts: (on: boolean) => {
      holdVerdicts = on
    },
    map: (other: Mapping) => {
      mapping = other
    },
    open: (more: Partial<Pacing> = {}) =>
      receive({
        type: 'open',
        opening: {
          account: 'main',
          file,
          key,
          endpoint: { url: fake.url, root: fake.root },
          pacing: { characterMs: 0, leastMs: 0, mostMs: 0, perMinute: 6_000, ...more },
        },
      }),
    send: (chat: string, content: OutboundContent, row?: string): Promise<SendOutcome> => {
      asked += 1
      const id = asked
      const { promise, resolve } = Promise.withResolvers<SendOutcome>()
      outcomes.set(id, resolve)
      receive({ type: 'send', id, chat, content, ...(row === undefined ? {} : { row: row as OutboxId }) })
      return promise
    },
    reupload: (request: Extract<ToChild, { type: 'reupload' }>['request']): Promise<unknown> => {
      asked += 1
      const id = asked
      const { promise, resolve } = Promise.withResolvers<unknown>()
      reuploads.set(id, resolve)
      receive({ type: 'reupload', id, request })
      return promise
    },
    /** Opens, and links to the phone by QR. */
    pair: async () => {
      const from = steps.length
      receive({ type: 'pair', request: { mode: 'qr' } })
      await until(() => steps.slice(from).some((step) => step.status === 'qr'), 'a QR code')
      const step = steps.slice(from).find((one) => one.status === 'qr')
      if (step?.status === 'qr') fake.phone.scan(step.qr)
      await until(() => steps.at(-1)?.status === 'paired', 'paired')
      await fake.until(fake.online, 'online')
    },
    /** As the death of the process: nothing is said or heard any more, what is in the file stays. */
    end: () => {
      if (exited) return
      session({ type: 'stop' })
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** Open, linked and online. */
export const startLinked = async (options: RigOptions = {}): Promise<Rig> => {
  const rig = await startRig(options)
  rig.open()
  await rig.is('unpaired')
  await rig.pair()
  return rig
}
