import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  hkdf,
  NOISE_MODE,
  NOISE_WA_HEADER,
  proto,
  sha256,
  WA_CERT_DETAILS,
  type KeyPair,
} from '@whiskeysockets/baileys'

/** 2100-01-01, in seconds. */
const FAR = 4_102_444_800

export type Authority = {
  /** Whoever trusts this key trusts the chain. */
  readonly root: KeyPair
  readonly chain: Uint8Array
  readonly serverStatic: KeyPair
}

/** A chain of its own, like WhatsApp's: root, intermediate, leaf with the server's static key. */
export const makeAuthority = (): Authority => {
  const [root, middle, serverStatic] = [
    Curve.generateKeyPair(),
    Curve.generateKeyPair(),
    Curve.generateKeyPair(),
  ]
  const details = (serial: number, issuerSerial: number, key: Uint8Array): Uint8Array =>
    proto.CertChain.NoiseCertificate.Details.encode({
      serial,
      issuerSerial,
      key,
      notBefore: 0,
      notAfter: FAR,
    }).finish()
  const intermediate = details(1, WA_CERT_DETAILS.SERIAL, middle.public)
  const leaf = details(2, 1, serverStatic.public)
  const chain = proto.CertChain.encode({
    intermediate: { details: intermediate, signature: Curve.sign(root.private, intermediate) },
    leaf: { details: leaf, signature: Curve.sign(middle.private, leaf) },
  }).finish()
  return { root, chain, serverStatic }
}

const nonce = (counter: number): Buffer => {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(counter, 8)
  return bytes
}
const NOTHING = Buffer.alloc(0)
const expand = (secret: Uint8Array, salt: Buffer): readonly [Buffer, Buffer] => {
  const out = Buffer.from(hkdf(Buffer.from(secret), 64, { salt, info: '' }))
  return [out.subarray(0, 32), out.subarray(32)]
}

export type NoiseResponder = {
  readonly hello: (clientHello: Uint8Array) => Uint8Array
  readonly finish: (clientFinish: Uint8Array) => proto.IClientPayload
  readonly encrypt: (plain: Uint8Array) => Uint8Array
  readonly decrypt: (sealed: Uint8Array) => Buffer
}

/** The server's half of Noise_XX_25519_AESGCM_SHA256 as WhatsApp Web speaks it, one per connection. */
export const makeNoiseResponder = ({ chain, serverStatic }: Authority): NoiseResponder => {
  const ephemeral = Curve.generateKeyPair()
  const name = Buffer.from(NOISE_MODE)
  let hash: Buffer = name.length === 32 ? name : sha256(name)
  let salt = hash
  let key = hash
  let counter = 0
  let out: { key: Buffer; n: number } = { key: NOTHING, n: 0 }
  let into: { key: Buffer; n: number } = { key: NOTHING, n: 0 }

  const mixHash = (data: Uint8Array): void => {
    hash = sha256(Buffer.concat([hash, data]))
  }
  const mixKey = (secret: Uint8Array): void => {
    const [nextSalt, nextKey] = expand(secret, salt)
    salt = nextSalt
    key = nextKey
    counter = 0
  }
  const seal = (plain: Uint8Array): Uint8Array => {
    const sealed = aesEncryptGCM(plain, key, nonce(counter++), hash)
    mixHash(sealed)
    return sealed
  }
  const open = (sealed: Uint8Array): Buffer => {
    const plain = aesDecryptGCM(sealed, key, nonce(counter++), hash)
    mixHash(sealed)
    return plain
  }
  mixHash(NOISE_WA_HEADER)

  return {
    hello: (bytes) => {
      const theirs = proto.HandshakeMessage.decode(bytes).clientHello?.ephemeral
      if (!theirs) throw new Error('no client hello')
      mixHash(theirs)
      mixHash(ephemeral.public)
      mixKey(Curve.sharedKey(ephemeral.private, theirs))
      const sealedStatic = seal(serverStatic.public)
      mixKey(Curve.sharedKey(serverStatic.private, theirs))
      const payload = seal(chain)
      return proto.HandshakeMessage.encode({
        serverHello: { ephemeral: ephemeral.public, static: sealedStatic, payload },
      }).finish()
    },
    finish: (bytes) => {
      const { clientFinish } = proto.HandshakeMessage.decode(bytes)
      const clientStatic = open(clientFinish!.static!)
      mixKey(Curve.sharedKey(ephemeral.private, clientStatic))
      const payload = proto.ClientPayload.decode(open(clientFinish!.payload!))
      const [read, write] = expand(NOTHING, salt)
      into = { key: read, n: 0 }
      out = { key: write, n: 0 }
      return payload
    },
    encrypt: (plain) => aesEncryptGCM(plain, out.key, nonce(out.n++), NOTHING),
    decrypt: (sealed) => aesDecryptGCM(sealed, into.key, nonce(into.n++), NOTHING),
  }
}
