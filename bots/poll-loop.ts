import type { Log } from '../core/ports/log.ts'
import type { Ms } from '../core/base/units.ts'

export type PollLoop = {
  /** Take a turn soon: something may be waiting. Beats during a turn make one more turn. */
  readonly beat: () => void
  /** Resolves when no turn runs and none will. */
  readonly stop: () => Promise<void>
}

/** `name`: whose turns they are, as the log says where one fails. */
type PollLoopParts = {
  readonly name: string
  readonly turn: () => Promise<void>
  readonly every: Ms
  readonly log: Log
}

/**
 * Takes turns, one at a time: when told to, and at least `every` so often, for what other processes
 * left and for what falls due. A turn that throws is logged and does not end it.
 */
export const makePollLoop = ({ name, turn, every, log }: PollLoopParts): PollLoop => {
  const state = { wanted: true, stopped: false, running: false }
  let over: Promise<void> = Promise.resolve()

  const run = async (): Promise<void> => {
    state.running = true
    while (state.wanted && !state.stopped) {
      state.wanted = false
      try {
        await turn()
      } catch (error) {
        log.error('a turn failed', { role: name, error })
        break
      }
    }
    // In the same step as the look above: a beat in between would be lost until the next interval.
    state.running = false
  }

  const beat = (): void => {
    state.wanted = true
    if (!state.running && !state.stopped) over = run()
  }

  const timer = setInterval(beat, every)
  beat()
  return {
    beat,
    stop: async () => {
      state.stopped = true
      clearInterval(timer)
      await over
    },
  }
}
