import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import { Failure } from '../../core/base/failure.ts'
import type { PinHash, Pins } from '../../core/ports/pins.ts'
import type { Secrets } from './secrets.ts'

const derive = promisify(argon2)

/**
 * By version, never changed once released. v1: 19 MiB, two passes, one lane: the least that OWASP's
 * Password Storage Cheat Sheet names for Argon2id; about 28 ms on one core of the machine it was
 * measured on, off the event loop. Four run at once (libuv's pool), so 76 MiB.
 */
const VERSIONS = { v1: { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } } as const
const NEWEST = 'v1'

const versionOf = (like: PinHash | undefined): keyof typeof VERSIONS => {
  const version = like?.slice(0, like.indexOf('$')) ?? NEWEST
  if (!(version in VERSIONS)) throw new Failure('store_broken', 'a hash was made by a newer version of Amin')
  return version as keyof typeof VERSIONS
}

/** Argon2id of node:crypto, keyed by a secret of its own (RFC 9106, 3.1: the secret value K). */
export const makePins = (secrets: Secrets): Pins => {
  const key = secrets.of('pins').export()
  return {
    hash: async (secret, salt, like) => {
      const version = versionOf(like)
      const nonce = Buffer.from(salt, 'utf8')
      const tag = await derive('argon2id', { ...VERSIONS[version], message: secret, nonce, secret: key })
      return `${version}$${tag.toString('base64url')}` as PinHash
    },
  }
}
