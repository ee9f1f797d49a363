import { generateKeyPairSync, randomBytes, verify } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCheckpointKey } from '../../../adapters/crypto/checkpoint-key.ts'

let dir = ''
let file = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'amin-checkpoint-key-'))
  file = join(dir, 'data', 'checkpoint.key')
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const text = new TextEncoder().encode('a line\n')

describe('the checkpoint key file', () => {
  test('is made once, for the owner alone, and read again', async () => {
    const made = await openCheckpointKey(file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(dir, 'data'))).toEqual(['checkpoint.key'])
    expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    expect((await openCheckpointKey(file)).publicKey).toEqual(made.publicKey)
  })

  test('is the same for all that start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => openCheckpointKey(file)))
    for (const { publicKey } of keys) expect(publicKey).toEqual(keys[0]?.publicKey)
    expect(await readdir(join(dir, 'data'))).toEqual(['checkpoint.key'])
  })

  test('is refused where others may read it', async () => {
    await openCheckpointKey(file)
    await chmod(file, 0o640)
    await expect(openCheckpointKey(file)).rejects.toMatchObject({
      code: 'settings_invalid',
      message: expect.stringContaining('chmod 600'),
    })
  })

  test.each([
    ['nothing', ''],
    ['a master key', randomBytes(32).toString('base64')],
    [
      'a key of another kind',
      generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    ],
    [
      'a public key',
      generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    ],
  ])('is refused, not quoted and not replaced where it holds %s', async (_, held) => {
    file = join(dir, 'checkpoint.key')
    await writeFile(file, held, { mode: 0o600 })
    const refused = await openCheckpointKey(file).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(refused).toMatchObject({ code: 'settings_invalid', message: expect.stringContaining('Ed25519') })
    expect(await readFile(file, 'utf8')).toBe(held)
    if (held.length > 20) expect(inspect(refused)).not.toContain(held.slice(0, 20))
  })
})

describe('the signer', () => {
  test('signs so that others can check it, always the same, and shows nothing of the key', async () => {
    const signer = await openCheckpointKey(file)
    const signature = signer.sign(text)
    expect(signer.sign(text)).toEqual(signature)
    const pem = await readFile(file, 'utf8')
    expect(verify(null, text, pem, signature)).toBe(true)
    expect(signer.verify(signer.publicKey, text, signature)).toBe(true)
    expect(inspect(signer, { depth: 9, showHidden: true })).not.toContain(pem.slice(40, 60))
  })

  test('takes no other signature, text or key, whatever their length', async () => {
    const signer = await openCheckpointKey(file)
    const other = await openCheckpointKey(join(dir, 'other.key'))
    const { publicKey } = signer
    const signature = signer.sign(text)
    const flipped = signature.map((byte, i) => (i === 9 ? byte ^ 1 : byte))
    expect(signer.verify(publicKey, text, flipped)).toBe(false)
    expect(signer.verify(publicKey, text.slice(1), signature)).toBe(false)
    expect(signer.verify(other.publicKey, text, signature)).toBe(false)
    expect(signer.verify(publicKey, text, signature.slice(1))).toBe(false)
    expect(signer.verify(publicKey.slice(1), text, signature)).toBe(false)
    expect(signer.verify(new Uint8Array(32).fill(255), text, signature)).toBe(false)
  })
})
