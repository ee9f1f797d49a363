import { openFoundation } from '../../bots/foundation.ts'
import { rebuildViews } from '../../core/services/casebook/rebuild.ts'
import { makeNetworkBook } from '../../core/services/networks/book.ts'
import type { Run } from './command.ts'
import { makeProgress } from './progress.ts'

/** Drops the queue, and what cases and networks are found by, and makes them again from the ledgers. */
export const rebuild: Run = async ({ config, log, say }) => {
  const foundation = await openFoundation(config, log)
  try {
    const progress = makeProgress()
    const done = await rebuildViews(foundation.ports, foundation.casebook, (cases) =>
      progress.show(`${cases} cases`),
    )
    progress.end()
    const networks = await makeNetworkBook(foundation.ports).rebuild()
    say(`${done} cases, ${networks} networks: rebuilt`)
    return 0
  } finally {
    await foundation.close()
  }
}
