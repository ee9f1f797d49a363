/** Questions under way to a process that may die: each is answered, once. */
export type Questions<T> = {
  /** `send` gets the number that the answer will name. */
  readonly ask: (send: (id: number) => void) => Promise<T>
  /** Passed over where nobody waits. */
  readonly answer: (id: number, answer: T) => void
  /** Nobody will answer what is open now. */
  readonly settle: (answer: T) => void
}

export const makeQuestions = <T>(): Questions<T> => {
  const open = new Map<number, (answer: T) => void>()
  let asked = 0
  const answer = (id: number, given: T): void => {
    open.get(id)?.(given)
    open.delete(id)
  }
  return {
    answer,
    ask: (send) => {
      asked += 1
      const { promise, resolve } = Promise.withResolvers<T>()
      open.set(asked, resolve)
      send(asked)
      return promise
    },
    settle: (given) => {
      for (const resolve of open.values()) resolve(given)
      open.clear()
    },
  }
}
