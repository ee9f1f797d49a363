import { createConnection, type Connection, type mongo } from 'mongoose'
import type { Log } from '../../core/ports/log.ts'
import { asOpenFailure } from './failure.ts'
import { watchClient } from './watchdog.ts'

/** One connection (a pool of sockets) to one database; store, keys, vault and sign-in share it. */
export type Mongo = {
  readonly connection: Connection
  /** The driver's own handle of the database that the address names. */
  readonly db: () => mongo.Db
  readonly server: {
    /**
     * Whether look-ups by `_id` ranges and lists are served by an index; else (FerretDB 1) every
     * one of them reads the whole collection.
     */
    readonly indexed: boolean
    /** Whether it can tell of changes by itself (change streams): members of replica sets and shards can. */
    readonly streams: boolean
  }
  /** Ends the connection. What uses it should be closed before. */
  readonly close: () => Promise<void>
}

/** Where the address names none. */
const DATABASE = 'amin'
/** How long a call looks for a server before it fails. */
const PATIENCE_MS = 5_000
/** How long a call waits for an answer: twice as long, for a server that is busy. */
const ANSWER_FACTOR = 2
/**
 * How long the driver may take to open a connection before it is taken to hang: it bounds the
 * socket, the greeting and each step of signing in by itself.
 */
const OPENING_FACTOR = 4
/** How often the driver looks at a server; a server may hold its answer as long. */
const HEARTBEAT_MS = 10_000
/** Sockets at once. A turn of the worker asks for about a dozen documents in parallel. */
const POOL = 48

const namesDatabase = (uri: string): boolean => /^mongodb(\+srv)?:\/\/[^/?]+\/[^?]+/.test(uri)

const capabilities = async (connection: Connection): Promise<Mongo['server']> => {
  const admin = connection.getClient().db('admin')
  const [hello, build] = await Promise.all([admin.command({ hello: 1 }), admin.command({ buildInfo: 1 })])
  const ferret: unknown = build['ferretdbVersion']
  return {
    indexed: !(typeof ferret === 'string' && ferret.startsWith('v1.')),
    streams: typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid',
  }
}

/**
 * Connects to `mongodb://…` or `mongodb+srv://…`; the database is the one in the path, else `amin`.
 * Whatever the address says, writes are acknowledged by a majority and its journals, and only such
 * are read. `patienceMs`: how long each call looks for a server before it fails. Throws
 * `settings_invalid` (address, user or password), `store_unavailable` (nobody answers); neither
 * text holds any part of the address.
 */
export const openMongo = async ({
  uri,
  log,
  patienceMs = PATIENCE_MS,
}: {
  readonly uri: string
  readonly log?: Log | undefined
  readonly patienceMs?: number
}): Promise<Mongo> => {
  let connection: Connection | undefined
  try {
    connection = createConnection()
    await connection.openUri(uri, {
      ...(namesDatabase(uri) ? {} : { dbName: DATABASE }),
      appName: 'amin',
      serverSelectionTimeoutMS: patienceMs,
      connectTimeoutMS: patienceMs,
      socketTimeoutMS: patienceMs * ANSWER_FACTOR,
      waitQueueTimeoutMS: patienceMs * ANSWER_FACTOR,
      heartbeatFrequencyMS: HEARTBEAT_MS,
      maxPoolSize: POOL,
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      ignoreUndefined: true,
      autoCreate: false,
      autoIndex: false,
      bufferCommands: false,
    })
    const open = connection
    const watchdog = watchClient(open.getClient(), {
      limitMs: patienceMs * OPENING_FACTOR,
      beatMs: HEARTBEAT_MS,
      log,
    })
    const server = await capabilities(open)
    // Our own end is no event: every command would close with a warning.
    let ending = false
    open.on('disconnected', () => {
      if (!ending) log?.warn('the MongoDB server went away')
    })
    open.on('reconnected', () => log?.info('the MongoDB server is back'))
    open.on('error', (error: unknown) => log?.warn('the MongoDB connection had an error', { error }))
    return {
      connection: open,
      db: () => open.getClient().db(open.name),
      server,
      close: async () => {
        ending = true
        watchdog.stop()
        await open.close()
      },
    }
  } catch (error) {
    await connection?.close().catch(() => undefined)
    throw asOpenFailure(error)
  }
}
