import type { DatabaseSync } from 'node:sqlite'

export type Scrubber = {
  /** Inside a change: once it is committed the write-ahead log is folded back and cut off. */
  readonly want: () => void
  /** To be called after each transaction. */
  readonly committed: () => void
}

/**
 * Rows that were handled are emptied, and their pages overwritten (secure_delete), but the log
 * beside the database keeps older pages until it wraps around: there, what is sealed under the
 * transit key could still be opened after the case's own key is gone, or a token after it was taken
 * away. So an erasure, and a change of a setting, folds the log back and cuts it to nothing. Where another process reads just then it is tried again after later
 * transactions; that takes the event loop for some tens of milliseconds at most (32 MiB of log),
 * and both are rare.
 */
export const makeScrubber = (db: DatabaseSync): Scrubber => {
  // A page of another process's reading holds the log: looked at without waiting for it.
  const fold = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
  let wanted = false
  return {
    want: () => {
      wanted = true
    },
    committed: () => {
      if (!wanted) return
      try {
        wanted = fold.get()?.['busy'] !== 0
      } catch {
        // Busy in another way, or the disk is full: the next transaction tries again, and says what
        // is wrong with the disk.
      }
    },
  }
}
