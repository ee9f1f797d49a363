/** Waiting that can be cut short, and grows from try to try up to half a minute. */
export type Pause = {
  /** At least `least` milliseconds. */
  readonly wait: (least: number) => Promise<void>
  readonly reset: () => void
  /** Ends the present wait, since the connection is back; not one that the server asked for. */
  readonly cut: () => void
}

const FIRST = 1_000
const LONGEST = 30_000

export const makePause = (): Pause => {
  let next = FIRST
  let end: (() => void) | undefined
  let asked = false
  return {
    wait: (least) =>
      new Promise((resolve) => {
        // Between half and all of it, so that phones that lost one server do not come back all at once.
        const length = Math.max(least, next * (0.5 + Math.random() / 2))
        next = Math.min(LONGEST, next * 2)
        asked = least > 0
        const timer = setTimeout(() => end !== undefined && end(), length)
        end = () => {
          clearTimeout(timer)
          end = undefined
          resolve()
        }
      }),
    reset: () => {
      next = FIRST
    },
    cut: () => {
      if (end !== undefined && !asked) end()
    },
  }
}
