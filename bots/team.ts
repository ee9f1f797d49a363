import type { AuthParts } from '../adapters/console/auth.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'

/** The database of the team's members and sessions, and what sign-in needs beside it. The secret hangs on the master key: nothing more to keep safe. */
export const openTeam = async (
  config: Config,
  { ports, secrets, stores }: Foundation,
): Promise<{ readonly parts: AuthParts; readonly close: () => void }> => {
  const { agentsDb, close } = await stores.openPeople()
  const authSecret = secrets.of('sign-in').export().toString('base64url')
  const { clock, hasher, log } = ports
  return { parts: { agentsDb, authSecret, publicUrl: config.publicUrl, clock, hasher, log }, close }
}
