import type { MyShift } from '../../contract/shift.ts'

type Held = MyShift['held'][number]

/** By what never changes: a list that moves while somebody reaches for it gives them another person. */
export const inPlace = (held: readonly Held[]): readonly Held[] =>
  held.toSorted((a, b) => (a.code < b.code ? -1 : 1))

/** The chat after or before the one that is open, round and round; the first where none of them is. */
export const neighbour = (
  held: readonly Held[],
  selected: string | undefined,
  by: 1 | -1,
): string | undefined => {
  const at = held.findIndex(({ code }) => code === selected)
  const next = at < 0 ? (by === 1 ? 0 : held.length - 1) : (at + by + held.length) % held.length
  return held[next]?.code
}

/** Who has waited longest for this agent's answer; of the others where their chat is open already. */
export const longestWaiting = (held: readonly Held[], selected: string | undefined): string | undefined => {
  const waiting = held
    .filter(({ answerSince }) => answerSince !== undefined)
    .toSorted((a, b) => ((a.answerSince ?? '') < (b.answerSince ?? '') ? -1 : 1))
  return (waiting.find(({ code }) => code !== selected) ?? waiting[0])?.code
}
