import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AuthParts } from '../adapters/console/server/identity/auth.ts'
import { openSqliteStore } from '../adapters/sqlite/index.ts'
import { openSqliteKeys } from '../adapters/sqlite/keys.ts'
import { openDiskVault } from '../adapters/vault/index.ts'
import type { Log } from '../core/ports/log.ts'
import type { KeyStore } from '../core/ports/sealer.ts'
import type { Store } from '../core/ports/store/store.ts'
import type { Vault } from '../core/ports/vault.ts'
import { bytes, type Bytes } from '../core/base/units.ts'
import type { Config } from './config.ts'

/** Everything that lasts, of the engine that AMIN_STORE names. Nothing is made before it is opened. */
export type Stores = {
  /** Whether a master key was used here before: then a missing one is not made anew. */
  readonly used: boolean
  /** Whether there are cases: then neither keys nor a master key are made anew. */
  readonly hasCases: boolean
  readonly openKeys: () => Promise<KeyStore>
  readonly openStore: () => Promise<Store>
  readonly openVault: () => Promise<Vault>
  /** Where the web chat's uploads wait for the worker. */
  readonly openSpool: () => Promise<Vault>
  /** Whether there is a database of people yet: opening makes one. */
  readonly hasPeople: () => boolean
  /** The database of the team's members and sessions. */
  readonly openPeople: () => Promise<{ readonly agentsDb: AuthParts['agentsDb']; readonly close: () => void }>
  /** Ends the connection; what was opened is closed before. */
  readonly close: () => Promise<void>
}

const openOnDisk = ({ dataDir }: Config, file: string, log: Log, reserve: Bytes): Stores => {
  const keysFile = join(dataDir, 'keys.db')
  return {
    used: existsSync(keysFile),
    hasCases: existsSync(file),
    openKeys: () => openSqliteKeys({ file: keysFile, log }),
    openStore: () => openSqliteStore({ file, log }),
    openVault: () => openDiskVault({ dir: join(dataDir, 'vault'), reserve }),
    openSpool: () => openDiskVault({ dir: join(dataDir, 'spool'), reserve }),
    hasPeople: () => existsSync(join(dataDir, 'agents.db')),
    openPeople: async () => {
      const db = new DatabaseSync(join(dataDir, 'agents.db'))
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
      return { agentsDb: db, close: () => db.close() }
    },
    close: async () => {},
  }
}

/** The driver and its models are a third of all code: loaded where AMIN_STORE names a server. */
const loadMongo = async () => {
  const [connection, store, keys, people, schema, vault] = await Promise.all([
    import('../adapters/mongo/connection.ts'),
    import('../adapters/mongo/index.ts'),
    import('../adapters/mongo/keys.ts'),
    import('../adapters/mongo/people.ts'),
    import('../adapters/mongo/schema.ts'),
    import('../adapters/mongo/vault.ts'),
  ])
  return {
    open: connection.openMongo,
    openStore: store.openMongoStore,
    openKeys: keys.openMongoKeys,
    openPeople: people.openMongoPeople,
    openVault: vault.openMongoVault,
    areKeysUsed: keys.areMongoKeysUsed,
    areCasesKept: schema.areMongoCasesKept,
  }
}

const openOnServer = async (
  { dataDir, vault }: Config,
  uri: string,
  log: Log,
  reserve: Bytes,
): Promise<Stores> => {
  const engine = await loadMongo()
  const mongo = await engine.open({ uri, log })
  const shared = vault === 'gridfs'
  const people: (() => Promise<void>)[] = []
  return {
    used: await engine.areKeysUsed(mongo),
    hasCases: await engine.areCasesKept(mongo),
    openKeys: () => engine.openKeys(mongo),
    openStore: () => engine.openStore(mongo, { log }),
    openVault: () =>
      shared ? engine.openVault(mongo, 'evidence') : openDiskVault({ dir: join(dataDir, 'vault'), reserve }),
    openSpool: () =>
      shared ? engine.openVault(mongo, 'spool') : openDiskVault({ dir: join(dataDir, 'spool'), reserve }),
    hasPeople: () => true,
    openPeople: async () => {
      const { agentsDb, settled } = await engine.openPeople(mongo)
      people.push(settled)
      return { agentsDb, close: () => undefined }
    },
    close: async () => {
      await Promise.all(people.map((settled) => settled()))
      await mongo.close()
    },
  }
}

/**
 * Connects where there is a server to connect to. `reserve` stays free on the disk: files are taken
 * above it only. Throws `settings_invalid`, `store_unavailable`.
 */
export const openStores = async (config: Config, log: Log, reserve: Bytes = bytes(0)): Promise<Stores> =>
  config.store.engine === 'mongo'
    ? openOnServer(config, config.store.uri, log, reserve)
    : openOnDisk(config, config.store.file, log, reserve)
