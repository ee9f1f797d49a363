import { createHash, createSecretKey, webcrypto } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openPiece, sealPiece } from '../../adapters/crypto/piece.ts'
import { CHUNK } from '../../adapters/crypto/stream-format.ts'
import { readCheck } from '../../adapters/crypto/secrets.ts'
import { openStream, sealStream } from '../../adapters/crypto/stream.ts'
import { deriveSubkey } from '../../adapters/crypto/subkey.ts'
import type { SubkeyPurpose } from '../../adapters/crypto/subkey.ts'
import type { ObjectId } from '../../core/base/ids.ts'
import { collect, inPieces, sourceOf } from '../adapters/crypto/pieces.ts'

type Vectors = {
  readonly masterKey: string
  readonly subkeys: Readonly<Record<SubkeyPurpose, string>>
  readonly inherited: Readonly<Record<'masterKey' | 'check', string>>
  readonly piece: Readonly<Record<'key' | 'context' | 'nonce' | 'plain' | 'sealed', string>>
  readonly stream: Readonly<
    Record<
      | 'caseKey'
      | 'objectId'
      | 'objectKey'
      | 'wrapNonce'
      | 'noncePrefix'
      | 'plain'
      | 'sealed'
      | 'longSealedSha256',
      string
    >
  >
}

const { masterKey, subkeys, inherited, piece, stream } = JSON.parse(
  readFileSync(new URL('./sealing.json', import.meta.url), 'utf8'),
) as Vectors
const raw = (text: string): Buffer => Buffer.from(text, 'base64')
const key = (text: string) => createSecretKey(raw(text))
const secrets = {
  objectKey: raw(stream.objectKey),
  wrapNonce: raw(stream.wrapNonce),
  noncePrefix: raw(stream.noncePrefix),
}
const objectId = stream.objectId as ObjectId

/** Another implementation than the product's, written from the description of the format alone. */
const decrypt = async (
  rawKey: Uint8Array,
  iv: Uint8Array,
  additionalData: Uint8Array,
  sealed: Uint8Array,
): Promise<Buffer> => {
  const imported = await webcrypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['decrypt'])
  return Buffer.from(
    await webcrypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, imported, sealed),
  )
}

describe('the frozen sealed piece', () => {
  test('opens, and is what the same nonce gives today', () => {
    expect(openPiece(key(piece.key), piece.context, raw(piece.sealed)).toString()).toBe(piece.plain)
    expect(
      Buffer.from(
        sealPiece(key(piece.key), piece.context, Buffer.from(piece.plain), raw(piece.nonce)),
      ).toString('base64'),
    ).toBe(piece.sealed)
  })

  test('opens by the description of its format', async () => {
    const sealed = raw(piece.sealed)
    expect(sealed[0]).toBe(1)
    expect(
      (
        await decrypt(
          raw(piece.key),
          sealed.subarray(1, 13),
          Buffer.from(`\u0001${piece.context}`),
          sealed.subarray(13),
        )
      ).toString(),
    ).toBe(piece.plain)
  })
})

describe('the frozen sealed stream', () => {
  test('opens, and is what the same key and nonces give today', async () => {
    expect(
      (await collect(openStream(key(stream.caseKey), objectId, sourceOf(raw(stream.sealed))))).toString(),
    ).toBe(stream.plain)
    const sealed = await collect(
      sealStream(key(stream.caseKey), objectId, inPieces(Buffer.from(stream.plain)), secrets),
    )
    expect(sealed.toString('base64')).toBe(stream.sealed)
  })

  test('of several chunks is what it was', async () => {
    const plain = Buffer.from(Array.from({ length: 3 * CHUNK + 5 }, (_, i) => (i * 31 + (i >> 8)) & 255))
    const sealed = await collect(
      sealStream(key(stream.caseKey), objectId, inPieces(plain, [70_000]), secrets),
    )
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(stream.longSealedSha256)
  })

  test('opens by the description of its format', async () => {
    const sealed = raw(stream.sealed)
    const header = sealed.subarray(0, 98)
    expect(header.toString('latin1', 0, 31)).toBe(`AMN1\u0001${stream.objectId}`)
    const objectKey = await decrypt(
      raw(stream.caseKey),
      header.subarray(31, 43),
      header.subarray(0, 31),
      header.subarray(43, 91),
    )
    const nonce = Buffer.concat([header.subarray(91), Buffer.from([0, 0, 0, 0, 1])])
    expect((await decrypt(objectKey, nonce, header, sealed.subarray(98))).toString()).toBe(stream.plain)
  })
})

test.each(Object.entries(subkeys))('the subkey for %s is derived as ever', (purpose, expected) => {
  expect(
    deriveSubkey(key(masterKey), purpose as SubkeyPurpose)
      .export()
      .toString('base64'),
  ).toBe(expected)
})

test('what a rotated key store inherited opens with the key that came, and is what the former one derived', () => {
  const secrets = readCheck(key(inherited.masterKey), raw(inherited.check))!
  for (const purpose of [
    'hash:chat',
    'hash:inbound',
    'hash:identifier',
    'hash:session',
    'hash:address',
  ] as const)
    expect(secrets.of(purpose).export().toString('base64')).toBe(subkeys[purpose])
  expect(secrets.formerTransit.map((one) => one.export().toString('base64'))).toEqual([subkeys.transit])
})
