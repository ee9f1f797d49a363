import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import type { Log } from '../../core/ports/log.ts'
import { toSafeFields } from './fields.ts'
import { redact } from './redact.ts'

/** pino's, and `silent`. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * JSON lines on stderr, or to `destination`: time, level, message, and the fields that
 * core/ports/log.ts names. No host name, which is often a person's. Lines are written in the
 * background and flushed when the process exits; SIGKILL loses the last of them.
 */
export const openLog = ({
  level,
  destination,
}: {
  readonly level: LogLevel
  readonly destination?: DestinationStream
}): Log => {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  )
  const write =
    (severity: 'debug' | 'info' | 'warn' | 'error'): Log['info'] =>
    (message, fields = {}) => {
      if (logger.isLevelEnabled(severity)) logger[severity](toSafeFields(fields), redact(message))
    }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
