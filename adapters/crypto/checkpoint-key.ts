import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { Failure } from '../../core/base/failure.ts'
import type { Signer } from '../../core/ports/signer.ts'
import { createKeyFile, readKeyFile } from './key-file.ts'

const WHAT = 'checkpoint key file'
const PUBLIC_KEY_BYTES = 32
const SIGNATURE_BYTES = 64

const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  })

const rawOf = (key: KeyObject): Uint8Array =>
  new Uint8Array(Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url'))

/** Ed25519 by a key; a key object shows nothing of itself when it is printed or logged by mistake. */
const makeSigner = (key: KeyObject): Signer => ({
  publicKey: rawOf(key),
  sign: (message) => new Uint8Array(sign(null, message, key)),
  verify: (publicKey, message, signature) => {
    if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false
    try {
      return verify(null, message, publicKeyOf(publicKey), signature)
    } catch {
      // No point of the curve.
      return false
    }
  },
})

const read = async (path: string): Promise<Signer | undefined> => {
  const text = await readKeyFile(path, WHAT)
  if (text === undefined) return undefined
  try {
    const key = createPrivateKey(text)
    if (key.asymmetricKeyType === 'ed25519') return makeSigner(key)
  } catch {
    // Said below: what the parser says may quote the file.
  }
  throw new Failure(
    'settings_invalid',
    'the checkpoint key file does not hold an Ed25519 key in PEM (PKCS #8)',
  )
}

/**
 * The key that checkpoints and bundles are signed with, read from `file`: Ed25519, PKCS #8 in PEM,
 * so that no master key passes for one. Made there (mode 0600) where it is absent. Throws
 * `settings_invalid` where the file is readable by others or holds something else;
 * `data_unwritable`, `disk_full` where it cannot be made.
 */
export const openCheckpointKey = async (file: string): Promise<Signer> => {
  const found = await read(file)
  if (found !== undefined) return found
  const { privateKey } = generateKeyPairSync('ed25519')
  await createKeyFile(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString().trim(), WHAT)
  const made = await read(file)
  if (made === undefined)
    throw new Failure('data_unwritable', 'the checkpoint key file vanished while it was made')
  return made
}
