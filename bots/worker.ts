import type { Casebook } from '../core/services/casebook/casebook.ts'
import { makeReceiver, MAX_ATTEMPTS } from '../core/services/inbound/receive.ts'
import type { ExaminePorts } from '../core/services/evidence/examine.ts'
import type { IntakePorts } from '../core/services/evidence/intake.ts'
import { isOfStore, setAside } from '../core/services/inbound/lost.ts'
import { backoff } from '../core/services/delivery/backoff.ts'
import type { ChatKey, JobId } from '../core/base/ids.ts'
import type { TestMessages } from '../core/ports/test-message.ts'
import type { JobRow } from '../core/ports/store/jobs.ts'
import type { InboxRow } from '../core/ports/store/inbox.ts'
import { after, hours, minutes, ms, seconds, type Ms } from '../core/base/units.ts'
import { isErased } from '../core/services/casebook/casebook.ts'
import {
  makeConversations,
  USUAL_CONVERSATIONS,
  type ConversationRule,
} from '../core/services/limits/conversations.ts'
import { makeJobs } from './jobs.ts'
import type { Helping } from './helping.ts'
import type { WebhookWork } from './webhooks.ts'
import { makeBoundedQueue, type BoundedQueue } from './bounded-queue.ts'
import { makeNewcomers } from './newcomers.ts'
import { makeRetryQueue } from './retry-queue.ts'
import { makePollLoop, type PollLoop } from './poll-loop.ts'
import { makeRests } from './rests.ts'

/**
 * Chats handled at the same time, and rows of one chat in one turn: one chat that floods gets a
 * turn like every other (adapters/channels/telegram/README.md, Delivery).
 */
const CHATS = 200
const ROWS_PER_CHAT = 20
/** Files fetched and pictures looked at, at the same time. */
const JOBS = 8
/**
 * Files read through at the same time: one in the examiner's process, one being hashed or sealed
 * here. Calls for help do not wait behind them.
 */
const EXAMINATIONS = 2
const WAITING_EXAMINATIONS = 64
/**
 * Questions to a language model at the same time; each may take as long as a server takes that does
 * not answer.
 */
const ASKS = 4
const WAITING_ASKS = 64
/**
 * Messages to programs of the agency at the same time: more than bots/webhooks.ts lets its five
 * endpoints have between them, so that one that hangs holds up no other.
 */
const HOOKS = 10
const WAITING_HOOKS = 256
const CHAT_CLAIM = minutes(1)
const JOB_CLAIM = minutes(10)
/** A file that waited longer than this is left to its next claim: reading it might outlast this one. */
const FRESH_CLAIM = minutes(5)
/** Until a file is offered again where too many wait. */
const CROWDED = seconds(30)
/**
 * Platforms repeat themselves for 48 h (adapters/channels/telegram/README.md, Delivery); a week leaves room
 * for an outage.
 */
const REMEMBERED = hours(24 * 7)

export type Worker = { readonly inbox: PollLoop; readonly jobs: PollLoop; readonly stop: () => Promise<void> }

/**
 * Turns what arrived into ledger entries, and does the jobs they cause. Holds no state that a crash
 * could lose. Its end is the examiner's too.
 */
export const startWorker = (
  ports: IntakePorts &
    ExaminePorts & {
      readonly helping?: Pick<Helping, 'secondLook' | 'transcribe'>
      readonly tests?: TestMessages
      readonly hooks?: Pick<WebhookWork, 'deliver'>
    },
  casebook: Casebook,
  owner: string,
  newConversations: ConversationRule = USUAL_CONVERSATIONS,
): Worker => {
  const { store, clock, log } = ports
  const receiver = makeReceiver(ports, casebook, ports.tests)
  const doKind = makeJobs(ports, casebook, ports.helping, ports.hooks)
  const chatsAtWork = new Map<ChatKey, Promise<void>>()
  const jobsAtWork = new Map<JobId, Promise<void>>()
  const chatsOwed = makeRetryQueue()
  const jobsOwed = makeRetryQueue()
  const rests = makeRests(clock)
  const newcomers = makeNewcomers({
    ...ports,
    conversations: makeConversations(newConversations, clock),
    chats: store.chats,
  })
  const examinations = makeBoundedQueue(EXAMINATIONS, WAITING_EXAMINATIONS)
  const asks = makeBoundedQueue(ASKS, WAITING_ASKS)
  const hooks = makeBoundedQueue(HOOKS, WAITING_HOOKS)
  const lanes: Partial<Record<JobRow['kind'], BoundedQueue>> = {
    examine: examinations,
    'second-look': asks,
    transcribe: asks,
    webhook: hooks,
  }

  /** Whether the chat may go on to its next row. Throws what the store throws. */
  const handleRow = async (row: InboxRow): Promise<boolean> => {
    try {
      await receiver.receive(row)
      return true
    } catch (error) {
      // That the store is away is no fault of the message.
      if (isOfStore(error)) throw error
      log.error('an inbound item was not handled', { inboundId: row.id, attempt: row.attempts + 1, error })
    }
    if (row.attempts + 1 < MAX_ATTEMPTS) {
      await store.inbox.failed(row.id)
      return false
    }
    log.error('an inbound item is set aside', { inboundId: row.id })
    await setAside(ports, casebook, row)
    return true
  }

  /** Whether the chat is to be given back: all its rows were handled. */
  const handleRows = async (chatKey: ChatKey, rows: readonly InboxRow[]): Promise<boolean> => {
    try {
      for (const row of rows) {
        if (!(await handleRow(row))) return false
        rests.forget(chatKey)
      }
      return true
    } catch (error) {
      log.error('a chat could not be worked on', { error })
      return false
    }
  }

  /** Of somebody new, while many are; 0 where that cannot be told. */
  const pauseOf = async (chatKey: ChatKey, [first]: readonly InboxRow[]): Promise<Ms> => {
    try {
      return first === undefined ? ms(0) : await newcomers.pause(chatKey, first)
    } catch {
      return ms(0)
    }
  }

  const handleChat = async (chatKey: ChatKey, rows: readonly InboxRow[]): Promise<void> => {
    const pause = await pauseOf(chatKey, rows)
    if (pause > 0) return rests.hold(chatKey, pause)
    if (!(await handleRows(chatKey, rows))) return rests.begin(chatKey)
    try {
      await chatsOwed.tell(() => store.inbox.release([chatKey], owner))
    } catch (error) {
      log.error('a chat could not be given back', { error })
    }
  }

  const leave = (chatKey: ChatKey, work: Promise<void>): void => {
    if (chatsAtWork.get(chatKey) === work) chatsAtWork.delete(chatKey)
    inbox.beat()
  }

  const endRests = async (chatKeys: readonly ChatKey[]): Promise<void> => {
    if (chatKeys.length > 0) await store.inbox.release(chatKeys, owner)
    for (const chatKey of chatKeys) rests.wake(chatKey)
  }

  const inbox = makePollLoop({
    name: 'inbox',
    log,
    every: seconds(0.5),
    turn: async () => {
      if (chatsAtWork.size >= CHATS) return
      await chatsOwed.settle()
      await endRests(rests.over())
      const now = clock.now()
      const claimed = await store.inbox.claim(
        { owner, now, until: after(now, CHAT_CLAIM) },
        { chats: CHATS, perChat: ROWS_PER_CHAT },
      )
      // A chat that was just given back may still be on its way out: its new rows go behind the old ones.
      for (const { chatKey, rows } of claimed) {
        rests.wake(chatKey)
        const before = chatsAtWork.get(chatKey) ?? Promise.resolve()
        const work = before.then(() => handleChat(chatKey, rows)).finally(() => leave(chatKey, work))
        chatsAtWork.set(chatKey, work)
      }
    },
  })

  const doJob = async (job: JobRow): Promise<void> => {
    try {
      await doKind(job)
    } catch (error) {
      if (isErased(error)) return jobsOwed.tell(() => store.jobs.finish(job.id))
      log.error('a job was not done', { jobId: job.id, kind: job.kind, attempt: job.attempts, error })
      const again = after(clock.now(), backoff(job.attempts))
      await jobsOwed.tell(() => store.jobs.postpone(job.id, again))
    }
  }

  /** Reading files takes long, and so does asking a model: each has a lane of its own. */
  const workInTurn = async (job: JobRow, lane: BoundedQueue): Promise<void> => {
    const start = clock.now()
    const inTurn = lane.run(async () => {
      if (clock.now() < after(start, FRESH_CLAIM)) await doJob(job)
    })
    await (inTurn ?? jobsOwed.tell(() => store.jobs.postpone(job.id, after(start, CROWDED))))
  }

  const jobs = makePollLoop({
    name: 'jobs',
    log,
    every: seconds(0.5),
    turn: async () => {
      const room = JOBS - jobsAtWork.size
      if (room <= 0) return
      await jobsOwed.settle()
      const now = clock.now()
      for (const job of await store.jobs.claim({ owner, now, until: after(now, JOB_CLAIM) }, room)) {
        const lane = lanes[job.kind]
        if (lane !== undefined) {
          void workInTurn(job, lane)
            .catch((error: unknown) => log.error('a job could not be put back', { jobId: job.id, error }))
            .finally(() => jobs.beat())
          // It takes no room here, so there may be more to do.
          jobs.beat()
          continue
        }
        const work = doJob(job)
          .catch((error: unknown) => log.error('a job could not be put back', { jobId: job.id, error }))
          .finally(() => {
            jobsAtWork.delete(job.id)
            jobs.beat()
          })
        jobsAtWork.set(job.id, work)
      }
    },
  })

  const sweep = makePollLoop({
    name: 'sweep',
    log,
    every: hours(1),
    turn: async () => {
      const before = (clock.now() - REMEMBERED) as ReturnType<typeof clock.now>
      await store.inbox.prune(before)
      await store.feed.prune(before)
    },
  })

  const endFeed = store.feed.subscribe(() => jobs.beat())

  return {
    inbox,
    jobs,
    stop: async () => {
      endFeed()
      const left = Promise.all([examinations.stop(), asks.stop(), hooks.stop()])
      // A long film is read again after the next start; nobody waits for its end.
      await ports.examiner.close()
      await Promise.all([inbox.stop(), jobs.stop(), sweep.stop()])
      await Promise.all([left, ...chatsAtWork.values(), ...jobsAtWork.values()])
      // Another process may go on with them at once.
      await endRests(rests.all()).catch((error: unknown) =>
        log.error('a chat could not be given back', { error }),
      )
    },
  }
}
