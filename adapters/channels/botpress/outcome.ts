import { AsyncLocalStorage } from 'node:async_hooks'

/** Shown to whoever runs the bot, who can do something about it. Nothing of a person stands in it. */
export class Refusal extends Error {}

type Verdict = { status?: 400 | 503; says?: string; error?: unknown }

export type Operations = {
  /** Runs one operation and tells how it ended. */
  readonly run: <T>(
    work: () => Promise<T>,
  ) => Promise<{ readonly result: T; readonly verdict: Readonly<Verdict> }>
  /** A handler that never throws: the SDK answers every error with "do not repeat" and prints its text. */
  readonly guard: <In, Out extends object>(handle: (input: In) => Promise<Out>) => (input: In) => Promise<Out>
}

export const makeOperations = (): Operations => {
  const storage = new AsyncLocalStorage<Verdict>()
  return {
    run: async (work) => {
      const verdict: Verdict = {}
      return { result: await storage.run(verdict, work), verdict }
    },
    guard: (handle) => async (input) => {
      try {
        return await handle(input)
      } catch (error) {
        const verdict = storage.getStore()
        if (verdict !== undefined && error instanceof Refusal)
          Object.assign(verdict, { status: 400, says: error.message })
        else if (verdict !== undefined) Object.assign(verdict, { status: 503, error })
        return {} as Awaited<ReturnType<typeof handle>>
      }
    },
  }
}
