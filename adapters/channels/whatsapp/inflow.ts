import type { Inbound } from '../../../core/base/message.ts'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Ms } from '../../../core/base/units.ts'
import { waitAfter } from './supervisor.ts'

type Row = { readonly row: number; readonly items: readonly Inbound[] }

export type Inflow = {
  readonly add: (row: Row) => void
  /** The rows that wait are the old child's: a new one says them again. */
  readonly clear: () => void
  readonly stop: () => Promise<void>
}

/**
 * Moves rows into the inbox, in order, several in one go; a row is ticked off only after it is
 * durable there. Never gives up.
 */
export const makeInflow = (parts: {
  readonly sink: InboundSink
  readonly log: Log
  readonly account: string
  readonly done: (rows: readonly number[]) => void
  /** The inbox did not take them, or does again. */
  readonly late: (late: boolean) => void
  readonly pause: (wait: Ms) => Promise<void>
}): Inflow => {
  const { sink, log, account, done, late, pause } = parts
  let queue: Row[] = []
  let era = 0
  let over = false
  let running: Promise<void> | undefined

  const run = async (): Promise<void> => {
    let failures = 0
    const goesOn = (): boolean => queue.length > 0 && !over
    while (goesOn()) {
      const batch = queue
      const mine = era
      try {
        await sink.put(batch.flatMap(({ items }) => items))
        if (failures > 0) late(false)
        failures = 0
        if (mine !== era) continue
        queue = queue.slice(batch.length)
        done(batch.map(({ row }) => row))
      } catch (error) {
        failures += 1
        log.error('the inbox does not take what came', {
          channel: 'whatsapp',
          account,
          count: batch.length,
          attempt: failures,
          error,
        })
        late(true)
        await pause(waitAfter(failures, Math.random()))
      }
    }
    running = undefined
  }

  return {
    add: (row) => {
      queue = [...queue, row]
      running ??= run()
    },
    clear: () => {
      queue = []
      era += 1
    },
    stop: async () => {
      over = true
      await running
    },
  }
}
