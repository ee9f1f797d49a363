import { isFailure } from '../../../core/base/failure.ts'
import { ms } from '../../../core/base/units.ts'
import { openSession, type OpenParts, type Session } from './live-session.ts'
import type { Opening, ToChild } from './protocol.ts'
import { holdSession, toFailure } from './session-file.ts'

/** A process that was killed lets go of its lock at once; this long it may take to be killed. */
const LOCK_TRIES = 100
const LOCK_PAUSE = ms(100)
export type SessionParts = OpenParts & {
  /** Ends the process. */
  readonly exit: () => void
}

/** The child's half: hears the parent, keeps the session file, and one connection at a time. */
export const startSession = (parts: SessionParts): ((message: ToChild) => void) => {
  const { say, timers, exit } = parts
  let session: Session | undefined

  const open = (opening: Opening, attempt = 1): void => {
    try {
      const lock = holdSession(`${opening.file}.lock`)
      session = openSession(parts, opening, lock.release)
    } catch (error) {
      if (isFailure(error, 'store_busy') && attempt < LOCK_TRIES) {
        timers.after(LOCK_PAUSE, () => open(opening, attempt + 1))
        return
      }
      say({ type: 'broken', code: toFailure(error).code })
    }
  }

  return (message) => {
    if (message.type === 'open') return open(message.opening)
    if (message.type === 'stop') {
      session?.close()
      return exit()
    }
    session?.receive(message)
  }
}
