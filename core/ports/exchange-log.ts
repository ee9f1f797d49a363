import type { Instant } from '../base/units.ts'

/**
 * Items of one side of a run, padded, as they were counted against the agreement. `ticket`: names this count and
 * no other.
 */
export type ExchangeCount = {
  readonly session: string
  readonly whose: 'ours' | 'theirs'
  readonly items: number
  readonly ticket: string
}

/** How a run ended, or why something that the other party asked was refused; never what was found. */
export type ExchangeNote =
  | {
      readonly what: 'ended'
      readonly session: string
      readonly outcome: 'done' | 'unconfirmed' | 'left' | 'refused'
      /** Of what was refused. */
      readonly why?: string
      readonly transcript: string
    }
  | { readonly what: 'refused'; readonly why: string }

/**
 * The administrators' log, as exchanges use it: what it counts outlives every process, and checkpoints cover it.
 * `agreement`: its hash.
 */
export type ExchangeLog = {
  /** Durable when it resolves. */
  readonly count: (agreement: string, counted: ExchangeCount) => Promise<void>
  /** What was counted from this moment on, the oldest first. */
  readonly counted: (agreement: string, from: Instant) => Promise<readonly ExchangeCount[]>
  readonly note: (agreement: string, note: ExchangeNote) => Promise<void>
}
