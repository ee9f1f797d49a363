import type { SocketConfig } from '@whiskeysockets/baileys'
import type { Log } from '../../../core/ports/log.ts'

type LibraryLog = SocketConfig['logger']

/**
 * Baileys' log lines hold addresses, keys and whole stanzas, in their objects and in their texts.
 * Of each only the level is told, and of an error its number: what the library says is for its own
 * tests, not for ours to write down (law 8).
 */
const numberOf = (given: unknown): number | undefined => {
  if (typeof given !== 'object' || given === null) return undefined
  const { err, error } = given as { readonly err?: unknown; readonly error?: unknown }
  const status = ((err ?? error) as { readonly output?: { readonly statusCode?: unknown } } | undefined)
    ?.output?.statusCode
  return typeof status === 'number' ? status : undefined
}

const LIBRARY = { channel: 'whatsapp', kind: 'library' } as const

export const makeLibraryLog = (log: Log): LibraryLog => {
  const tell =
    (write: Log['warn'], message: string) =>
    (given: unknown): void => {
      const status = numberOf(given)
      write(message, { ...LIBRARY, ...(status === undefined ? {} : { status }) })
    }
  const logger: LibraryLog = {
    // `debug` and `trace` make the library build texts of whole stanzas.
    level: 'warn',
    child: () => logger,
    trace: () => undefined,
    debug: () => undefined,
    info: () => undefined,
    warn: tell(log.debug, 'the whatsapp library warned of something'),
    error: tell(log.warn, 'the whatsapp library met a fault'),
  }
  return logger
}
