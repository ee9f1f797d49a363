import type { Reading } from './reading.ts'

/** One step of a sequence: any word with this label, after at most `gap` unknown words. */
export type Step = { readonly label: number; readonly gap: number }
/** `outcome` is the caller's number for what was found. */
export type Sequence = { readonly steps: readonly Step[]; readonly outcome: number }

/** Takes something with a label that stands at words `from`..`to`; they come in the order of `to`. */
export type Advance = (label: number, from: number, to: number) => void
export type OnMatch = (outcome: number, from: number, to: number) => void

/** Words that fill do not count as distance, but a shape is not stretched over more of them than this. */
const MOST_FILLERS = 12
/** Numbers an edge takes in its list: where it comes from, where it leads, what may stand between. */
const EDGE = 3
/** Places stay small integers; past this many words the memory of earlier texts is wiped. */
const WRAP = 2 ** 29

/**
 * All sequences at once: what they begin with alike is followed once, so a text costs its words,
 * not the number of sequences. One text is read at a time: starting another ends the one before.
 */
export const makeAutomaton = (
  sequences: readonly Sequence[],
): ((reading: Reading, found: OnMatch, count?: () => void) => Advance) => {
  const edges: number[][] = []
  const outcomes: number[][] = [[]]
  const nodes = new Map<string, number>()
  for (const { steps, outcome } of sequences) {
    let node = 0
    steps.forEach(({ label, gap }, index) => {
      const key = `${node} ${label} ${index === 0 ? 0 : gap}`
      const next = nodes.get(key) ?? outcomes.length
      if (next === outcomes.length) {
        nodes.set(key, next)
        outcomes.push([])
        ;(edges[label] ??= []).push(node, next, gap)
      }
      node = next
    })
    const here = outcomes[node]
    if (here !== undefined && !here.includes(outcome)) here.push(outcome)
  }

  // For each node where the last two ways to it began and ended: the word at hand may have made the
  // last one itself. Places are counted on from text to text, so that a new text finds nothing of
  // an old one and no memory has to be wiped for it.
  const begins = new Int32Array(outcomes.length)
  const ends = new Int32Array(outcomes.length)
  const olderBegins = new Int32Array(outcomes.length)
  const olderEnds = new Int32Array(outcomes.length)
  let base = 1
  let next = 1

  return ({ places }, found, count) => {
    base = next
    next = base + places.length + 1
    if (next > WRAP) {
      ends.fill(0)
      olderEnds.fill(0)
      base = 1
      next = places.length + 2
    }
    const first = base

    const reaches = (end: number, from: number, gap: number): boolean => {
      const at = end - first
      return (
        at >= 0 &&
        at < from &&
        (places[from] ?? 0) - (places[at] ?? 0) <= gap + 1 &&
        from - at <= gap + 1 + MOST_FILLERS
      )
    }

    return (label, from, to) => {
      const list = edges[label]
      if (list === undefined) return
      for (let at = 0; at < list.length; at += EDGE) {
        count?.()
        const parent = list[at] ?? 0
        let begin = first + from
        if (parent !== 0) {
          const gap = list[at + 2] ?? 0
          if (reaches(ends[parent] ?? 0, from, gap)) begin = begins[parent] ?? begin
          else if (reaches(olderEnds[parent] ?? 0, from, gap)) begin = olderBegins[parent] ?? begin
          else continue
        }
        const node = list[at + 1] ?? 0
        if (ends[node] !== first + to) {
          olderEnds[node] = ends[node] ?? 0
          olderBegins[node] = begins[node] ?? 0
        }
        ends[node] = first + to
        begins[node] = begin
        const here = outcomes[node]
        if (here !== undefined) for (const outcome of here) found(outcome, begin - first, to)
      }
    }
  }
}
