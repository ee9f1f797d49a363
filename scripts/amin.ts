import { openLog } from '../adapters/log/index.ts'
import { VERSION } from '../bots/version.ts'
import { readConfig } from '../bots/config.ts'
import { readEnvironment } from '../bots/environment.ts'
import { isFailure, type FailureCode } from '../core/base/failure.ts'
import { helpOf, readGiven, synopsis, WRONG_USE, type Command } from './commands/command.ts'
import { COMMANDS } from './commands/table.ts'

/** 1 is kept for what was asked about: `verify` with another store's key says nothing about the store. */
const WRONG_SETTINGS: ReadonlySet<FailureCode> = new Set([
  'settings_invalid',
  'master_key_missing',
  'master_key_wrong',
  'rotation_interrupted',
])

const usage = (): string => {
  const names = Object.entries(COMMANDS).map(
    ([name, command]) => [synopsis(name, command), command.about] as const,
  )
  return [
    'usage: npm run -s amin -- COMMAND',
    '',
    ...names.flatMap(([call, about]) => [`  ${call}`, `      ${about}`]),
    '',
    'COMMAND --help tells what each option is. Exit codes: 0 done, 1 what was asked about does not hold, 2 wrong use.',
  ].join('\n')
}

/** `agent add ...` is one command of two words; the longer name wins. */
const findCommand = (
  words: readonly string[],
): { readonly name: string; readonly command: Command; readonly rest: readonly string[] } | undefined => {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = COMMANDS[name]
    if (command !== undefined) return { name, command, rest: words.slice(length) }
  }
  return undefined
}

/** `case` alone is no command, and begins some. */
const beginning = (word: string): readonly string[] =>
  Object.entries(COMMANDS).flatMap(([name, command]) =>
    name.startsWith(`${word} `) ? [`  ${synopsis(name, command)}`] : [],
  )

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const run = async (words: readonly string[]): Promise<number> => {
  const [first] = words
  if (first === undefined || ['help', '--help', '-h'].includes(first)) {
    print(usage())
    return first === undefined ? WRONG_USE : 0
  }
  if (first === '--version' || first === '-v') {
    print(`amin ${VERSION}`)
    return 0
  }
  const found = findCommand(words)
  if (found === undefined) {
    const longer = beginning(first)
    say(
      longer.length === 0
        ? `amin: there is no command "${first}"; \`npm run -s amin -- help\` lists them`
        : `amin: "${first}" goes on:\n${longer.join('\n')}`,
    )
    return words.slice(1).some((word) => word === '--help' || word === '-h') && longer.length > 0
      ? 0
      : WRONG_USE
  }
  const { name, command, rest } = found
  const given = readGiven(command, rest)
  if (given === 'help') {
    print(helpOf(name, command))
    return 0
  }
  if ('misuse' in given) {
    say(`amin ${name}: ${given.misuse}\nusage: npm run -s amin -- ${synopsis(name, command)}`)
    return WRONG_USE
  }
  const config = readConfig(readEnvironment(process.env))
  if ('faults' in config) {
    for (const fault of config.faults) say(`amin: ${fault}`)
    return WRONG_USE
  }
  const log = openLog({ level: process.env['AMIN_LOG_LEVEL'] === undefined ? 'warn' : config.logLevel })
  try {
    const work = await command.load()
    return await work({ ...given, config, log, say, print })
  } catch (error) {
    if (isFailure(error)) {
      say(`amin: ${error.message}`)
      return WRONG_SETTINGS.has(error.code) ? WRONG_USE : 1
    }
    log.error('a command failed', { error })
    say('amin: this did not work because of a fault in Amin; the log line above says where')
    return 1
  }
}

/**
 * `| head` closes the pipe when it has enough. The command goes on to its end: its exit code stays
 * true, and nothing is left half done.
 */
const outliveReader = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

outliveReader(process.stdout)
outliveReader(process.stderr)
process.exitCode = await run(process.argv.slice(2))
