import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Config } from '../../bots/config.ts'
import type { Log } from '../../core/ports/log.ts'

/**
 * An option: `text` takes a value, `list` takes one each time it stands there, `flag` takes none.
 * `value` is how the value is shown in help.
 */
export type Option =
  | { readonly kind: 'text' | 'list'; readonly value: string; readonly about: string }
  | { readonly kind: 'flag'; readonly about: string }

/** What stands alone after a command's name: how it is shown, and how many words there may be. */
export type Words = { readonly shown: string; readonly least: number; readonly most: number }

/**
 * Where a command writes, and what was given with it. What is unknown or missing in it was refused
 * before.
 */
export type Call = {
  readonly config: Config
  readonly log: Log
  readonly words: readonly string[]
  /** The value of an option of kind `text`; nothing where it was not given. */
  readonly text: (option: string) => string | undefined
  readonly list: (option: string) => readonly string[]
  readonly flag: (option: string) => boolean
  /** To standard error: what a person reads. */
  readonly say: (line: string) => void
  /** To standard output: what a program reads. */
  readonly print: (line: string) => void
}

/** Does the work. Resolves with the exit code: 0 done, 1 what was asked about does not hold, 2 wrong use. */
export type Run = (call: Call) => Promise<number>

/**
 * A command of the command line: what it takes, and its code, which is loaded when it is called,
 * since some stand on much.
 */
export type Command = {
  readonly about: string
  /** Nothing where no word may stand after the command's name. */
  readonly words?: Words
  readonly options?: Readonly<Record<string, Option>>
  readonly load: () => Promise<Run>
}

export const WRONG_USE = 2

/** Says what is wrong with the operator file. Returns the exit code. */
export const refuseFaults = (
  say: (line: string) => void,
  command: string,
  faults: readonly string[],
): number => {
  for (const fault of faults) say(`amin ${command}: ${fault}`)
  return WRONG_USE
}

const shownOption = ([name, option]: readonly [string, Option]): string =>
  option.kind === 'flag' ? `[--${name}]` : `[--${name} ${option.value}]${option.kind === 'list' ? '...' : ''}`

/** `case list [--status S]`, as it stands in the list of all commands. */
export const synopsis = (name: string, { words, options = {} }: Command): string =>
  [name, ...(words === undefined ? [] : [words.shown]), ...Object.entries(options).map(shownOption)].join(' ')

/** The help of one command: how it is called, what it does, and each option on a line. */
export const helpOf = (name: string, command: Command): string => {
  const rows = Object.entries(command.options ?? {}).map(
    ([option, spec]) => [`--${option}${spec.kind === 'flag' ? '' : ` ${spec.value}`}`, spec.about] as const,
  )
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return [
    `usage: npm run -s amin -- ${synopsis(name, command)}`,
    '',
    command.about,
    ...(rows.length === 0 ? [] : ['', ...rows.map(([left, about]) => `  ${left.padEnd(width)}  ${about}`)]),
  ].join('\n')
}

type Given = Pick<Call, 'words' | 'text' | 'list' | 'flag'>

/** What is wrong with the words after a command's name, as a person is told it. */
export type Misuse = { readonly misuse: string }

const configOf = ({ options = {} }: Command): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries<Option>({ ...options, help: { kind: 'flag', about: 'this' } }).map(([name, { kind }]) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        ...(kind === 'list' ? { multiple: true } : {}),
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  )

const countFault = (words: readonly string[], allowed: Words | undefined): string | undefined => {
  const stray = words[allowed?.most ?? 0]
  if (stray !== undefined) return `"${stray}" is one word too many`
  return words.length < (allowed?.least ?? 0) ? `say ${allowed?.shown}` : undefined
}

/**
 * Reads what stands after a command's name, by the rules of `node:util` parseArgs: `--name value`
 * or `--name=value` (all after the first `=`), `--` before words that begin with a dash. What is
 * not known is named.
 */
export const readGiven = (command: Command, args: readonly string[]): Given | Misuse | 'help' => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: configOf(command),
      allowPositionals: true,
      strict: true,
    })
    if (values['help'] === true) return 'help'
    const fault = countFault(positionals, command.words)
    if (fault !== undefined) return { misuse: fault }
    return {
      words: positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      list: (name) =>
        Array.isArray(values[name]) ? values[name].filter((value) => typeof value === 'string') : [],
      flag: (name) => values[name] === true,
    }
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
      throw error
    // Its first sentence names the option; what follows speaks of parseArgs' own ways.
    return { misuse: error.message.split(/\.\s|\n/, 1)[0] ?? error.message }
  }
}
