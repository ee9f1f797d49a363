import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = new URL('../..', import.meta.url).pathname
const VITEST = 'node_modules/vitest/vitest.mjs'
/** So many inputs of a run are one more try of each law, beside what the suite tries. */
const INPUTS_A_TRY = 4_000

/** Files with laws that are tried again and again (test/property/runs.ts). */
const filesOfLaws = (): readonly string[] =>
  globSync('test/**/*.test.ts', { cwd: ROOT }).filter((file) =>
    readFileSync(join(ROOT, file), 'utf8').includes("/runs.ts'"),
  )

/** Tries the laws of the suite many times as often as the suite does, from one seed. What fails is told on stderr. */
export const runLaws = ({ inputs, seed }: { readonly inputs: number; readonly seed: number }) => {
  const files = filesOfLaws()
  const times = Math.max(1, Math.round(inputs / INPUTS_A_TRY))
  const { status } = spawnSync(
    process.execPath,
    [VITEST, 'run', '--config=test/vitest.config.ts', '--testTimeout=0', '--reporter=dot', ...files],
    {
      cwd: ROOT,
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, AMIN_TEST_RUNS: String(times), AMIN_TEST_SEED: String(seed) },
    },
  )
  return { seed, times, files: files.length, hold: status === 0 }
}
