/** A character that was recognised, with what else it may be. Likelihoods lie between 0 and 1. */
export type Character = {
  readonly character: string
  readonly likelihood: number
  /** Others that were likely at its place, the likeliest first. */
  readonly others: readonly string[]
  /** Column of the line's cut, from 0 to 1. */
  readonly at: number
}

type Scores = { readonly columns: number; readonly outputs: number; readonly data: Float32Array }

/** Less likely ones are no candidates. */
const LEAST = 0.02
const MOST_OTHERS = 3

/** Softmax of one column, into `out`. */
const likelihoods = ({ columns, outputs, data }: Scores, column: number, out: Float64Array): void => {
  let most = -Infinity
  for (let output = 0; output < outputs; output += 1)
    most = Math.max(most, data[output * columns + column] ?? 0)
  let sum = 0
  for (let output = 0; output < outputs; output += 1)
    sum += out[output] = Math.exp((data[output * columns + column] ?? 0) - most)
  for (let output = 0; output < outputs; output += 1) out[output] = (out[output] ?? 0) / sum
}

/**
 * Characters in the order in which they stand in the picture. The likeliest output of each column is taken;
 * the same one in columns side by
 * side is one character (connectionist temporal classification).
 */
export const decodeScores = (scores: Scores, characters: readonly string[]): readonly Character[] => {
  const column = new Float64Array(scores.outputs)
  const found: { output: number; best: number; at: number; others: readonly string[] }[] = []
  let last = 0
  for (let x = 0; x < scores.columns; x += 1) {
    likelihoods(scores, x, column)
    let output = 0
    for (let i = 1; i < column.length; i += 1) if ((column[i] ?? 0) > (column[output] ?? 0)) output = i
    if (output === 0) {
      last = 0
      continue
    }
    const best = column[output] ?? 0
    const previous = found.at(-1)
    if (output === last && previous !== undefined && best <= previous.best) continue
    const others = Array.from(column, (likelihood, i) => ({ likelihood, i }))
      .filter(({ likelihood, i }) => i !== 0 && i !== output && likelihood >= LEAST)
      .toSorted((a, b) => b.likelihood - a.likelihood)
      .slice(0, MOST_OTHERS)
      .map(({ i }) => characters[i - 1] ?? '')
    const here = { output, best, at: x / scores.columns, others }
    if (output === last && previous !== undefined) found[found.length - 1] = here
    else found.push(here)
    last = output
  }
  return found.map(({ output, best, at, others }) => ({
    character: characters[output - 1] ?? '',
    likelihood: best,
    others,
    at,
  }))
}
