import { openLog } from '../adapters/log/index.ts'
import { readConfig, readEnvironment } from '../bots/config.ts'
import { isFailure, type FailureCode } from '../core/failure.ts'
import type { Command } from './commands/command.ts'
import { COMMANDS } from './commands/table.ts'

const EXIT_WRONG_USE = 2
/** 1 is kept for what was asked about: `verify` with another store's key says nothing about the store. */
const WRONG_SETTINGS: ReadonlySet<FailureCode> = new Set([
  'settings_invalid',
  'master_key_missing',
  'master_key_wrong',
  'rotation_interrupted',
])

const usage = async (): Promise<string> => {
  const lines = await Promise.all(Object.entries(COMMANDS).map(async ([name, load]) => `  ${name} ${(await load()).usage}`))
  return ['usage: npm run -s amin -- COMMAND', ...lines].join('\n')
}

/** `agent add ...` is one command of two words; the longer name wins. */
const findCommand = async (
  words: readonly string[],
): Promise<{ readonly command: Command; readonly rest: readonly string[] } | undefined> => {
  for (const length of [2, 1]) {
    const load = COMMANDS[words.slice(0, length).join(' ')]
    if (load !== undefined) return { command: await load(), rest: words.slice(length) }
  }
  return undefined
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const run = async (words: readonly string[]): Promise<number> => {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    process.stdout.write(`${await usage()}\n`)
    return words.length === 0 ? EXIT_WRONG_USE : 0
  }
  const found = await findCommand(words)
  if (found === undefined) {
    say('amin: no such command; `npm run -s amin -- help` lists them')
    return EXIT_WRONG_USE
  }
  const config = readConfig(readEnvironment(process.env))
  if ('faults' in config) {
    for (const fault of config.faults) say(`amin: ${fault}`)
    return EXIT_WRONG_USE
  }
  const log = openLog({ level: process.env['AMIN_LOG_LEVEL'] === undefined ? 'warn' : config.logLevel })
  try {
    return await found.command.run({ config, log, args: found.rest, say, print: (line) => void process.stdout.write(`${line}\n`) })
  } catch (error) {
    if (isFailure(error)) {
      say(`amin: ${error.message}`)
      return WRONG_SETTINGS.has(error.code) ? EXIT_WRONG_USE : 1
    }
    log.error('a command failed', { error })
    say('amin: this did not work because of a fault in Amin; the log line above says where')
    return 1
  }
}

/** `| head` closes the pipe when it has enough. The command goes on to its end: its exit code stays true, and nothing is left half done. */
const outliveReader = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

outliveReader(process.stdout)
outliveReader(process.stderr)
process.exitCode = await run(process.argv.slice(2))
