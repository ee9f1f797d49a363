import type { DatabaseSync } from 'node:sqlite'
import { Failure } from '../../core/base/failure.ts'
import type { Log } from '../../core/ports/log.ts'
import { isBusy, toFailure } from './failure.ts'

/** Group commit: changes asked for in one turn of the event loop share one transaction, so one fsync. */
export type Writer = {
  /**
   * `change` runs inside a transaction, in the order of the calls, and may run twice (see
   * `commitGroup`), so it must touch nothing but the database. Resolves with its value once that is
   * durable; a change that throws is undone alone.
   */
  readonly write: <T>(change: () => T) => Promise<T>
  readonly read: <T>(query: () => T) => Promise<T>
  /** Commits what was asked for before, then closes the database. */
  readonly close: () => Promise<void>
}

/** Most changes of a transaction: bounds how long the event loop stands still. */
const GROUP_MAX = 512
/**
 * While many ask at once, changes wait this long for company: each transaction costs a few hundred
 * microseconds of fsync whatever it holds. Who asks alone is served at once.
 */
const COMPANY_MS = 1
const ENOUGH_COMPANY = 64
const BUSY_GROUP = 3
/** How long changes wait by default for another process's transactions to end, and how often they look. */
const PATIENCE_MS = 10_000
const BUSY_PAUSE_MS = 2

type Options = {
  readonly log?: Log | undefined
  /** Called after each transaction, before its promises resolve. */
  readonly committed?: () => void
  /** How long changes wait for other processes before they fail with `store_busy`. */
  readonly patienceMs?: number
}

type Waiting = {
  readonly run: () => void
  readonly done: () => void
  readonly fail: (error: unknown) => void
}

/**
 * The connection's busy timeout should be short: while it runs the event loop stands still, so the
 * longer waiting is done here, between turns.
 */
export const makeWriter = (
  db: DatabaseSync,
  { log, committed, patienceMs = PATIENCE_MS }: Options = {},
): Writer => {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  let queue: Waiting[] = []
  let scheduled = false
  let busySince: number | undefined
  let closed = false
  /** Running mean of changes a transaction. */
  let company = 1

  const attempt = (group: readonly Waiting[]): unknown => {
    begin.run()
    try {
      for (const waiting of group) waiting.run()
      commit.run()
      return undefined
    } catch (error) {
      // Some errors (disk full) have ended the transaction already.
      if (db.isTransaction) db.exec('ROLLBACK')
      return error
    }
  }

  const resolve = (group: readonly Waiting[]): void => {
    committed?.()
    for (const waiting of group) waiting.done()
  }

  /** All together; where that fails, each alone, so that a change fails by its own fault only. */
  const commitGroup = (group: readonly Waiting[]): void => {
    const error = attempt(group)
    if (error === undefined) return resolve(group)
    const failure = toFailure(error)
    if (group.length === 1) return group[0]?.fail(failure)
    log?.warn('changes failed together, trying each alone', { code: failure.code, count: group.length })
    for (const waiting of group) commitAlone(waiting)
  }

  const commitAlone = (waiting: Waiting): void => {
    try {
      commitGroup([waiting])
    } catch (error) {
      waiting.fail(toFailure(error))
    }
  }

  const flush = (): void => {
    scheduled = false
    const group = queue.slice(0, GROUP_MAX)
    if (group.length === 0) return
    company += (group.length - company) / 8
    try {
      commitGroup(group)
    } catch (error) {
      // BEGIN failed: nothing ran.
      const now = performance.now()
      busySince ??= now
      if (isBusy(error) && !closed && now - busySince < patienceMs) {
        scheduled = true
        setTimeout(flush, BUSY_PAUSE_MS)
        return
      }
      for (const waiting of group) waiting.fail(toFailure(error))
    }
    busySince = undefined
    queue = queue.slice(group.length)
    if (queue.length > 0) schedule()
  }

  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    if (company < BUSY_GROUP || queue.length >= ENOUGH_COMPANY) setImmediate(flush)
    else setTimeout(flush, COMPANY_MS)
  }

  return {
    write: <T>(change: () => T): Promise<T> =>
      new Promise<T>((keep, reject) => {
        if (closed) return reject(new Failure('store_unavailable', 'closed'))
        let value: T
        queue.push({ run: () => void (value = change()), done: () => keep(value), fail: reject })
        schedule()
      }),
    read: async (query) => {
      try {
        return query()
      } catch (error) {
        throw toFailure(error)
      }
    },
    close: async () => {
      if (closed) return
      closed = true
      while (queue.length > 0) flush()
      db.close()
    },
  }
}
