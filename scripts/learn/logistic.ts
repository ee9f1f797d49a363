/** Rows of inputs with whether it was so. */
export type Rows = readonly { readonly inputs: readonly number[]; readonly isSo: boolean }[]

const ROUNDS = 600
const RATE = 0.5

/** Logistic regression over all rows at once; `strictness` keeps what few rows say small. */
export const fitLogistic = (rows: Rows, strictness: number): readonly number[] => {
  const weights = (rows[0]?.inputs ?? []).map(() => 0)
  const moved = weights.map(() => 1e-9)
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight) => (strictness * weight) / rows.length)
    for (const { inputs, isSo } of rows) {
      const score = inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0)
      const error = (1 / (1 + Math.exp(-score)) - (isSo ? 1 : 0)) / rows.length
      inputs.forEach((input, at) => {
        if (input !== 0) slope[at] = (slope[at] ?? 0) + error * input
      })
    }
    slope.forEach((each, at) => {
      moved[at] = (moved[at] ?? 0) + each * each
      weights[at] = (weights[at] ?? 0) - (RATE * each) / Math.sqrt(moved[at] ?? 1)
    })
  }
  return weights
}
