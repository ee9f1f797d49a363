/** One step of a way: what it hands on to the next, or nothing where all is decided. */
export type Stage<In, Out> = (context: In) => Out | undefined

/**
 * Stages one after the other. Each gets what the one before it handed on, and nothing else: its
 * type says what it may see.
 */
export type Pipeline<In, Out> = {
  readonly stages: readonly Stage<never, unknown>[]
  readonly next: <More>(stage: Stage<Out, More>) => Pipeline<In, More>
  readonly run: (context: In) => void
}

const of = <In, Out>(stages: readonly Stage<never, unknown>[]): Pipeline<In, Out> => ({
  stages,
  next: (stage) => of([...stages, stage]),
  run: (context) => {
    let given: unknown = context
    for (const stage of stages) {
      given = (stage as Stage<unknown, unknown>)(given)
      if (given === undefined) return
    }
  },
})

export const pipeline = <In, Out>(first: Stage<In, Out>): Pipeline<In, Out> => of([first])
