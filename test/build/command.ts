import { makeMemoryLog } from '../../adapters/memory/log.ts'
import type { Config } from '../../bots/config.ts'
import type { Log } from '../../core/ports/log.ts'
import { readGiven, WRONG_USE } from '../../scripts/commands/command.ts'
import { COMMANDS } from '../../scripts/commands/table.ts'

export type Ran = {
  readonly code: number
  readonly printed: readonly string[]
  readonly said: readonly string[]
}

/**
 * A command in this process, its words read as the command line reads them: a start of its own
 * would take most of a test's time.
 */
export const runCommand = async (
  config: Config,
  name: string,
  args: readonly string[],
  log: Log = makeMemoryLog(),
): Promise<Ran> => {
  const command = COMMANDS[name]
  if (command === undefined) throw new Error(`no command ${name}`)
  const printed: string[] = []
  const said: string[] = []
  const given = readGiven(command, args)
  if (given === 'help' || 'misuse' in given)
    return { code: given === 'help' ? 0 : WRONG_USE, printed, said: given === 'help' ? said : [given.misuse] }
  const work = await command.load()
  const code = await work({
    ...given,
    config,
    log,
    say: (line) => void said.push(line),
    print: (line) => void printed.push(line),
  })
  return { code, printed, said }
}
