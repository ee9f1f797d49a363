import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KeyStore } from '../../core/ports/sealer.ts'
import { aCase, bytesOf, collect } from './store-builders.ts'

export type KeysWorld = {
  readonly keys: KeyStore
  /** Closes the key store and opens what it kept. */
  readonly reopen: () => Promise<KeyStore>
  readonly close: () => Promise<void>
}

const A = aCase('a')
const B = aCase('b')

/** What every key store must do. `open` gives an empty one; the suite closes it. */
export const describeKeys = (name: string, open: () => Promise<KeysWorld>): void =>
  void describe(`keys: ${name}`, () => {
    let world: KeysWorld
    let keys: KeyStore
    beforeEach(async () => {
      world = await open()
      keys = world.keys
    })
    afterEach(() => world.close())

    test('a key is kept once: whoever comes later gets the one that is kept', async () => {
      expect(await keys.get(A)).toBeUndefined()
      expect(await keys.keep(A, bytesOf('first'))).toEqual(bytesOf('first'))
      expect(await keys.keep(A, bytesOf('second'))).toEqual(bytesOf('first'))
      expect(await keys.get(A)).toEqual(bytesOf('first'))
      expect(await keys.get(B)).toBeUndefined()
    })

    test('of many that keep at once all get the same key', async () => {
      const kept = await Promise.all(Array.from({ length: 10 }, (_, i) => keys.keep(A, bytesOf(`key ${i}`))))
      expect(new Set(kept.map(String)).size).toBe(1)
    })

    test('a destroyed key is gone for good: it can be neither kept nor replaced again', async () => {
      await keys.keep(A, bytesOf('key'))
      await keys.destroy(A)
      await keys.destroy(A)
      expect(await keys.get(A)).toBe('destroyed')
      expect(await keys.keep(A, bytesOf('another'))).toBe('destroyed')
      await keys.replace(A, bytesOf('another'))
      expect(await keys.get(A)).toBe('destroyed')
    })

    test('a case that never had a key can be marked as destroyed', async () => {
      await keys.destroy(A)
      expect(await keys.keep(A, bytesOf('key'))).toBe('destroyed')
    })

    test('a key can be replaced by itself under another master key; one that is not there cannot', async () => {
      await keys.keep(A, bytesOf('old'))
      await keys.replace(A, bytesOf('new'))
      await keys.replace(B, bytesOf('new'))
      expect(await keys.get(A)).toEqual(bytesOf('new'))
      expect(await keys.get(B)).toBeUndefined()
    })

    test('the check value is made once', async () => {
      let made = 0
      const make = (): Uint8Array => bytesOf(`check ${++made}`)
      const first = await keys.check(make)
      expect(await keys.check(make)).toEqual(first)
      expect(await (await world.reopen()).check(make)).toEqual(first)
      expect(made).toBe(1)
    })

    test('all keys are listed, the destroyed ones as such', async () => {
      const many = Array.from({ length: 1001 }, (_, i) => aCase(`k${i}x`))
      await Promise.all(many.map((caseId) => keys.keep(caseId, bytesOf(caseId))))
      await keys.destroy(many[3]!)
      const listed = new Map((await collect(keys.list())).map(({ caseId, wrapped }) => [caseId, wrapped]))
      expect(listed.size).toBe(1001)
      expect(listed.get(many[3]!)).toBe('destroyed')
      expect(listed.get(many[1000]!)).toEqual(bytesOf(many[1000]!))
    })

    test('every key can be replaced while they are listed', async () => {
      const many = Array.from({ length: 600 }, (_, i) => aCase(`r${i}x`))
      await Promise.all(many.map((caseId) => keys.keep(caseId, bytesOf('old'))))
      let seen = 0
      for await (const { caseId } of keys.list()) {
        await keys.replace(caseId, bytesOf('new'))
        seen++
      }
      expect(seen).toBe(600)
      expect((await collect(keys.list())).every(({ wrapped }) => String(wrapped) === String(bytesOf('new')))).toBe(true)
    })

    test('keys and their destruction outlive a restart', async () => {
      await keys.keep(A, bytesOf('key'))
      await keys.keep(B, bytesOf('key'))
      await keys.destroy(B)
      const again = await world.reopen()
      expect(await again.get(A)).toEqual(bytesOf('key'))
      expect(await again.get(B)).toBe('destroyed')
    })
  })
