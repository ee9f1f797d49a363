import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'

export type SigningKey = {
  readonly privateKey: KeyObject
  readonly raw: Buffer
  readonly origin: string
  readonly text: string
}

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

const keyId = (origin: string, raw: Uint8Array): Buffer =>
  sha256(Buffer.concat([Buffer.from(`${origin}\n`), Buffer.of(1), raw])).subarray(0, 4)

/** The key of a checkpoint out of 32 bytes, and the text under which it is published. */
export const makeKey = (seed: Uint8Array): SigningKey => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const raw = Buffer.from(spki.subarray(-32))
  const origin = `amin/${sha256(raw).toString('hex').slice(0, 16)}`
  const vkey = `${origin}+${keyId(origin, raw).toString('hex')}+${Buffer.concat([Buffer.of(1), raw]).toString('base64')}`
  const text = `${vkey}\n-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`
  return { privateKey, raw, origin, text }
}

/** A C2SP signed note over text that ends in a newline. */
export const signNote = (text: string, { privateKey, origin, raw }: SigningKey): string => {
  const signature = Buffer.concat([keyId(origin, raw), sign(null, Buffer.from(text), privateKey)])
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}
