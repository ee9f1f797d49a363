import type { Log, LogFields } from '../../core/ports/log.ts'

export type LogLine = { readonly level: keyof Log; readonly message: string; readonly fields: LogFields }

/** Keeps what is said, for tests to look at. */
export const makeMemoryLog = (): Log & { readonly lines: readonly LogLine[] } => {
  const lines: LogLine[] = []
  const at =
    (level: keyof Log) =>
    (message: string, fields: LogFields = {}): void =>
      void lines.push({ level, message, fields })
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
