import { readGiven, synopsis, WRONG_USE, type Command } from './commands/command.ts'

/** What `npm run NAME` takes, as commands of the command line declare it. */
export type Script = Pick<Command, 'about' | 'words' | 'options'> & {
  readonly name: string
  /** What the words may be, with a line each. */
  readonly list?: Readonly<Record<string, string>>
}

type Read = Exclude<ReturnType<typeof readGiven>, 'help' | { readonly misuse: string }>

export type Given = Read & {
  /** The value of an option of kind `text` that is a whole number from 1 on. */
  readonly number: (option: string) => number | undefined
  /** Ends the program: says in a line what was wrong. */
  readonly refuse: (fault: string) => never
}

const rowsOf = (rows: readonly (readonly [left: string, about: string])[]): readonly string[] => {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.length === 0 ? [] : ['', ...rows.map(([left, about]) => `  ${left.padEnd(width)}  ${about}`)]
}

const helpOf = (script: Script, command: Command): string =>
  [
    `usage: npm run -s ${synopsis(`${script.name} --`, command)}`,
    '',
    script.about,
    ...rowsOf(Object.entries(script.list ?? {})),
    ...rowsOf(
      Object.entries(script.options ?? {}).map(([name, option]) => [
        `--${name}${option.kind === 'flag' ? '' : ` ${option.value}`}`,
        option.about,
      ]),
    ),
  ].join('\n')

/**
 * Reads how a script was called. `--help` and wrong use end it here, before anything is loaded or
 * done: what is unknown with the help, a wrong value in one line.
 */
export const readScript = (script: Script, args = process.argv.slice(2)): Given => {
  // A script is its own code.
  const command: Command = { ...script, load: () => Promise.reject(new Error('nothing to load')) }
  const refuse = (...lines: readonly string[]): never => {
    process.stderr.write(`${script.name}: ${lines.join('\n\n')}\n`)
    process.exit(WRONG_USE)
  }
  const given = readGiven(command, args)
  if (given === 'help') {
    process.stdout.write(`${helpOf(script, command)}\n`)
    process.exit(0)
  }
  if ('misuse' in given) return refuse(given.misuse, helpOf(script, command))
  const { list } = script
  const unknown = list === undefined ? undefined : given.words.find((word) => !Object.hasOwn(list, word))
  if (unknown !== undefined) return refuse(`there is no "${unknown}"`, helpOf(script, command))
  return {
    ...given,
    refuse,
    number: (option) => {
      const text = given.text(option)
      const number = Number(text)
      if (text === undefined) return undefined
      return Number.isSafeInteger(number) && number > 0
        ? number
        : refuse(`--${option} "${text}" is no whole number from 1 on`)
    },
  }
}
