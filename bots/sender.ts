import type { Casebook } from '../core/services/casebook/casebook.ts'
import type { OfficePorts } from '../core/services/casebook/ports.ts'
import { makeDeliverer } from '../core/services/delivery/deliver.ts'
import { makePace, type Pace } from '../core/services/delivery/pace.ts'
import type { OutboxId } from '../core/base/ids.ts'
import type { Channel } from '../core/ports/channel.ts'
import type { OutboxRow, Settlement } from '../core/ports/store/outbox.ts'
import { after, minutes, seconds, type Instant } from '../core/base/units.ts'
import { makeRetryQueue } from './retry-queue.ts'
import { makePollLoop, type PollLoop } from './poll-loop.ts'

/** Messages on their way at the same time, one a chat. */
const IN_FLIGHT = 200
const CLAIM = minutes(2)

export type Sender = {
  readonly pulse: PollLoop
  /**
   * What the platform says of a row later. Waits for the attempt under way, whose receipt would be
   * passed over otherwise.
   */
  readonly report: (id: OutboxId, status: Exclude<Settlement['status'], 'again' | 'unclear'>) => Promise<void>
  /** Makes a row due that waits for the person, who is there now. */
  readonly hasten: (id: OutboxId) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Sends a channel's outbox: in order within a chat, chats side by side, at the pace the platform allows. */
export const startSender = (
  ports: OfficePorts,
  casebook: Casebook,
  channel: Channel,
  owner: string,
  pace: Pace = makePace(),
): Sender => {
  const { store, clock, log } = ports
  const { deliver } = makeDeliverer(ports, casebook)
  const atWork = new Map<OutboxId, Promise<void>>()
  const owed = makeRetryQueue()
  const of = { channel: channel.name, account: channel.account }
  let pausedUntil = 0 as Instant
  let wake: NodeJS.Timeout | undefined

  const send = async (row: OutboxRow): Promise<void> => {
    const now = clock.now()
    const free = pace.take(row.chatKey, now)
    if (free > now)
      return owed.tell(() => store.outbox.settle([{ id: row.id, status: 'again', dueAt: free }], now))
    const delivered = await deliver(channel, row)
    if (delivered.pauseUntil !== undefined && delivered.pauseUntil > pausedUntil)
      pausedUntil = delivered.pauseUntil
    if (delivered.unauthorised === true) pausedUntil = after(clock.now(), minutes(1))
    const at = clock.now()
    // What was sent and is not known to be is sent again.
    await owed.tell(() => store.outbox.settle([{ id: row.id, ...delivered.settlement }], at))
  }

  const pulse = makePollLoop({
    name: 'sender',
    log,
    every: seconds(0.5),
    turn: async () => {
      const now = clock.now()
      const limit = IN_FLIGHT - atWork.size
      if (limit <= 0 || now < pausedUntil) return
      await owed.settle()
      const rows = await store.outbox.claim({ owner, now, until: after(now, CLAIM) }, { ...of, limit })
      for (const row of rows) {
        const work = send(row)
          .catch((error: unknown) =>
            log.error('a message could not be sent', { outboxId: row.id, channel: channel.name, error }),
          )
          .finally(() => {
            atWork.delete(row.id)
            pulse.beat()
          })
        atWork.set(row.id, work)
      }
      if (rows.length > 0) return
      const due = await store.outbox.nextDue(of)
      clearTimeout(wake)
      if (due !== undefined)
        wake = setTimeout(() => pulse.beat(), Math.max(5, Math.min(due - clock.now(), seconds(1))))
    },
  })
  const endFeed = store.feed.subscribe(() => pulse.beat())

  return {
    pulse,
    report: async (id, status) => {
      await atWork.get(id)
      await store.outbox.settle([{ id, status }], clock.now())
    },
    hasten: async (id) => {
      // One that is being sent says by itself when it is due again.
      if (atWork.has(id)) return
      const now = clock.now()
      await store.outbox.settle([{ id, status: 'again', dueAt: now }], now)
      pulse.beat()
    },
    stop: async () => {
      endFeed()
      clearTimeout(wake)
      await pulse.stop()
      await Promise.all(atWork.values())
    },
  }
}
