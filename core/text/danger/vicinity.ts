import type { Advance, OnMatch } from './automaton.ts'
import type { Reading } from './reading.ts'

/** Things that stand near one another in any order, `within` words from the first to the last. */
export type Vicinity = {
  readonly parts: readonly number[]
  readonly within: number
  readonly outcome: number
}

const NEVER = -1

/** Finds all vicinities at once; of each part the last place is remembered. */
export const makeVicinities = (
  vicinities: readonly Vicinity[],
): ((reading: Reading, found: OnMatch, count?: () => void) => Advance) => {
  /** By label: which part it is, as a place in the list of all parts. */
  const users: number[][] = []
  const owners: number[] = []
  const starts: number[] = []
  vicinities.forEach(({ parts }, vicinity) => {
    starts.push(owners.length)
    for (const label of parts) {
      ;(users[label] ??= []).push(owners.length)
      owners.push(vicinity)
    }
  })

  return ({ places }, found, count) => {
    const froms = new Int32Array(owners.length).fill(NEVER)
    const tos = new Int32Array(owners.length).fill(NEVER)

    /** The first and last word of all parts, where each stands apart from the others and all are near. */
    const check = (vicinity: number, from: number, to: number): void => {
      const { parts, within, outcome } = vicinities[vicinity] ?? { parts: [], within: 0, outcome: 0 }
      const start = starts[vicinity] ?? 0
      let low = from
      let high = to
      for (let one = start; one < start + parts.length; one += 1) {
        const oneFrom = froms[one] ?? NEVER
        const oneTo = tos[one] ?? NEVER
        if (oneTo === NEVER) return
        for (let two = start; two < one; two += 1)
          if (oneFrom <= (tos[two] ?? NEVER) && (froms[two] ?? NEVER) <= oneTo) return
        low = Math.min(low, oneFrom)
        high = Math.max(high, oneTo)
      }
      if ((places[high] ?? 0) - (places[low] ?? 0) <= within) found(outcome, low, high)
    }

    return (label, from, to) => {
      const list = users[label]
      if (list === undefined) return
      for (const part of list) {
        count?.()
        froms[part] = from
        tos[part] = to
        check(owners[part] ?? 0, from, to)
      }
    }
  }
}
