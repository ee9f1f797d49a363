import { FAILURES, isFailure } from '../../../core/base/failure.ts'
import type { Log } from '../../../core/ports/log.ts'
import { hours, ms, seconds } from '../../../core/base/units.ts'
import type { Journal } from './journal.ts'
import type { JournalRow } from './journal-row.ts'
import type { Mapping } from './mapping.ts'
import type { ToParent } from './protocol.ts'
import type { Timers } from './supervisor.ts'

/** Rows under way to the parent at once: bounds the memory of both while the store is slow. */
const WINDOW = 64
const RETRY = seconds(1)
/** A row whose mapping breaks waits for a better version of Amin without holding up those behind it. */
const SET_ASIDE = hours(1)

export type Courier = {
  readonly wake: () => void
  readonly done: (rows: readonly number[]) => void
  /** A row that was said as private is anybody's. */
  readonly take: (row: number) => void
  readonly stop: () => void
}

/** Carries the journal to the parent, in order, each row until the parent says that it is in the inbox. */
export const makeCourier = (parts: {
  readonly journal: Journal
  readonly mapping: Mapping
  readonly timers: Timers
  readonly log: Log
  readonly say: (message: ToParent) => void
  /** One more private chat was left alone. */
  readonly left?: () => void
}): Courier => {
  const { journal, mapping, timers, log, say } = parts
  const inFlight = new Set<number>()
  /** Of these the private ones, until it is said what becomes of them. */
  const judged = new Map<number, JournalRow>()
  let cancel: (() => void) | undefined
  let scheduled = false
  let over = false

  /** It is nobody's turn to answer for it any more: it may be said again. */
  const drop = (row: number): void => {
    inFlight.delete(row)
    judged.delete(row)
  }

  const setAside = (row: number, error?: unknown): void => {
    drop(row)
    log.error('a journal row is set aside', { channel: 'whatsapp', count: row, error })
    journal.postpone(row, timers.now() + SET_ASIDE)
  }

  /** Says it, or is done with it; throws what passes, and then it keeps its place. Whether it was said. */
  const carry = (row: JournalRow): boolean => {
    let items
    let isPrivate = false
    try {
      isPrivate = mapping.privates?.covers(row) === true
      items = isPrivate ? (mapping.privates?.glimpse(row) ?? []) : mapping.toInbound(row)
    } catch (error) {
      // A disk that is full, a file that is held: it passes, and the row keeps its place.
      if (isFailure(error) && FAILURES[error.code].retry) throw error
      setAside(row.row, error)
      return false
    }
    if (items.length === 0) {
      drop(row.row)
      journal.done([row.row])
      return false
    }
    inFlight.add(row.row)
    if (isPrivate) judged.set(row.row, row)
    else judged.delete(row.row)
    say({ type: 'row', row: row.row, items, ...(isPrivate ? { private: true as const } : {}) })
    return true
  }

  /**
   * Whether a row is at its end: what was private is left alone, unless its chat became a case's meanwhile and
   * it goes on. `again`: those that were said once more.
   */
  const settle = (number: number, again: Set<number>): boolean => {
    const row = judged.get(number)
    if (row === undefined) return true
    if (mapping.privates?.covers(row) !== true) {
      if (carry(row)) again.add(number)
      return false
    }
    mapping.privates.leave(row)
    parts.left?.()
    return true
  }

  const again = (wait: number): void => {
    cancel?.()
    cancel = timers.after(ms(wait), wake)
  }

  const turn = (): void => {
    scheduled = false
    if (over) return
    try {
      for (let room = WINDOW - inFlight.size; room > 0; room = WINDOW - inFlight.size) {
        const { rows, broken } = journal.due(timers.now(), room, inFlight)
        for (const row of broken) setAside(row)
        for (const row of rows) carry(row)
        if (rows.length === 0) break
      }
      const now = timers.now()
      const next = journal.nextDue(now)
      if (next !== undefined) again(next - now)
    } catch (error) {
      log.error('the journal could not be carried on', { channel: 'whatsapp', error })
      again(RETRY)
    }
  }

  const wake = (): void => {
    if (scheduled || over) return
    scheduled = true
    setImmediate(turn)
  }

  return {
    wake,
    take: (number) => {
      const row = judged.get(number)
      if (row === undefined) return
      try {
        mapping.privates?.open(row)
        carry(row)
      } catch (error) {
        log.error('a row could not be taken', { channel: 'whatsapp', error })
        drop(number)
        return again(RETRY)
      }
      wake()
    },
    done: (rows) => {
      const saidAgain = new Set<number>()
      try {
        const settled = rows.filter((row) => settle(row, saidAgain))
        journal.done(settled)
        for (const row of settled) drop(row)
      } catch (error) {
        // They go once more; the inbox knows them.
        log.error('rows in the inbox could not be ticked off', { channel: 'whatsapp', error })
        for (const row of rows) if (!saidAgain.has(row)) drop(row)
        return again(RETRY)
      }
      wake()
    },
    stop: () => {
      over = true
      cancel?.()
    },
  }
}
