import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Built by `.ci/ferretdb`: a MongoDB-compatible server that needs nothing else. */
export const FERRETDB = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'amin',
  'ferretdb-v1.24.2',
)

/**
 * Whether there is a server to test against: one of our own, or the one that AMIN_TEST_MONGODB_URI
 * names. In CI there has to be: where it is not, its tests fail instead of being left out.
 */
export const mongoAvailable = (): boolean =>
  process.env['CI'] !== undefined ||
  process.env['AMIN_TEST_MONGODB_URI'] !== undefined ||
  existsSync(FERRETDB)
