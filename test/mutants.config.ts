import { defineConfig } from 'vitest/config'
import { suite } from './vitest.config.ts'

/**
 * The suite for `npm run mutants`: the files it names, in one process, where nothing has to be
 * started anew for each change.
 */
export default defineConfig({
  test: {
    ...suite,
    include: (process.env['AMIN_MUTANTS_TESTS'] ?? '').split(','),
    isolate: false,
    maxWorkers: 1,
  },
})
