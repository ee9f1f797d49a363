import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openAuth, type Auth } from '../../../adapters/console/server/identity/auth.ts'
import { makeHasher } from '../../../adapters/crypto/hasher.ts'
import type { MasterKey } from '../../../adapters/crypto/master-key.ts'
import { openSecrets, type Secrets } from '../../../adapters/crypto/secrets.ts'
import { makeClock } from '../../../adapters/system/clock.ts'
import type { Config } from '../../../bots/config.ts'
import { openStores } from '../../../bots/stores.ts'
import { Failure, isFailure } from '../../../core/base/failure.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { KeyStore } from '../../../core/ports/sealer.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import type { Vault } from '../../../core/ports/vault.ts'
import { Refusal } from './refusal.ts'

export type People = Awaited<Auth['$context']>['adapter']

/** One of the two ends of a migration, with everything that lasts. */
export type Side = {
  readonly engine: 'sqlite' | 'mongodb'
  readonly store: Store
  readonly keys: KeyStore
  readonly vault: Vault
  readonly spool: Vault
  /** Opened when it is first asked for: its tables are made then. */
  readonly people: () => Promise<People>
  /** Which parts are in the data folder: those the two ends share where both say so. */
  readonly onDisk: { readonly keys: boolean; readonly objects: boolean; readonly people: boolean }
  readonly close: () => Promise<void>
}

export type SideParts = {
  readonly config: Config
  readonly masterKey: MasterKey
  readonly log: Log
  /** A value that only the master key opens, for an end that has none. Nothing: this end must have one. */
  readonly check?: Uint8Array
}

const openPeople = async (
  { config, log }: SideParts,
  secrets: Secrets,
  stores: Awaited<ReturnType<typeof openStores>>,
) => {
  const { agentsDb, close } = await stores.openPeople()
  const auth = await openAuth({
    agentsDb,
    authSecret: secrets.of('sign-in').export().toString('base64url'),
    publicUrl: config.publicUrl,
    clock: makeClock(),
    hasher: makeHasher(secrets),
    log,
  })
  return { adapter: (await auth.$context).adapter, close }
}

const unused = (): never => {
  throw new Failure('settings_invalid', 'there is no store of Amin at AMIN_STORE to migrate')
}

/**
 * Opens an end in an order in which a wrong key touches nothing. Throws a `Refusal` where the
 * target belongs to another master key, `master_key_wrong` where the source does, and what the
 * engines throw.
 */
export const openSide = async (
  parts: SideParts,
): Promise<Side & { readonly check: Uint8Array; readonly secrets: Secrets }> => {
  const { config, masterKey, log, check } = parts
  if (config.store.engine === 'sqlite')
    mkdirSync(dirname(config.store.file), { recursive: true, mode: 0o700 })
  const stores = await openStores(config, log)
  const ends: (() => Promise<void> | void)[] = [stores.close]
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end()
  }
  try {
    const keys = await stores.openKeys()
    ends.push(() => keys.close())
    const kept = await keys.check(() => check ?? unused())
    const secrets = await openSecrets({ masterKey, keys }).catch((error: unknown) => {
      if (check === undefined || !isFailure(error, 'master_key_wrong')) throw error
      throw new Refusal('the target belongs to another master key: nothing was written there')
    })
    const store = await stores.openStore()
    ends.push(() => store.close())
    const [vault, spool] = [await stores.openVault(), await stores.openSpool()]
    let people: ReturnType<typeof openPeople> | undefined
    ends.push(async () => (await people)?.close())
    const disk = config.store.engine === 'sqlite'
    return {
      engine: disk ? 'sqlite' : 'mongodb',
      store,
      keys,
      vault,
      spool,
      check: kept,
      secrets,
      close,
      people: async () => (await (people ??= openPeople(parts, secrets, stores))).adapter,
      onDisk: { keys: disk, people: disk, objects: config.vault === 'disk' },
    }
  } catch (error) {
    await close()
    throw error
  }
}
