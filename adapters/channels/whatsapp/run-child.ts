import { isFailure } from '../../../core/base/failure.ts'
import type { Log, LogFields } from '../../../core/ports/log.ts'
import { ms } from '../../../core/base/units.ts'
import type { ToChild, ToParent } from './protocol.ts'
import { startSession, type SessionParts } from './session.ts'
import type { Timers } from './supervisor.ts'

const FAULT = 70

const codeOf = (error: unknown): string => {
  if (isFailure(error)) return error.code
  const code = (error as { readonly code?: unknown } | undefined)?.code
  return typeof code === 'string' || typeof code === 'number'
    ? String(code)
    : error instanceof Error
      ? error.name
      : typeof error
}

/**
 * Of an error only its code crosses: its text may hold what somebody wrote, and does not survive
 * the crossing as a `Failure`.
 */
const toPlain = ({ error, ...fields }: LogFields): LogFields =>
  error === undefined ? fields : { ...fields, code: codeOf(error) }

/** Connects this process to its parent. Only for the child's own entry files. */
export const runChild = (makeMapping: SessionParts['makeMapping']): void => {
  /** Divides every wait: tests and demonstrations against a server on this machine are in a hurry. */
  let haste = 1
  const timers: Timers = {
    now: () => Date.now(),
    after: (wait, then) => {
      const timer = setTimeout(then, ms(wait / haste))
      return () => clearTimeout(timer)
    },
    random: Math.random,
  }
  const say = (message: ToParent, then?: () => void): void => {
    // A parent that is gone is told nothing; `disconnect` ends us.
    if (process.connected) process.send?.(message, undefined, {}, () => then?.())
    else then?.()
  }
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}): void =>
      say({ type: 'log', level, message, fields: toPlain(fields) })
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }

  const receive = startSession({ say, timers, log, makeMapping, exit: () => process.exit(0) })
  process.on('message', (message: ToChild) => {
    if (message.type === 'open') haste = message.opening.endpoint?.haste ?? 1
    receive(message)
  })
  process.on('disconnect', () => process.exit(0))
  // The parent decides when we end; a terminal's Ctrl-C reaches the whole group.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => undefined)
  // Promises that the library leaves behind when a connection breaks.
  process.on('unhandledRejection', (error) =>
    log.debug('a promise was left behind', { channel: 'whatsapp', error }),
  )
  process.on('uncaughtException', (error) => {
    say(
      {
        type: 'log',
        level: 'error',
        message: 'the whatsapp process broke',
        fields: { channel: 'whatsapp', code: codeOf(error) },
      },
      () => process.exit(FAULT),
    )
  })
  say({ type: 'up' })
}
