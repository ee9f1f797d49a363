import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeHasher } from '../../../adapters/crypto/hasher.ts'
import { makePins } from '../../../adapters/crypto/pins.ts'
import { makeSealer } from '../../../adapters/crypto/sealer.ts'
import {
  deriveSecrets,
  openSecrets,
  readCheck,
  sealInherited,
  type Secrets,
} from '../../../adapters/crypto/secrets.ts'
import { deriveSubkey } from '../../../adapters/crypto/subkey.ts'
import { makeMemoryKeys } from '../../../adapters/memory/keys.ts'
import type { CaseId, ObjectId } from '../../../core/base/ids.ts'
import { collect, inPieces, sourceOf } from './pieces.ts'

const makeMasterKey = () => createSecretKey(randomBytes(32))
const [first, second, third] = [makeMasterKey(), makeMasterKey(), makeMasterKey()]
const OBJECT = '0123456789ABCDEFGHJKMNPQRS' as ObjectId

const before = deriveSecrets(first)
const after = readCheck(second, sealInherited(second, before))!
const twice = readCheck(third, sealInherited(third, after))!
const sealerOf = (secrets: Secrets) => makeSealer(secrets, makeMemoryKeys())

describe.each([
  ['once', after, second],
  ['twice', twice, third],
])('after the master key was rotated %s', (_, secrets, master) => {
  test('what is looked up, signed in with and come back with is what it was', async () => {
    for (const purpose of ['chat', 'inbound', 'identifier', 'session', 'address', 'word'] as const)
      expect(makeHasher(secrets).keyed(purpose, 'a', 'b')).toBe(makeHasher(before).keyed(purpose, 'a', 'b'))
    const salt = 'SALTSALTSALTSALT'
    expect(await makePins(secrets).hash('4839', salt)).toBe(await makePins(before).hash('4839', salt))
    for (const purpose of ['sign-in', 'migration', 'whatsapp'] as const)
      expect(secrets.of(purpose).equals(before.of(purpose))).toBe(true)
  })

  test('what wraps, and what is sealed from now on, is under the new key alone', () => {
    for (const purpose of ['wrap', 'transit', 'check'] as const)
      expect(secrets.of(purpose).equals(deriveSubkey(master, purpose))).toBe(true)
    const sealed = sealerOf(secrets).transit.seal('inbox:1', 'words')
    expect(() => sealerOf(before).transit.open('inbox:1', sealed)).toThrow('sealed data')
  })

  test('what waited opens, row and upload; what was changed does not', async () => {
    const waiting = sealerOf(before).transit
    const row = waiting.seal('inbox:1', { text: 'words' })
    const plain = randomBytes(200_000)
    const upload = await collect(waiting.sealStream(OBJECT, inPieces(plain)))
    const { transit } = sealerOf(secrets)
    expect(transit.open('inbox:1', row)).toEqual({ text: 'words' })
    expect((await collect(transit.openStream(OBJECT, sourceOf(upload)))).equals(plain)).toBe(true)
    expect(
      (await collect(transit.openStream(OBJECT, sourceOf(upload), { start: 70_000, end: 70_005 }))).equals(
        plain.subarray(70_000, 70_005),
      ),
    ).toBe(true)
    expect(() => transit.open('inbox:2', row)).toThrow('sealed data')
    upload[150_000]! ^= 1
    await expect(collect(transit.openStream(OBJECT, sourceOf(upload)))).rejects.toMatchObject({
      code: 'seal_broken',
    })
  })
})

test('no key of before is what the new one needs to open: the record holds derived keys, never a master key', () => {
  const record = sealInherited(second, before)
  expect(readCheck(first, record)).toBeUndefined()
  expect(readCheck(third, record)).toBeUndefined()
  for (const of of [after, twice])
    for (const key of [...(['wrap', 'check'] as const).map((purpose) => before.of(purpose)), first])
      expect(
        [
          of.formerTransit,
          (['sign-in', 'pins', 'migration', 'whatsapp', 'hash:chat', 'hash:word'] as const).map(of.of),
        ]
          .flat()
          .some((one) => one.equals(key)),
      ).toBe(false)
})

test('a store that was never rotated needs no record: everything hangs on its master key as ever', async () => {
  const keys = makeMemoryKeys()
  const secrets = await openSecrets({ masterKey: first, keys })
  expect(secrets.formerTransit).toEqual([])
  expect(secrets.of('hash:word').equals(deriveSubkey(first, 'hash:word'))).toBe(true)
  const sealer = makeSealer(secrets, keys)
  await sealer.forCase('AAAAAAAAAAAAAAAAAAAAAAAAAA' as CaseId)
  await expect(openSecrets({ masterKey: second, keys })).rejects.toMatchObject({ code: 'master_key_wrong' })
})
