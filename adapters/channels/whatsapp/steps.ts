import type { PairStep } from './protocol.ts'

/** With these a pairing ends. */
export const LAST: ReadonlySet<PairStep['status']> = new Set([
  'paired',
  'expired',
  'cancelled',
  'busy',
  'already',
  'failed',
])

/** A queue that is filled from outside and read by one loop. */
export type Steps<T> = {
  /** Passed over after the last. */
  readonly push: (step: T, last: boolean) => void
  readonly all: () => AsyncGenerator<T>
  readonly ended: () => boolean
}

export const makeSteps = <T>(): Steps<T> => {
  const waiting: T[] = []
  let over = false
  let wake: (() => void) | undefined
  async function* all(): AsyncGenerator<T> {
    for (;;) {
      const step = waiting.shift()
      if (step !== undefined) yield step
      else if (over) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    all,
    ended: () => over,
    push: (step, last) => {
      if (over) return
      waiting.push(step)
      over = last
      wake?.()
    },
  }
}
