import { openFoundation } from '../../bots/foundation.ts'
import { rebuildViews } from '../../core/case/rebuild.ts'
import { WRONG_USE, type Command } from './command.ts'
import { makeProgress } from './progress.ts'

/** Drops the queue and makes it again from the ledgers. */
export const rebuild: Command = {
  usage: '                 makes the queue again from the ledgers',
  run: async ({ config, log, args, say }) => {
    if (args.length > 0) {
      say('amin views rebuild: takes nothing more')
      return WRONG_USE
    }
    const foundation = await openFoundation(config, log)
    try {
      const progress = makeProgress()
      const done = await rebuildViews(foundation.ports, foundation.casebook, (cases) => progress.show(`${cases} cases`))
      progress.end()
      say(`${done} cases: rebuilt`)
      return 0
    } finally {
      await foundation.close()
    }
  },
}
