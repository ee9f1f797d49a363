import { openFoundation } from '../../bots/foundation.ts'
import { rebuildViews } from '../../core/services/casebook/rebuild.ts'
import type { Run } from './command.ts'
import { makeProgress } from './progress.ts'

/** Drops the queue and makes it again from the ledgers. */
export const rebuild: Run = async ({ config, log, say }) => {
  const foundation = await openFoundation(config, log)
  try {
    const progress = makeProgress()
    const done = await rebuildViews(foundation.ports, foundation.casebook, (cases) =>
      progress.show(`${cases} cases`),
    )
    progress.end()
    say(`${done} cases: rebuilt`)
    return 0
  } finally {
    await foundation.close()
  }
}
