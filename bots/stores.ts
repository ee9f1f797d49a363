import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AuthParts } from '../adapters/console/auth.ts'
import { openMongo } from '../adapters/mongo/connection.ts'
import { openMongoStore } from '../adapters/mongo/index.ts'
import { areMongoKeysUsed, openMongoKeys } from '../adapters/mongo/keys.ts'
import { openMongoPeople } from '../adapters/mongo/people.ts'
import { areMongoCasesKept } from '../adapters/mongo/schema.ts'
import { openMongoVault } from '../adapters/mongo/vault.ts'
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

const openOnServer = async ({ dataDir, vault }: Config, uri: string, log: Log, reserve: Bytes): Promise<Stores> => {
  const mongo = await openMongo({ uri, log })
  const shared = vault === 'gridfs'
  const people: (() => Promise<void>)[] = []
  return {
    used: await areMongoKeysUsed(mongo),
    hasCases: await areMongoCasesKept(mongo),
    openKeys: () => openMongoKeys(mongo),
    openStore: () => openMongoStore(mongo, { log }),
    openVault: () => (shared ? openMongoVault(mongo, 'evidence') : openDiskVault({ dir: join(dataDir, 'vault'), reserve })),
    openSpool: () => (shared ? openMongoVault(mongo, 'spool') : openDiskVault({ dir: join(dataDir, 'spool'), reserve })),
    hasPeople: () => true,
    openPeople: async () => {
      const { agentsDb, settled } = await openMongoPeople(mongo)
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
 * Connects where there is a server to connect to. `reserve` stays free on the disk: files are taken above it only. Throws `settings_invalid`,
 * `store_unavailable`.
 */
export const openStores = async (config: Config, log: Log, reserve: Bytes = bytes(0)): Promise<Stores> =>
  config.store.engine === 'mongo'
    ? openOnServer(config, config.store.uri, log, reserve)
    : openOnDisk(config, config.store.file, log, reserve)
