/** Work that takes long, a little of it at a time, beside the work that must not wait for it. */
export type BoundedQueue = {
  /** Runs `act` when its turn comes. Nothing where too much waits already, or the lane is closed. */
  readonly run: (act: () => Promise<void>) => Promise<void> | undefined
  /** What waits is let go of undone; resolves when what runs has ended. */
  readonly stop: () => Promise<void>
}

export const makeBoundedQueue = (atOnce: number, mostWaiting: number): BoundedQueue => {
  const waiting: {
    readonly act: () => Promise<void>
    readonly end: (work: Promise<void> | undefined) => void
  }[] = []
  const running = new Set<Promise<void>>()
  let closed = false

  const start = (act: () => Promise<void>): Promise<void> => {
    const work = act().finally(() => {
      running.delete(work)
      next()
    })
    running.add(work)
    return work
  }

  const next = (): void => {
    if (running.size >= atOnce) return
    const first = waiting.shift()
    first?.end(start(first.act))
  }

  return {
    run: (act) => {
      if (closed || waiting.length >= mostWaiting) return undefined
      if (running.size < atOnce) return start(act)
      const { promise, resolve } = Promise.withResolvers<Promise<void> | undefined>()
      waiting.push({ act, end: resolve })
      return promise.then((work) => work)
    },
    stop: async () => {
      closed = true
      for (const { end } of waiting.splice(0)) end(undefined)
      await Promise.allSettled(running)
    },
  }
}
