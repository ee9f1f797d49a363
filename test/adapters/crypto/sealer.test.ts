import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { openSealer } from '../../../adapters/crypto/sealer.ts'
import { makeMemoryKeys } from '../../../adapters/memory/keys.ts'
import type { CaseId, ObjectId } from '../../../core/base/ids.ts'
import type { KeyStore } from '../../../core/ports/sealer.ts'
import { collect, inPieces, sourceOf } from './pieces.ts'

const makeMasterKey = () => createSecretKey(randomBytes(32))
const caseA = 'AAAAAAAAAAAAAAAAAAAAAAAAAA' as CaseId
const caseB = 'BBBBBBBBBBBBBBBBBBBBBBBBBB' as CaseId
const objectId = '0123456789ABCDEFGHJKMNPQRS' as ObjectId

/** A key store that lets the test decide when `get` answers. */
const makeSlowKeys = (keys: KeyStore): KeyStore & { readonly answer: () => void } => {
  const gate = Promise.withResolvers<void>()
  return {
    ...keys,
    get: async (caseId) => {
      const found = await keys.get(caseId)
      await gate.promise
      return found
    },
    answer: () => gate.resolve(),
  }
}

describe('the sealer', () => {
  test('opens after a restart what it sealed before', async () => {
    const masterKey = makeMasterKey()
    const keys = makeMemoryKeys()
    const before = await (await openSealer({ masterKey, keys })).forCase(caseA)
    const value = { text: 'ساعدوني \ud83d', list: [1, null, true], nested: { a: '' } }
    const sealed = before.seal('entry:1', value)
    const stream = await collect(before.sealStream(objectId, inPieces(Buffer.from('picture'))))
    const after = await (await openSealer({ masterKey, keys })).forCase(caseA)
    expect(after.open('entry:1', sealed)).toEqual(value)
    expect((await collect(after.openStream(objectId, sourceOf(stream)))).toString()).toBe('picture')
  })

  test('refuses another master key and writes nothing', async () => {
    const keys = makeMemoryKeys()
    await (await openSealer({ masterKey: makeMasterKey(), keys })).forCase(caseA)
    const written: string[] = []
    const spied: KeyStore = {
      ...keys,
      keep: async (...args) => {
        written.push('keep')
        return keys.keep(...args)
      },
      replace: async () => void written.push('replace'),
      destroy: async () => void written.push('destroy'),
    }
    await expect(openSealer({ masterKey: makeMasterKey(), keys: spied })).rejects.toMatchObject({
      code: 'master_key_wrong',
    })
    expect(written).toEqual([])
  })

  test('binds a piece to its case, its context and its stream', async () => {
    const sealer = await openSealer({ masterKey: makeMasterKey(), keys: makeMemoryKeys() })
    const a = await sealer.forCase(caseA)
    const b = await sealer.forCase(caseB)
    const sealed = a.seal('entry:1', 'words')
    expect(() => b.open('entry:1', sealed)).toThrow('sealed data')
    expect(() => a.open('entry:2', sealed)).toThrow('sealed data')
    expect(() => sealer.transit.open('entry:1', sealed)).toThrow('sealed data')
    const stream = await collect(a.sealStream(objectId, inPieces(Buffer.from('picture'))))
    await expect(collect(b.openStream(objectId, sourceOf(stream)))).rejects.toMatchObject({
      code: 'seal_broken',
    })
  })

  test('refuses a key that was put in the place of another case', async () => {
    const masterKey = makeMasterKey()
    const keys = makeMemoryKeys()
    await (await openSealer({ masterKey, keys })).forCase(caseA)
    const stolen = (await keys.get(caseA)) as Uint8Array
    await keys.keep(caseB, stolen)
    await expect((await openSealer({ masterKey, keys })).forCase(caseB)).rejects.toMatchObject({
      code: 'seal_broken',
    })
  })

  test('of two that meet a new case at once, both seal under the key that was kept', async () => {
    const masterKey = makeMasterKey()
    const keys = makeMemoryKeys()
    const [one, two] = await Promise.all([openSealer({ masterKey, keys }), openSealer({ masterKey, keys })])
    const [a, b] = await Promise.all([one.forCase(caseA), two.forCase(caseA)])
    expect(b.open('entry', a.seal('entry', 'words'))).toBe('words')
  })

  test('after erasure opens nothing, not even through a sealer handed out before', async () => {
    const masterKey = makeMasterKey()
    const keys = makeMemoryKeys()
    const sealer = await openSealer({ masterKey, keys })
    const held = await sealer.forCase(caseA)
    const sealed = held.seal('entry', 'words')
    await sealer.destroy(caseA)
    expect(() => held.open('entry', sealed)).toThrow('was destroyed')
    expect(() => held.seal('entry', 'more')).toThrow('was destroyed')
    await expect(sealer.forCase(caseA)).rejects.toMatchObject({ code: 'key_destroyed' })
    await expect((await openSealer({ masterKey, keys })).forCase(caseA)).rejects.toMatchObject({
      code: 'key_destroyed',
    })
    expect(sealer.transit.open('row', sealer.transit.seal('row', 1))).toBe(1)
  })

  test('lets go within a minute of a key that another process destroyed, without a word from it', async () => {
    const masterKey = makeMasterKey()
    const keys = makeMemoryKeys()
    const [here, there] = await Promise.all([
      openSealer({ masterKey, keys }),
      openSealer({ masterKey, keys }),
    ])
    const start = performance.now()
    const now = vi.spyOn(performance, 'now').mockReturnValue(start)
    try {
      await here.forCase(caseA)
      await there.destroy(caseA)
      now.mockReturnValue(start + 60_001)
      await expect(here.forCase(caseA)).rejects.toMatchObject({ code: 'key_destroyed' })
    } finally {
      now.mockRestore()
    }
  })

  test('does not let a key come back that was being read while it was destroyed', async () => {
    const masterKey = makeMasterKey()
    const keys = makeMemoryKeys()
    await (await openSealer({ masterKey, keys })).forCase(caseA)
    const slow = makeSlowKeys(keys)
    const sealer = await openSealer({ masterKey, keys: slow })
    const reading = sealer.forCase(caseA)
    await sealer.destroy(caseA)
    slow.answer()
    await expect(reading).rejects.toMatchObject({ code: 'key_destroyed' })
    await expect(sealer.forCase(caseA)).rejects.toMatchObject({ code: 'key_destroyed' })
  })

  test('refuses a case while its key is being destroyed, and serves it again where that failed', async () => {
    const keys = makeMemoryKeys()
    const gate = Promise.withResolvers<void>()
    const sealer = await openSealer({
      masterKey: makeMasterKey(),
      keys: { ...keys, destroy: () => gate.promise },
    })
    await sealer.forCase(caseA)
    const erasing = sealer.destroy(caseA)
    await expect(sealer.forCase(caseA)).rejects.toMatchObject({ code: 'key_destroyed' })
    gate.reject(new Error('disk'))
    await expect(erasing).rejects.toThrow('disk')
    const again = await sealer.forCase(caseA)
    expect(again.open('entry', again.seal('entry', 1))).toBe(1)
  })

  test('keeps a bounded number of keys and reads the others again', async () => {
    const keys = makeMemoryKeys()
    let reads = 0
    const counted: KeyStore = {
      ...keys,
      get: (caseId) => {
        reads++
        return keys.get(caseId)
      },
    }
    const sealer = await openSealer({ masterKey: makeMasterKey(), keys: counted })
    const idOf = (n: number): CaseId => n.toString().padStart(26, '0') as CaseId
    for (let n = 0; n < 5_001; n++) await sealer.forCase(idOf(n))
    expect(reads).toBe(5_001)
    await sealer.forCase(idOf(5_000))
    expect(reads).toBe(5_001)
    await sealer.forCase(idOf(0))
    expect(reads).toBe(5_002)
  })

  test('seals JSON values only', async () => {
    const { transit } = await openSealer({ masterKey: makeMasterKey(), keys: makeMemoryKeys() })
    expect(() => transit.seal('row', undefined)).toThrow(TypeError)
  })
})
