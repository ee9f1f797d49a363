import { argon2Sync, createSecretKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makePins } from '../../../adapters/crypto/pins.ts'
import { deriveSecrets } from '../../../adapters/crypto/secrets.ts'
import { deriveSubkey } from '../../../adapters/crypto/subkey.ts'
import { isFailure } from '../../../core/base/failure.ts'
import type { PinHash } from '../../../core/ports/pins.ts'

const master = createSecretKey(Buffer.alloc(32, 7))
const pins = makePins(deriveSecrets(master))
const SALT = '01J8ZK3V5W7X9Y0A1B2C3D4E5F'

describe('a PIN', () => {
  test('is the same hash for the same secret, and another for every other, salt or installation', async () => {
    const made = await pins.hash('4839', SALT)
    expect(await pins.hash('4839', SALT)).toBe(made)
    const others = [
      await pins.hash('4830', SALT),
      await pins.hash('4839', `${SALT}X`),
      await makePins(deriveSecrets(createSecretKey(Buffer.alloc(32, 8)))).hash('4839', SALT),
    ]
    expect(new Set([made, ...others]).size).toBe(4)
  })

  test('is hashed by Argon2id with at least 19 MiB and two passes, keyed', async () => {
    const secret = deriveSubkey(master, 'pins').export()
    const tag = argon2Sync('argon2id', {
      message: '4839',
      nonce: Buffer.from(SALT),
      secret,
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    })
    expect(await pins.hash('4839', SALT)).toBe(`v1$${tag.toString('base64url')}`)
  })

  test('says its version, is compared in it, and one of the future is not guessed at', async () => {
    const made = await pins.hash('گوڵ', SALT)
    expect(made).toMatch(/^v1\$[\w-]{43}$/)
    expect(await pins.hash('گوڵ', SALT, made)).toBe(made)
    await expect(pins.hash('4839', SALT, 'v9$x' as PinHash)).rejects.toSatisfy((error) =>
      isFailure(error, 'store_broken'),
    )
  })
})
