import { Failure, isFailure } from '../../core/base/failure.ts'

/**
 * What is asked for at the same time is asked of the server together: a question costs about the
 * same whatever it carries.
 */
export type Group<I, O> = {
  readonly ask: (item: I) => Promise<O>
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

type Waiting<I, O> = {
  readonly item: I
  readonly keep: (value: O) => void
  readonly fail: (error: unknown) => void
}

type Options<I> = {
  /** Most items, and most weight, of one run. */
  readonly max: number
  readonly weigh?: (item: I) => number
  readonly maxWeight?: number
  /** Runs at the same time. With one, items are run in the order of the calls. */
  readonly lanes?: number
  /** Items of one key are never run at the same time, and in the order of the calls. */
  readonly keyOf?: (item: I) => string
}

/**
 * `run` gives one value for each item, in their order. Where it fails for another reason than a
 * server that is away, each item is tried alone.
 */
export const makeGroup = <I, O>(
  run: (items: readonly I[]) => Promise<readonly O[]>,
  { max, weigh = () => 0, maxWeight = 1, lanes = 1, keyOf }: Options<I>,
): Group<I, O> => {
  let queue: Waiting<I, O>[] = []
  let scheduled = false
  const running = new Set<Promise<void>>()
  const busy = new Set<string>()

  /** The next run; the rest stays in the queue. */
  const pick = (): readonly Waiting<I, O>[] => {
    const picked: Waiting<I, O>[] = []
    const left: Waiting<I, O>[] = []
    const passed = new Set<string>()
    let weight = 0
    for (const waiting of queue) {
      const key = keyOf?.(waiting.item)
      const free = key === undefined || !(busy.has(key) || passed.has(key))
      const room = picked.length < max && (picked.length === 0 || weight + weigh(waiting.item) <= maxWeight)
      if (key !== undefined) passed.add(key)
      if (!free || !room) left.push(waiting)
      else {
        picked.push(waiting)
        weight += weigh(waiting.item)
      }
    }
    queue = left
    return picked
  }

  const answer = (waiting: Waiting<I, O>, value: O | undefined): void => {
    if (value === undefined) waiting.fail(new Failure('store_broken', 'a question was not answered'))
    else waiting.keep(value)
  }

  const runAlone = async (waiting: Waiting<I, O>): Promise<void> => {
    try {
      answer(waiting, (await run([waiting.item]))[0])
    } catch (error) {
      waiting.fail(error)
    }
  }

  const runTogether = async (group: readonly Waiting<I, O>[]): Promise<void> => {
    try {
      const values = await run(group.map(({ item }) => item))
      for (const [i, waiting] of group.entries()) answer(waiting, values[i])
    } catch (error) {
      if (group.length === 1 || isFailure(error, 'store_unavailable'))
        for (const waiting of group) waiting.fail(error)
      else for (const waiting of group) await runAlone(waiting)
    }
  }

  const flush = (): void => {
    scheduled = false
    if (running.size >= lanes) return
    const group = pick()
    if (group.length === 0) return
    const keys = keyOf === undefined ? [] : group.map(({ item }) => keyOf(item))
    for (const key of keys) busy.add(key)
    const work = runTogether(group).finally(() => {
      running.delete(work)
      for (const key of keys) busy.delete(key)
      schedule()
    })
    running.add(work)
    schedule()
  }

  const schedule = (): void => {
    if (scheduled || queue.length === 0 || running.size >= lanes) return
    scheduled = true
    setImmediate(flush)
  }

  return {
    ask: (item) =>
      new Promise<O>((keep, fail) => {
        queue.push({ item, keep, fail })
        schedule()
      }),
    idle: async () => {
      while (running.size > 0 || queue.length > 0) {
        await Promise.all(running)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

/** One after the other, in the order of the calls. */
export const makeTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}
