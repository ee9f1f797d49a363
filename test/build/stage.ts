import { createSecretKey } from 'node:crypto'
import { makeHasher } from '../../adapters/crypto/hasher.ts'
import { deriveSecrets } from '../../adapters/crypto/secrets.ts'
import { openSealer } from '../../adapters/crypto/sealer.ts'
import { MEMORY_CAPABILITIES, makeMemoryChannel } from '../../adapters/memory/channel.ts'
import { makeMemoryClock } from '../../adapters/memory/clock.ts'
import { makeMemoryExaminer } from '../../adapters/memory/examiner.ts'
import { makeMemoryKeys } from '../../adapters/memory/keys.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { makeMemoryPins } from '../../adapters/memory/pins.ts'
import { makeMemoryRandom } from '../../adapters/memory/random.ts'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { makeMemoryVault } from '../../adapters/memory/vault.ts'
import { content } from '../../bots/content.ts'
import { openTexts } from '../../bots/texts.ts'
import { doReturn } from '../../core/services/access/arrive.ts'
import { eraseForPerson, expireCase } from '../../core/services/access/farewell.ts'
import { isErased, makeCasebook } from '../../core/services/casebook/casebook.ts'
import type { CaseBook } from '../../core/services/desk/desk.ts'
import { makeDesk } from '../../core/services/desk/make-desk.ts'
import { checkIn } from '../../core/services/casebook/checkin.ts'
import { sayWhatWaits } from '../../core/services/casebook/opening.ts'
import { makeCrier, type Crier } from '../../core/services/paging/crier.ts'
import { callAgain, comfort } from '../../core/services/paging/page.ts'
import { wakeCase } from '../../core/services/agents/shift.ts'
import { makeDeliverer } from '../../core/services/delivery/deliver.ts'
import { wipeChat } from '../../core/services/delivery/wipe.ts'
import { makeExamination, type ExaminePorts } from '../../core/services/evidence/examine.ts'
import { makeIntake, type IntakePorts } from '../../core/services/evidence/intake.ts'
import { giveReceipt } from '../../core/services/evidence/receipt.ts'
import type { AgentId, CaseCode } from '../../core/base/ids.ts'
import type { Inbound, InboundBody, InboundMedia } from '../../core/base/message.ts'
import { makeReceiver } from '../../core/services/inbound/receive.ts'
import { makeReplier } from '../../core/services/inbound/reply.ts'
import { makeInboundSink } from '../../core/services/inbound/sink.ts'
import { makeHelpDesk } from '../../core/services/helper/desk.ts'
import { makeGuard, type Guard } from '../../core/services/helper/guard.ts'
import { makeSecondLook } from '../../core/services/helper/second-look.ts'
import { makeStops, type Stops } from '../../core/services/helper/stops.ts'
import { makeTranscription } from '../../core/services/helper/transcribe.ts'
import type { Helper, HelperUse } from '../../core/ports/helper.ts'
import type { Transcriber } from '../../core/ports/transcriber.ts'
import { linkCase } from '../../core/services/linkage/link.ts'
import { makeLookalikes } from '../../core/services/linkage/lookalikes.ts'
import { raiseAlarm } from '../../core/services/networks/alarm.ts'
import { makeNetworkBook } from '../../core/services/networks/book.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { Capabilities } from '../../core/ports/channel.ts'
import type { Images } from '../../core/ports/images.ts'
import type { PictureReader } from '../../core/ports/picture-reader.ts'
import type { SentenceReader } from '../../core/ports/sentence-reader.ts'
import type { Store } from '../../core/ports/store/store.ts'
import type { JobKind, JobRow, NewJob } from '../../core/ports/store/jobs.ts'
import type { CaseRow } from '../../core/ports/store/views.ts'
import { after, bytes, hours, seconds, type Ms } from '../../core/base/units.ts'
import { plays } from '../plays.ts'

export const NO_PICTURES: Images = {
  preview: async () => ({ status: 'none', why: 'unsupported' }),
  fingerprint: async () => ({ status: 'none', why: 'unsupported' }),
  clean: async () => ({ status: 'none', why: 'unsupported' }),
  view: async () => ({ status: 'none', why: 'unsupported' }),
  detect: async () => undefined,
  close: async () => {},
}

/** Read and compiled once: that takes as long as a short conversation. */
export const phrases = openTexts()

export const agent = (name: string) => ({ id: `agent-${name}` as AgentId, alias: name })

/** Timers may be set for ever: nothing is left to do where only they are left. */
const TIMERS: ReadonlySet<JobKind> = new Set<JobKind>([
  'page',
  'comfort',
  'expire',
  'checkin',
  'wake',
  'opening',
])

type Counted = {
  readonly store: Store
  readonly works: () => number
  readonly replies: ReadonlyMap<string, NewJob>
}

const countWork = (kept: Store): Counted => {
  const open = new Set<string>()
  const replies = new Map<string, NewJob>()
  const store: Store = {
    ...kept,
    ledger: {
      ...kept.ledger,
      commit: async (commit) => {
        const outcome = await kept.ledger.commit(commit)
        if (outcome === 'done') for (const { id, kind } of commit.jobs) if (!TIMERS.has(kind)) open.add(id)
        if (outcome === 'done')
          for (const job of commit.jobs) if (job.kind === 'reply') replies.set(job.id, job)
        if (outcome !== 'conflict' && commit.handles?.job !== undefined) {
          open.delete(commit.handles.job)
          replies.delete(commit.handles.job)
        }
        return outcome
      },
    },
    jobs: {
      ...kept.jobs,
      finish: async (id) => {
        open.delete(id)
        replies.delete(id)
        await kept.jobs.finish(id)
      },
      postpone: async (id, dueAt) => {
        const reply = replies.get(id)
        if (reply !== undefined) replies.set(id, { ...reply, dueAt })
        await kept.jobs.postpone(id, dueAt)
      },
    },
  }
  return { store, works: () => open.size, replies }
}

export type Stage = Awaited<ReturnType<typeof openStage>>

/** Who does the work. What one of them remembers of a case the others may have changed since. */
const PROCESSES = 3

/** What a worker runs. */
/**
 * What was called is known in one process; those of a stage are one. A line outside may be set
 * after the stage was opened.
 */
const criers = new WeakMap<object, Crier>()
const crierOf = (ports: IntakePorts): Crier => {
  const crier = criers.get(ports.store) ?? makeCrier(ports)
  criers.set(ports.store, crier)
  return crier
}

/** A language model that the stage has, where it runs and what it is asked for. */
export type StageHelp = {
  readonly helper: Helper
  readonly uses: readonly HelperUse[]
  readonly transcriber?: Transcriber
  readonly budget?: number
}

type Help = {
  readonly helper: Helper
  readonly transcriber?: Transcriber
  readonly guard: Guard
  readonly stops: Stops
}

const makeProcess = (ports: IntakePorts & ExaminePorts, help?: Help) => {
  const casebook = makeCasebook(ports)
  const intake = makeIntake(ports, casebook)
  const examination = makeExamination(ports, casebook)
  const lookalikes = makeLookalikes(ports, casebook)
  const linked = raiseAlarm(ports, casebook, makeNetworkBook(ports))
  const receiver = makeReceiver(ports, casebook)
  const deliverer = makeDeliverer(ports, casebook)
  const reply = makeReplier(ports, casebook)

  const doJob = async (job: JobRow): Promise<void> => {
    if (job.kind === 'fetch') await intake.fetch(job)
    else if (job.kind === 'preview') await intake.preview(job)
    else if (job.kind === 'examine') await examination.examine(job)
    else if (job.kind === 'discard') await intake.discard(job)
    else if (job.kind === 'receipt') await giveReceipt(ports, casebook, job)
    else if (job.kind === 'wipe') await wipeChat(ports, casebook, job)
    else if (job.kind === 'page') await callAgain(ports, casebook, job, crierOf(ports))
    else if (job.kind === 'comfort') await comfort(ports, casebook, job)
    else if (job.kind === 'return') await doReturn(ports, casebook, job)
    else if (job.kind === 'erase') await eraseForPerson(ports, casebook, job)
    else if (job.kind === 'expire') await expireCase(ports, casebook, job)
    else if (job.kind === 'link') await linkCase(ports, casebook, job, { lookalikes, linked })
    else if (job.kind === 'wake') await wakeCase(ports, casebook, job)
    else if (job.kind === 'checkin') await checkIn(ports, casebook, job)
    else if (job.kind === 'opening') await sayWhatWaits(ports, casebook, job)
    else if (job.kind === 'reply') await reply(job)
    else if (job.kind === 'second-look' && help !== undefined)
      await makeSecondLook(ports, casebook, help)(job)
    else if (job.kind === 'transcribe' && help?.transcriber !== undefined)
      await makeTranscription(ports, casebook, { ...help, transcriber: help.transcriber })(job)
  }
  return { receiver, deliverer, doJob }
}

/**
 * The whole core over memory twins and real seals, moved by hand: nothing happens between two
 * calls. Several processes take turns, a console is one more: whatever a test shows holds however
 * the work falls to them.
 */
export const openStage = async (
  images: Images = NO_PICTURES,
  given?: StageHelp,
  pictures?: PictureReader,
  sentences?: Pick<SentenceReader, 'read'>,
) => {
  const masterKey = createSecretKey(Buffer.alloc(32, 3))
  const hasher = makeHasher(deriveSecrets(masterKey))
  const keys = makeMemoryKeys()
  const clock = makeMemoryClock()
  const log = makeMemoryLog()
  const { store, works, replies } = countWork(makeMemoryStore())
  const vault = makeMemoryVault(hasher.sha256)
  const channel = makeMemoryChannel({ clock })
  const examiner = makeMemoryExaminer()
  const sealer = await openSealer({ masterKey, keys })
  const ports = {
    store,
    vault,
    images,
    examiner,
    sealer,
    hasher,
    clock,
    log,
    random: makeMemoryRandom(),
    phrases,
    ...content,
    pins: makeMemoryPins(hasher.sha256),
    emergency: () => undefined as string | undefined,
    official: () => undefined,
    capabilities: () => MEMORY_CAPABILITIES,
    channel: () => channel,
    ...(pictures === undefined ? {} : { pictures }),
    ...(sentences === undefined ? {} : { sentences }),
    ...(given === undefined ? {} : { helps: { at: given.helper.about.at, uses: new Set(given.uses) } }),
  }
  const help: Help | undefined =
    given === undefined
      ? undefined
      : {
          helper: given.helper,
          ...(given.transcriber === undefined ? {} : { transcriber: given.transcriber }),
          guard: makeGuard(clock, given.budget ?? 1_000_000),
          stops: makeStops(),
        }
  const casebook = makeCasebook(ports)
  const desk = makeDesk(ports, casebook)
  const processes = Array.from({ length: PROCESSES }, () => makeProcess(ports, help))
  const inTurn = (): (typeof processes)[number] => {
    const [first, ...others] = processes.splice(0)
    processes.push(...others, first!)
    return first!
  }
  const sink = makeInboundSink({ ...ports, inbox: store.inbox })
  const claim = () => ({ owner: 'stage', now: clock.now(), until: after(clock.now(), hours(1)) })
  let messages = 0

  /** Handles what arrived. */
  const receiveAll = async (): Promise<void> => {
    for (;;) {
      const chats = await store.inbox.claim(claim(), { chats: 10, perChat: 10 })
      if (chats.length === 0) return
      for (const { chatKey, rows } of chats) {
        for (const row of rows) await inTurn().receiver.receive(row)
        await store.inbox.release([chatKey], 'stage')
      }
    }
  }

  /** Sends what is due. */
  const sendAll = async (): Promise<void> => {
    for (;;) {
      const rows = await store.outbox.claim(claim(), { channel: 'telegram', account: 'bot', limit: 10 })
      if (rows.length === 0) return
      for (const row of rows)
        await store.outbox.settle(
          [{ id: row.id, ...(await inTurn().deliverer.deliver(channel, row)).settlement }],
          clock.now(),
        )
    }
  }

  const doJob = async (job: JobRow): Promise<void> => {
    try {
      await inTurn().doJob(job)
    } catch (error) {
      if (!isErased(error)) throw error
      await store.jobs.finish(job.id)
    }
  }

  /**
   * Lets people be quiet until everything they wrote is answered; nothing else that falls due
   * meanwhile is done.
   */
  const fallQuiet = async (): Promise<void> => {
    for (;;) {
      const [next] = [...replies.values()].sort((a, b) => a.dueAt - b.dueAt)
      if (next === undefined) return
      if (next.dueAt > clock.now()) clock.set(next.dueAt)
      await doJob({ ...next, attempts: 1 })
    }
  }

  const workDue = async (): Promise<void> => {
    for (const job of await store.jobs.claim(claim(), 10)) await doJob(job)
  }

  /**
   * Does every job that is no timer, moving the clock to what falls due later; timers that fall due
   * meanwhile ring.
   */
  const workAll = async (): Promise<void> => {
    while (works() > 0) {
      const due = await store.jobs.nextDue()
      if (due !== undefined && due > clock.now()) clock.set(due)
      await workDue()
    }
  }

  /** Lets time pass: each job is done when it falls due, and what is said is sent. */
  const passTime = async (by: Ms): Promise<void> => {
    const end = after(clock.now(), by)
    for (
      let due = await store.jobs.nextDue();
      due !== undefined && due <= end;
      due = await store.jobs.nextDue()
    ) {
      if (due > clock.now()) clock.set(due)
      await workDue()
      await sendAll()
    }
    clock.set(end)
  }

  const person = (chat: string, language = 'en') => {
    const inbound = (body: InboundBody, more: Partial<Inbound> = {}): Inbound => {
      messages += 1
      return {
        v: 1,
        channel: 'telegram',
        account: 'bot',
        chat,
        message: String(messages),
        edit: 0,
        sentAt: clock.now(),
        from: { language },
        body,
        ...more,
      }
    }
    const sends = async (body: InboundBody, more: Partial<Inbound> = {}): Promise<Inbound> => {
      const item = inbound(body, more)
      await sink.put([item])
      await receiveAll()
      await fallQuiet()
      await sendAll()
      clock.advance(seconds(1))
      return item
    }
    /** Several messages, a second apart: nothing is answered yet that may go on. */
    const writes = async (...texts: readonly string[]): Promise<readonly Inbound[]> => {
      const items: Inbound[] = []
      for (const text of texts) {
        const item = inbound({ kind: 'text', text: untrusted(text) })
        await sink.put([item])
        await receiveAll()
        await sendAll()
        clock.advance(seconds(1))
        items.push(item)
      }
      return items
    }
    const heard = (): string[] =>
      channel.sent.flatMap((one) =>
        one.chat === chat && one.content.kind === 'text' ? [one.content.text] : [],
      )
    let last: CaseRow | undefined
    const code = async (): Promise<CaseCode> => {
      const { rows } = await store.views.list({}, { limit: 200 })
      const open = rows.filter(({ status }) => status !== 'erased')
      // Most likely the same as before: of many people not everybody's case has to be read.
      const first = open.filter(({ caseId }) => caseId === last?.caseId)
      for (const row of [...first, ...open])
        if ((await casebook.load(row.caseId)).address?.chat === chat) {
          last = row
          return row.code
        }
      throw new Error('no case of that chat')
    }
    const says = (text: string, more: Partial<Inbound> = {}) =>
      sends({ kind: 'text', text: untrusted(text) }, more)
    return {
      sends,
      says,
      writes,
      inbound,
      heard,
      code,
      hears: () => heard().at(-1) ?? '',
      sendsFile: (file: Uint8Array, media: Partial<InboundMedia> = {}) => {
        const ref = `file-${messages + 1}`
        channel.files.set(ref, file)
        return sends({
          kind: 'media',
          media: { kind: 'photo', capture: 'recompressed', ref, size: bytes(file.length), ...media },
        })
      },
      /** The newest button with this label. */
      presses: (label: string) => {
        const buttons = channel.sent.flatMap((one) =>
          one.chat === chat && one.content.kind === 'text' ? (one.content.buttons ?? []) : [],
        )
        const token = buttons.findLast((button) => button.label === label)?.token
        if (token === undefined) throw new Error(`no button ${label}`)
        return sends({ kind: 'press', token })
      },
      book: async (): Promise<CaseBook> => {
        const book = await desk.open(await code())
        if (book === undefined || book === 'erased') throw new Error('the case does not open')
        return book
      },
    }
  }

  return {
    help:
      help === undefined
        ? undefined
        : { ...help, desk: makeHelpDesk(ports, { casebook, desk }, help, new Set(given?.uses)) },
    ports,
    store,
    vault,
    sealer,
    keys,
    clock,
    log,
    channel,
    examiner,
    casebook,
    desk,
    sink,
    receiveAll,
    fallQuiet,
    sendAll,
    doJob,
    workAll,
    passTime,
    person,
    claim,
  }
}

/**
 * The core on a channel, by what its adapter says that it can do; but that buttons are always there, since
 * tests press them.
 */
export const openStageOn = async (capabilities: Capabilities): Promise<Stage> => {
  plays(capabilities.app)
  const stage = await openStage()
  Object.assign(stage.ports, { capabilities: () => ({ ...capabilities, buttons: true, maxButtons: 30 }) })
  return stage
}

export type Person = ReturnType<Stage['person']>

/** Agreed, and known as an adult: the story is asked for. */
export const reachStory = async (who: Person): Promise<void> => {
  await who.sends({ kind: 'start' })
  await who.says('continue')
  await who.says('I am 22')
}
