import { ms, type Ms } from '../../core/base/units.ts'

/** Resolves after `wait`, or at once where the signal is or gets aborted. Keeps no process alive. */
export const pause = (wait: Ms, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, wait)
    timer.unref()
    signal.addEventListener('abort', end)
  })

/** Waits between tries: `first`, doubling up to `most`. */
export type Pace = { readonly first: Ms; readonly most: Ms }

/**
 * The wait before try `attempt` + 1 (from 1), spread over its second half so that two who failed
 * together do not come back together.
 */
export const waitAfter = ({ first, most }: Pace, attempt: number): Ms =>
  ms(Math.min(most, first * 2 ** Math.min(attempt - 1, 30)) * (0.5 + Math.random() / 2))
