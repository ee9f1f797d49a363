import { ms, seconds, type Ms } from '../../../core/base/units.ts'
import { reactTo, type Advice, type Close } from './disconnects.ts'

/** Time and chance from outside, so that tests need no waiting. */
export type Timers = {
  readonly now: () => number
  /** Calls `then` after `wait`; the result takes it back. */
  readonly after: (wait: Ms, then: () => void) => () => void
  /** In [0, 1). */
  readonly random: () => number
}

export type Attempt = { readonly close: () => void }
export type AttemptEvents = { readonly opened: () => void; readonly closed: (close: Close) => void }

export type Link =
  | {
      readonly status: 'unpaired' | 'connecting' | 'connected'
      readonly code?: number
      readonly advice?: Advice
    }
  | { readonly status: 'waiting'; readonly code?: number; readonly advice: Advice; readonly retryAt: number }
  | { readonly status: 'stopped'; readonly code?: number; readonly advice: Advice }

export type Supervisor = {
  /**
   * Connects where the account is paired and nothing is under way; also after a stop, which only a
   * person's wish ends.
   */
  readonly connect: () => void
  readonly halt: (advice: Advice) => void
  readonly state: () => Link
  /** Ends what is under way. No attempt is made afterwards. */
  readonly stop: () => void
}

const FIRST = seconds(2)
const MOST = seconds(300)
/** A connection that stood this long was a good one: the next failure is the first again. */
const STEADY = seconds(60)
/** Restarts in a row that WhatsApp may ask for; more of them are a fault and back off like one. */
const RESTARTS = 3

/**
 * The wait after failure `n` (from 1), spread over its second half so that many who fell together
 * do not come back together.
 */
export const waitAfter = (n: number, random: number): Ms =>
  ms(Math.min(MOST, FIRST * 2 ** Math.min(n - 1, 20)) * (0.5 + random / 2))

/**
 * Keeps one connection: a new attempt after each end that mends by itself, with growing pauses, and
 * none after one that does not. Never two at a time.
 */
export const makeSupervisor = (parts: {
  readonly timers: Timers
  readonly paired: () => boolean
  readonly start: (events: AttemptEvents) => Attempt
  /** The pairing is void: its keys go. */
  readonly forget: () => void
  readonly tell: (link: Link) => void
}): Supervisor => {
  const { timers, paired, start, forget, tell } = parts
  let link: Link = { status: 'unpaired', advice: 'pair' }
  let current: Attempt | undefined
  let failures = 0
  let restarts = 0
  let openedAt: number | undefined
  let cancelWait: (() => void) | undefined
  let over = false
  /** An attempt that is not the newest is not listened to any more. */
  let attempts = 0

  const be = (next: Link): void => {
    link = next
    tell(next)
  }

  const attempt = (): void => {
    cancelWait = undefined
    if (over) return
    if (!paired()) return be({ status: 'unpaired', advice: 'pair' })
    be({ ...(link.code === undefined ? {} : { code: link.code }), status: 'connecting' })
    attempts += 1
    const number = attempts
    let ended = false
    const isCurrent = (): boolean => !ended && !over && number === attempts
    const events: AttemptEvents = {
      opened: () => {
        if (!isCurrent()) return
        openedAt = timers.now()
        be({ status: 'connected' })
      },
      closed: (close) => {
        if (!isCurrent()) return
        ended = true
        current = undefined
        react(close)
      },
    }
    const made = start(events)
    // It may have ended while it was being made.
    if (isCurrent()) current = made
  }

  const react = (close: Close): void => {
    if (openedAt !== undefined && timers.now() - openedAt >= STEADY) {
      failures = 0
      restarts = 0
    }
    openedAt = undefined
    const reaction = reactTo(close)
    const code = close.kind === 'told' ? { code: close.code } : {}
    if (reaction.forget === true) forget()
    if (reaction.next === 'stop') return be({ status: 'stopped', advice: reaction.advice, ...code })
    if (reaction.next === 'again' && restarts < RESTARTS) {
      restarts += 1
      return attempt()
    }
    failures += 1
    const wait = waitAfter(failures, timers.random())
    be({ status: 'waiting', advice: reaction.advice, retryAt: timers.now() + wait, ...code })
    cancelWait = timers.after(wait, attempt)
  }

  const end = (): void => {
    cancelWait?.()
    cancelWait = undefined
    attempts += 1
    const old = current
    current = undefined
    old?.close()
  }

  return {
    state: () => link,
    connect: () => {
      if (over || current !== undefined || cancelWait !== undefined) return
      failures = 0
      restarts = 0
      attempt()
    },
    halt: (advice) => {
      end()
      be({ status: 'stopped', advice })
    },
    stop: () => {
      over = true
      end()
    },
  }
}
