import {
  aesDecryptCTR,
  aesDecryptGCM,
  aesEncryptCTR,
  Curve,
  derivePairingCodeKey,
  getBinaryNodeChildBuffer,
  hkdf,
  hmacSign,
  proto,
  S_WHATSAPP_NET,
  WA_ADV_ACCOUNT_SIG_PREFIX,
  type BinaryNode,
} from '@whiskeysockets/baileys'
import { randomBytes } from 'node:crypto'

/** The main phone of the account: what it does when its owner scans a QR code or types in a pairing code. */
export type Phone = {
  /** Links the device that shows this QR code. */
  readonly scan: (qr: string) => void
  /** Types in the 8 characters; resolves when the device is linked. Rejects where the code is wrong. */
  readonly enter: (code: string) => Promise<void>
}

export type PhoneParts = {
  readonly jids: () => { readonly pn: string; readonly lid: string; readonly device: number }
  readonly push: (node: BinaryNode) => void
  /** The `link_code_companion_reg` of this stage, once the client sent it. */
  readonly awaitStage: (stage: string) => Promise<BinaryNode>
}

const KEY_BYTES = 32

export const makePhone = ({ jids, push, awaitStage }: PhoneParts): Phone => {
  const identity = Curve.generateKeyPair()

  const link = (companionIdentity: Uint8Array, advSecret: Uint8Array): void => {
    const { pn, lid, device } = jids()
    const details = proto.ADVDeviceIdentity.encode({
      rawId: 1,
      timestamp: 1_760_000_000,
      keyIndex: device,
    }).finish()
    const accountSignature = Curve.sign(
      identity.private,
      Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, details, companionIdentity]),
    )
    const signed = proto.ADVSignedDeviceIdentity.encode({
      details,
      accountSignatureKey: identity.public,
      accountSignature,
    }).finish()
    const outer = proto.ADVSignedDeviceIdentityHMAC.encode({
      details: signed,
      hmac: hmacSign(signed, advSecret),
    }).finish()
    push({
      tag: 'iq',
      attrs: { from: S_WHATSAPP_NET, type: 'set', id: 'pair-success' },
      content: [
        {
          tag: 'pair-success',
          attrs: {},
          content: [
            { tag: 'device-identity', attrs: {}, content: outer },
            { tag: 'device', attrs: { jid: pn, lid } },
            { tag: 'platform', attrs: { name: 'android' } },
          ],
        },
      ],
    })
  }

  const enter = async (code: string): Promise<void> => {
    const hello = await awaitStage('companion_hello')
    const wrapped = Buffer.from(
      getBinaryNodeChildBuffer(hello, 'link_code_pairing_wrapped_companion_ephemeral_pub') as Uint8Array,
    )
    const theirKey = await derivePairingCodeKey(code, wrapped.subarray(0, KEY_BYTES))
    const theirs = aesDecryptCTR(wrapped.subarray(48), theirKey, wrapped.subarray(KEY_BYTES, 48))
    const mine = Curve.generateKeyPair()
    const salt = randomBytes(KEY_BYTES)
    const iv = randomBytes(16)
    const key = await derivePairingCodeKey(code, salt)
    const finish = awaitStage('companion_finish')
    push({
      tag: 'notification',
      attrs: { from: S_WHATSAPP_NET, id: 'link-code', type: 'link_code_companion_reg', t: '1760000000' },
      content: [
        {
          tag: 'link_code_companion_reg',
          attrs: { stage: 'primary_hello' },
          content: [
            {
              tag: 'link_code_pairing_wrapped_primary_ephemeral_pub',
              attrs: {},
              content: Buffer.concat([salt, iv, aesEncryptCTR(mine.public, key, iv)]),
            },
            { tag: 'primary_identity_pub', attrs: {}, content: identity.public },
            { tag: 'link_code_pairing_ref', attrs: {}, content: Buffer.from('ref') },
          ],
        },
      ],
    })
    const bundle = Buffer.from(
      getBinaryNodeChildBuffer(await finish, 'link_code_pairing_wrapped_key_bundle') as Uint8Array,
    )
    const shared = Curve.sharedKey(mine.private, theirs)
    const info = 'link_code_pairing_key_bundle_encryption_key'
    const bundleKey = Buffer.from(hkdf(shared, KEY_BYTES, { salt: bundle.subarray(0, KEY_BYTES), info }))
    const plain = aesDecryptGCM(
      bundle.subarray(44),
      bundleKey,
      bundle.subarray(KEY_BYTES, 44),
      Buffer.alloc(0),
    )
    const companionIdentity = plain.subarray(0, KEY_BYTES)
    const secret = Buffer.concat([
      shared,
      Curve.sharedKey(identity.private, companionIdentity),
      plain.subarray(64),
    ])
    link(companionIdentity, Buffer.from(hkdf(secret, KEY_BYTES, { info: 'adv_secret' })))
  }

  return {
    enter,
    scan: (qr) => {
      const [, , companionIdentity = '', advSecret = ''] = (qr.split('#').pop() ?? '').split(',')
      link(Buffer.from(companionIdentity, 'base64'), Buffer.from(advSecret, 'base64'))
    },
  }
}
