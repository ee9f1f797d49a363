import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * A process of its own that runs one of the programs beside this file, and what it has said so far,
 * whole lines only.
 */
export type Child = {
  readonly process: ChildProcess
  readonly lines: readonly string[]
  /** Resolves at the line for which `enough` holds, or at the end of the process. */
  readonly until: (enough: (lines: readonly string[]) => boolean) => Promise<void>
  /** Resolves when the process is gone and all that it said has been read. */
  readonly ended: Promise<void>
}

export const startChild = (program: string, args: readonly string[]): Child => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const said = createInterface({ input: child.stdout })
  let look = (): void => {}
  said.on('line', (line) => {
    lines.push(line)
    look()
  })
  const ended = Promise.all([once(child, 'exit'), once(said, 'close')]).then(() => undefined)
  const until = (enough: (lines: readonly string[]) => boolean): Promise<void> =>
    Promise.race([
      ended,
      new Promise<void>((resolve) => {
        look = () => {
          if (enough(lines)) resolve()
        }
        look()
      }),
    ])
  return { process: child, lines, until, ended }
}
