import type { Reading } from './reading.ts'

/**
 * People write without full stops, above all by voice: so many units before and after the words
 * that matter are quoted at most.
 */
const BEFORE = 160
const AFTER = 160

/**
 * The sentence around words `from`..`to`, or what of it fits, as places in the text: it begins and
 * ends with whole words.
 */
export const findSentence = (
  { starts, ends, stops }: Reading,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } => {
  const first = starts[from] ?? 0
  const last = ends[to] ?? 0
  let begin = from
  while (begin > 0 && stops[begin] !== true && first - (starts[begin - 1] ?? 0) <= BEFORE) begin -= 1
  let end = to
  while (end + 1 < starts.length && stops[end + 1] !== true && (ends[end + 1] ?? 0) - last <= AFTER) end += 1
  return { start: starts[begin] ?? 0, end: ends[end] ?? 0 }
}
