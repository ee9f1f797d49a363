import { openConfinement, type Confinement } from '../confine/index.ts'
import { Failure } from '../../core/base/failure.ts'
import { never } from '../../core/base/never.ts'
import type { Log } from '../../core/ports/log.ts'
import type { PictureReader, PictureReading, Unread } from '../../core/ports/picture-reader.ts'
import { toReading } from './check.ts'
import { MOST_BYTES } from './protocol.ts'
import { startWorker, type Answer, type Limits, type Worker } from './worker.ts'

export type ReaderLimits = Limits & { readonly picturesPerChild: number; readonly idleMs: number }

const DEFAULTS: ReaderLimits = {
  pictureMs: 60_000,
  startMs: 30_000,
  /** Forty million pixels of a progressive JPEG are held as coefficients while they are shrunk. */
  residentBytes: 805_306_368,
  picturesPerChild: 50,
  idleMs: 60_000,
}

const CLOSED = 'the process that reads pictures was closed'
const NAME = 'amin chat reader'

/**
 * Pictures are read one at a time, in the order they were asked for, in a child process that is started at
 * the first of them, replaced after
 * `picturesPerChild`, after any breach of a limit and after its death, and ended when nothing came for
 * `idleMs`.
 */
export const openPictureReader = (
  options: {
    readonly log?: Log
    readonly limits?: Partial<ReaderLimits>
    readonly confine?: Confinement
  } = {},
): PictureReader => {
  const confine = options.confine ?? openConfinement({ log: options.log })
  const limits = { ...DEFAULTS, ...options.limits }
  let worker: Worker | undefined
  let asked = 0
  let closed = false
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const retire = async (): Promise<void> => {
    const old = worker
    worker = undefined
    await old?.kill()
  }

  const ready = async (): Promise<Worker> => {
    if (worker !== undefined && (!worker.alive() || asked >= limits.picturesPerChild)) await retire()
    if (worker !== undefined) return worker
    const world = await confine()
    if (world.held.refused)
      throw new Failure(
        'part_unavailable',
        'pictures are not read by root where nothing holds what reads them',
      )
    const started = await startWorker(limits, [...world.before, ...world.child])
    if (started === undefined) throw new Failure('part_unavailable', 'the process that reads pictures')
    worker = started
    asked = 0
    return started
  }

  const askOnce = async (
    picture: Uint8Array,
  ): Promise<{ readonly answer: Answer; readonly tool: string }> => {
    const current = await ready()
    asked++
    const answer = await current.ask(picture)
    if (answer.status !== 'answered' && !closed)
      options.log?.warn('a reading process ended over a picture', { kind: answer.status })
    return { answer, tool: current.tool }
  }

  const none = (why: Unread, tool: string): PictureReading => ({ status: 'none', why, tool })

  const read = async (picture: Uint8Array): Promise<PictureReading> => {
    let { answer, tool } = await askOnce(picture)
    if (closed) throw new Failure('part_unavailable', CLOSED)
    // A death may have nothing to do with the picture (somebody's kill, the machine's memory): one more try
    // in a new child.
    if (answer.status === 'died') ({ answer, tool } = await askOnce(picture))
    if (closed) throw new Failure('part_unavailable', CLOSED)
    switch (answer.status) {
      case 'answered': {
        const reading = toReading(answer.frame.head)
        if (reading !== undefined) return reading
        await retire()
        return none('failed', tool)
      }
      case 'late':
        return none('too_slow', tool)
      case 'swollen':
        return none('too_large', tool)
      case 'died':
      case 'broke_rules':
        return none('damaged', tool)
      default:
        return never(answer)
    }
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      if (closed) throw new Failure('part_unavailable', CLOSED)
      clearTimeout(idle)
      try {
        return await work()
      } finally {
        if (!closed)
          idle = setTimeout(() => void inTurn(retire).catch(() => undefined), limits.idleMs).unref()
      }
    })
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    read: (picture) =>
      picture.length > MOST_BYTES ? Promise.resolve(none('too_large', NAME)) : inTurn(() => read(picture)),
    close: async () => {
      closed = true
      clearTimeout(idle)
      // What is under way rejects, so that nobody takes this for a fault of the picture.
      await retire()
      await queue
      await retire()
    },
  }
}
