import { GrammyError, type Api } from 'grammy'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import type { Inbound } from '../../../core/base/message.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Ms } from '../../../core/base/units.ts'
import { signalFor } from './api.ts'
import type { Health } from './health.ts'
import { int, record } from '../../kit/json.ts'
import type { Lease } from '../../kit/lease.ts'
import { codeOf, failedCall } from './outcome.ts'
import { pause, waitAfter, type Pace } from '../../kit/pause.ts'
import { toInbound, UPDATE_KINDS } from './to-inbound.ts'

/** The platform's own limit for one answer. */
const BATCH = 100
/** Conflicts in a row after which it is no leftover of our own last run: another program uses the token. */
const OTHER_PROGRAM = 3

export type PumpParts = {
  /** A client of its own, with a timeout above `pollSeconds`. */
  readonly api: Api
  readonly account: string
  readonly sink: InboundSink
  readonly lease: Lease
  readonly clock: Clock
  readonly log: Log
  readonly health: Health
  /** How long the platform holds a question when there is nothing to tell. */
  readonly pollSeconds: number
  /** After a failed call, and after a conflict (slower: whoever hurries fights). */
  readonly pace: Pace
  readonly conflictPace: Pace
  /** How often a process that stands by asks for the lease. */
  readonly standby: Ms
}

type Polled =
  | { readonly status: 'batch'; readonly updates: readonly unknown[] }
  | { readonly status: 'failed'; readonly wait?: Ms }
  | { readonly status: 'conflict' | 'unauthorised' }

/**
 * Moves updates into the inbox, at least once each: a batch is durable before the next question
 * confirms it by its offset (law 1). The offset lives in memory only: after a restart the platform
 * repeats what was not confirmed, and the inbox counts it once. Runs until `signal` is aborted or
 * the token is refused; never throws.
 */
export const runPump = async (parts: PumpParts, signal: AbortSignal): Promise<void> => {
  const { api, account, sink, lease, clock, log, health, pollSeconds, pace, conflictPace, standby } = parts
  const about = { channel: 'telegram', account } as const
  let offset: number | undefined
  /**
   * The last question was answered. If not, the next does not wait for news, so that it soon shows
   * whether the platform is there.
   */
  let answered = false
  let failures = 0
  let conflicts = 0

  const poll = async (stop: AbortSignal): Promise<Polled> => {
    try {
      const updates: unknown = await api.raw.getUpdates(
        {
          limit: BATCH,
          timeout: answered ? pollSeconds : 0,
          allowed_updates: UPDATE_KINDS,
          ...(offset === undefined ? {} : { offset }),
        },
        signalFor(stop),
      )
      return Array.isArray(updates) ? { status: 'batch', updates } : { status: 'failed' }
    } catch (error) {
      if (stop.aborted) return { status: 'failed' }
      const failed = failedCall(error)
      if (failed.status === 'unauthorised') return { status: 'unauthorised' }
      log.warn('updates could not be fetched', {
        ...about,
        code: codeOf(error),
        attempt: failures + conflicts + 1,
      })
      if (error instanceof GrammyError && error.error_code === 409) return { status: 'conflict' }
      return {
        status: 'failed',
        ...(failed.status === 'later' && failed.wait !== undefined ? { wait: failed.wait } : {}),
      }
    }
  }

  /** True when the items are durable; false where the turn ended before. */
  const keep = async (items: readonly Inbound[], stop: AbortSignal): Promise<boolean> => {
    for (let attempt = 1; !stop.aborted; attempt += 1) {
      try {
        if (items.length > 0) await sink.put(items)
        return true
      } catch (error) {
        log.error('the inbox does not take what came', { ...about, count: items.length, attempt, error })
        health.late()
        await pause(waitAfter(pace, attempt), stop)
      }
    }
    return false
  }

  /** Where it does not work it is tried again at the group's next word. */
  const leaveGroup = async (group: number, stop: AbortSignal): Promise<void> => {
    try {
      await api.raw.leaveChat({ chat_id: group }, signalFor(stop))
      log.info('a group or channel was left', about)
    } catch (error) {
      log.debug('a group or channel could not be left', { ...about, code: codeOf(error) })
    }
  }

  const take = async (updates: readonly unknown[], stop: AbortSignal): Promise<void> => {
    const receivedAt = clock.now()
    const items: Inbound[] = []
    const groups = new Set<number>()
    for (const update of updates) {
      const mapped = toInbound(update, { account, receivedAt })
      if (mapped.status === 'item') items.push(mapped.item)
      else if ('leave' in mapped && mapped.leave !== undefined) groups.add(mapped.leave)
      if (mapped.status === 'ignored') log.debug('an update was passed over', { ...about, code: mapped.why })
    }
    const ids = updates.map((update) => int(record(update)?.['update_id'])).filter((id) => id !== undefined)
    if (!(await keep(items, stop))) return
    for (const group of groups) await leaveGroup(group, stop)
    // Ids start again at random after a quiet week, so the last one counts, not the highest.
    const last = ids.at(-1)
    if (last !== undefined) offset = last + 1
    else if (updates.length > 0) await pause(waitAfter(pace, 1), stop)
  }

  /** One turn of holding the lease. False where there is no use in another. */
  const hold = async (stop: AbortSignal): Promise<boolean> => {
    while (!stop.aborted) {
      const polled = await poll(stop)
      if (stop.aborted) break
      switch (polled.status) {
        case 'batch':
          failures = 0
          // Only a question that waits can meet another program's.
          if (answered) conflicts = 0
          answered = true
          await take(polled.updates, stop)
          if (!stop.aborted) health.good()
          break
        case 'unauthorised':
          health.refused()
          return false
        case 'conflict':
          conflicts += 1
          health.late('conflict', conflicts >= OTHER_PROGRAM)
          await pause(waitAfter(conflictPace, conflicts), stop)
          break
        case 'failed':
          failures += 1
          answered = false
          health.late('unreachable')
          await pause(polled.wait ?? waitAfter(pace, failures), stop)
      }
    }
    return true
  }

  let useful = true
  while (useful && !signal.aborted) {
    const lent = await lease.take()
    if (lent !== 'held') {
      if (lent === 'taken') health.standby()
      else health.late()
      await pause(standby, signal)
      continue
    }
    // Somebody else may have confirmed more in the meantime.
    offset = undefined
    answered = false
    const turn = new AbortController()
    const end = (): void => turn.abort()
    signal.addEventListener('abort', end)
    const stopKeeping = lease.keep(() => {
      log.warn('another process polls now', about)
      end()
    })
    useful = signal.aborted || (await hold(turn.signal))
    stopKeeping()
    signal.removeEventListener('abort', end)
  }
  await lease.release()
}
