const TIMES = Number(process.env['AMIN_TEST_RUNS'] ?? 1)
const SEED = process.env['AMIN_TEST_SEED']

/**
 * How often a law is tried: a few times in the suite, anew in each run; `npm run fuzz -- --way laws` tries each
 * many times as often. A law that fails says its seed, which `AMIN_TEST_SEED` gives again.
 */
export const runs = (few: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: few * TIMES,
  ...(SEED === undefined ? {} : { seed: Number(SEED) }),
})
