import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Secrets } from '../../../adapters/crypto/secrets.ts'
import { Failure } from '../../../core/base/failure.ts'
import type { Hasher } from '../../../core/ports/hasher.ts'

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410, 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * Adds the public key and an Ed25519 signature over the RFC 8785 canonical JSON of everything but
 * the signature. The key hangs on the master key, so every summary of one Amin names the same.
 */
export const signSummary = <T extends object>(
  secrets: Secrets,
  hasher: Hasher,
  summary: T,
): T & { readonly publicKey: string; readonly signature: string } => {
  const seed = secrets.of('migration').export()
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
  const signed = { ...summary, publicKey }
  return { ...signed, signature: sign(null, Buffer.from(hasher.canonical(signed)), key).toString('base64') }
}

/** Writes it as `migration-<time>.json` (mode 0600), durably. Returns the file's name. */
export const keepSummary = (dataDir: string, time: string, summary: object): string => {
  const name = `migration-${time.replaceAll(/[:.]/g, '-')}.json`
  try {
    const file = openSync(join(dataDir, name), 'wx', 0o600)
    writeSync(file, `${JSON.stringify(summary, undefined, 2)}\n`)
    fsyncSync(file)
    closeSync(file)
  } catch (error) {
    throw new Failure('data_unwritable', 'the summary could not be written to AMIN_DATA', error)
  }
  return name
}
