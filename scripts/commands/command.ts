import type { Config } from '../../bots/config.ts'
import type { Log } from '../../core/ports/log.ts'

export type Call = {
  readonly config: Config
  readonly log: Log
  readonly args: readonly string[]
  /** To standard error: what a person reads. */
  readonly say: (line: string) => void
  /** To standard output: what a program reads. */
  readonly print: (line: string) => void
}

/** A command of the command line. Resolves with the exit code: 0 done, 1 what was asked about does not hold, 2 wrong use. */
export type Command = { readonly usage: string; readonly run: (call: Call) => Promise<number> }

export const WRONG_USE = 2

/** Says what is wrong with the operator file. Returns the exit code. */
export const refuseFaults = (say: (line: string) => void, command: string, faults: readonly string[]): number => {
  for (const fault of faults) say(`amin ${command}: ${fault}`)
  return WRONG_USE
}

/** `--name value` pairs and `--flag`s, and what stands alone. Unknown options are for the caller to refuse. */
export const readOptions = (
  args: readonly string[],
  known: readonly string[],
): { readonly words: readonly string[]; readonly options: Readonly<Record<string, string>> } | undefined => {
  const words: string[] = []
  const options: Record<string, string> = {}
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (!arg.startsWith('--')) words.push(arg)
    else {
      const [name = '', inline] = arg.slice(2).split('=', 2)
      if (!known.includes(name)) return undefined
      const next = args[i + 1]
      if (inline !== undefined) options[name] = inline
      else if (next !== undefined && !next.startsWith('--')) {
        options[name] = next
        i += 1
      } else options[name] = ''
    }
  }
  return { words, options }
}
