import { onTestFailed } from 'vitest'
import { makeChance } from '../scripts/mutants/chance.ts'

/**
 * Chance that can be had again: a test that fails says its seed, and `AMIN_TEST_SEED` gives it.
 * Called within a test.
 */
export const openChance = () => {
  const seed = Number(process.env['AMIN_TEST_SEED'] ?? Math.floor(Math.random() * 1_000_000))
  const next = makeChance(seed)
  onTestFailed(({ task }) => void process.stderr.write(`"${task.name}": again with AMIN_TEST_SEED=${seed}\n`))
  return {
    /** From 0 to less than 1. */
    next,
    /** A whole number from `from` to less than `to`. */
    within: (from: number, to: number): number => from + Math.floor(next() * (to - from)),
  }
}
