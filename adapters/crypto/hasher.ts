import { createHash, createHmac, hash } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Sha256Hex } from '../../core/base/ids.ts'
import type { HashPurpose, Hasher } from '../../core/ports/hasher.ts'
import { canonicalJson } from './canonical.ts'
import type { Secrets } from './secrets.ts'

const keysOf = (secrets: Secrets): Readonly<Record<HashPurpose, KeyObject>> => ({
  chat: secrets.of('hash:chat'),
  inbound: secrets.of('hash:inbound'),
  identifier: secrets.of('hash:identifier'),
  session: secrets.of('hash:session'),
  address: secrets.of('hash:address'),
  word: secrets.of('hash:word'),
  script: secrets.of('hash:script'),
})

/** Each part after its length in bytes (u32, big-endian): ('ab', 'c') and ('a', 'bc') differ. */
const join = (parts: readonly string[]): Buffer => {
  const lengths = parts.map((part) => Buffer.byteLength(part, 'utf8'))
  const joined = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, 0))
  let at = 0
  parts.forEach((part, i) => {
    at = joined.writeUInt32BE(lengths[i] ?? 0, at)
    at += joined.write(part, at, 'utf8')
  })
  return joined
}

/**
 * Keyed hashes are stored as look-up keys, so they are a format: another derivation finds nothing
 * that exists.
 */
export const makeHasher = (secrets: Secrets): Hasher => {
  const keys = keysOf(secrets)
  return {
    sha256: (data) => hash('sha256', data, 'hex') as Sha256Hex,
    digest: (...parts) => {
      const running = createHash('sha256')
      for (const part of parts) running.update(part)
      return new Uint8Array(running.digest())
    },
    keyed: (purpose, ...parts) => createHmac('sha256', keys[purpose]).update(join(parts)).digest('base64url'),
    stream: () => {
      const running = createHash('sha256')
      return {
        update: (chunk) => void running.update(chunk),
        digest: () => running.digest('hex') as Sha256Hex,
      }
    },
    // A view on no shared pool: whoever keeps it keeps nothing else alive.
    utf8: (text) => new TextEncoder().encode(text),
    canonical: canonicalJson,
  }
}
