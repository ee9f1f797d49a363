import {
  addTransactionCapability,
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  encodeWAMessage,
  initAuthCreds,
  proto,
  unpadRandomMax16,
  type AuthenticationCreds,
  type SignalDataSet,
  type SignalKeyStore,
  type SocketConfig,
} from '@whiskeysockets/baileys'
import { randomBytes } from 'node:crypto'

/** What the key server hands out of a device, one per asker. */
export type Bundle = {
  readonly registrationId: number
  readonly identity: Uint8Array
  readonly signed: { readonly id: number; readonly key: Uint8Array; readonly signature: Uint8Array }
  readonly once?: { readonly id: number; readonly key: Uint8Array }
}

export type Encrypted = { readonly type: 'pkmsg' | 'msg'; readonly ciphertext: Uint8Array }

/** Somebody with WhatsApp on one phone. */
export type Person = {
  readonly phone: string
  readonly name: string
  /** `<phone>@s.whatsapp.net` */
  readonly pn: string
  /** `<lid>@lid` */
  readonly lid: string
  readonly creds: AuthenticationCreds
  /** What they sent, by id, for when the other side could not read it. */
  readonly outbox: Map<string, proto.IMessage>
  readonly bundle: () => Promise<Bundle>
  readonly encrypt: (to: string, message: proto.IMessage, ask: () => Bundle) => Promise<Encrypted>
  readonly decrypt: (from: string, type: 'pkmsg' | 'msg', ciphertext: Uint8Array) => Promise<proto.IMessage>
  /** The phone no longer has its session with this device: the next message begins a new one. */
  readonly forgetSession: (jid: string) => Promise<void>
  /** A new phone, or WhatsApp installed anew: same number, other keys. */
  readonly reinstall: () => void
}

export const quiet: SocketConfig['logger'] = {
  level: 'silent',
  child: () => quiet,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** A key store that forgets everything with the process. */
export const makeMemoryKeys = (): SignalKeyStore => {
  const kept = new Map<string, unknown>()
  return {
    get: async (type, ids) => {
      const found: Record<string, unknown> = {}
      for (const id of ids) if (kept.has(`${type} ${id}`)) found[id] = kept.get(`${type} ${id}`)
      return found as never
    },
    set: async (data: SignalDataSet) => {
      for (const [type, entries] of Object.entries(data))
        for (const [id, value] of Object.entries(entries)) {
          if (value === null) kept.delete(`${type} ${id}`)
          else kept.set(`${type} ${id}`, value)
        }
    },
  }
}

const prefixed = (key: Uint8Array): Buffer => Buffer.concat([Buffer.of(5), key])

const makeDevice = () => {
  const creds = initAuthCreds()
  const keys = addTransactionCapability(makeMemoryKeys(), quiet, {
    maxCommitRetries: 1,
    delayBetweenTriesMs: 1,
  })
  const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, quiet, async () => [])
  return { creds, keys, repository }
}

export const makePerson = (facts: {
  readonly phone: string
  readonly lid: string
  readonly name: string
}): Person => {
  let device = makeDevice()
  let nextKey = 1
  return {
    phone: facts.phone,
    name: facts.name,
    pn: `${facts.phone}@s.whatsapp.net`,
    lid: `${facts.lid}@lid`,
    outbox: new Map(),
    get creds() {
      return device.creds
    },
    bundle: async () => {
      const id = nextKey++
      const pair = Curve.generateKeyPair()
      await device.keys.set({ 'pre-key': { [String(id)]: pair } })
      const { signedPreKey, signedIdentityKey, registrationId } = device.creds
      return {
        registrationId,
        identity: signedIdentityKey.public,
        signed: {
          id: signedPreKey.keyId,
          key: signedPreKey.keyPair.public,
          signature: signedPreKey.signature,
        },
        once: { id, key: pair.public },
      }
    },
    encrypt: async (to, message, ask) => {
      const { exists } = await device.repository.validateSession(to)
      if (!exists) {
        const { registrationId, identity, signed, once } = ask()
        await device.repository.injectE2ESession({
          jid: to,
          session: {
            registrationId,
            identityKey: prefixed(identity),
            signedPreKey: { keyId: signed.id, publicKey: prefixed(signed.key), signature: signed.signature },
            ...(once === undefined ? {} : { preKey: { keyId: once.id, publicKey: prefixed(once.key) } }),
          },
        })
      }
      return device.repository.encryptMessage({ jid: to, data: encodeWAMessage(message) })
    },
    decrypt: async (from, type, ciphertext) =>
      proto.Message.decode(
        unpadRandomMax16(await device.repository.decryptMessage({ jid: from, type, ciphertext })),
      ),
    forgetSession: (jid) => device.repository.deleteSession([jid]),
    reinstall: () => {
      device = makeDevice()
    },
  }
}

/** As WhatsApp's phones make them. */
export const makeMessageId = (): string => `3A${randomBytes(9).toString('hex').toUpperCase()}`
