import type { AuthParts } from '../adapters/console/server/identity/auth.ts'
import type { Secrets } from '../adapters/crypto/secrets.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'

/** Hangs on the master key: nothing more to keep safe. */
export const signInSecret = (secrets: Secrets): string => secrets.of('sign-in').export().toString('base64url')

/** The database of the team's members and sessions, and what sign-in needs beside it. */
export const openTeam = async (
  config: Config,
  { ports, secrets, stores }: Foundation,
): Promise<{ readonly parts: AuthParts; readonly close: () => void }> => {
  const { agentsDb, close } = await stores.openPeople()
  const { clock, hasher, log } = ports
  return {
    parts: { agentsDb, authSecret: signInSecret(secrets), publicUrl: config.publicUrl, clock, hasher, log },
    close,
  }
}
