import { openLog } from '../adapters/log/index.ts'
import { listenForStop } from '../adapters/system/signals.ts'
import { restrictUmask } from '../adapters/system/umask.ts'
import { isFailure } from '../core/base/failure.ts'
import { startApp, type App } from './compose.ts'
import { operatorFileOf, readConfig, type Config } from './config.ts'
import { readEnvironment } from './environment.ts'
import { readOperator, type Operator } from './operator.ts'
import { startWhenStoreAnswers } from './waiting.ts'

/**
 * `npm start`: everything that this process has a role for, until it is told to stop. Leaves with 2
 * where a setting is wrong, 1 where a part fails.
 */
const EXIT_FAULT = 1
const EXIT_WRONG_SETTINGS = 2

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const refuse = (lines: readonly string[], code: number): never => {
  for (const line of lines) process.stderr.write(`amin: ${line}\n`)
  process.exit(code)
}

const readSettings = (): { readonly config: Config; readonly operator: Operator } => {
  const env = readEnvironment(process.env)
  const config = readConfig(env)
  const operator = readOperator(operatorFileOf(env))
  if ('faults' in config || 'faults' in operator)
    return refuse(
      [config, operator].flatMap((read) => ('faults' in read ? read.faults : [])),
      EXIT_WRONG_SETTINGS,
    )
  return { config, operator }
}

const greet = async (app: App, config: Config): Promise<void> => {
  if (app.http === undefined) return say(`Amin runs: ${config.roles.join(', ')}.`)
  // Called by platforms alone.
  if (!config.roles.some((role) => role === 'webchat' || role === 'console'))
    return say(`Amin runs: ${config.roles.join(', ')}, at ${app.http.url}`)
  const setup = await app.http.setupLink()
  if (config.roles.includes('webchat')) say(`Web chat: ${app.http.url}/chat`)
  if (config.roles.includes('console')) say(`Console:  ${app.http.url}/`)
  if (setup !== undefined)
    say(`No administrator yet. Open this link once, within 24 hours, to become it: ${setup}`)
}

restrictUmask()
const { config, operator } = readSettings()
const log = openLog({ level: config.logLevel })
try {
  const app = await startWhenStoreAnswers(config, log, () => startApp(config, operator, log))
  listenForStop((signal) => {
    log.info('stopping', { signal })
    void app.stop().then(() => process.exit(0))
  })
  await greet(app, config)
} catch (error) {
  if (!isFailure(error)) log.error('Amin could not start', { error })
  refuse(
    [
      isFailure(error)
        ? error.message
        : 'could not start because of a fault in Amin; the log line above says where',
    ],
    isFailure(error, 'settings_invalid') ? EXIT_WRONG_SETTINGS : EXIT_FAULT,
  )
}
