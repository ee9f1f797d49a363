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

    const turn = (_: unknown, wrapped: Uint8Array): Uint8Array =>
      bytesOf(`${Buffer.from(wrapped).toString()} turned`)

    test('a rotation puts every key that there is, and the check value, under another master key, for good', async () => {
      const many = Array.from({ length: 520 }, (_, i) => aCase(`t${i}x`))
      await Promise.all(many.map((caseId) => keys.keep(caseId, bytesOf('key'))))
      await keys.destroy(many[5]!)
      await keys.check(() => bytesOf('old'))
      await keys.rotate({ check: bytesOf('new'), rewrap: turn })
      for (const look of [async () => keys, world.reopen]) {
        const store = await look()
        const listed = new Map((await collect(store.list())).map(({ caseId, wrapped }) => [caseId, wrapped]))
        expect(listed.size).toBe(520)
        expect(listed.get(many[5]!)).toBe('destroyed')
        expect(
          [...listed.values()].filter((wrapped) => String(wrapped) === String(bytesOf('key turned'))),
        ).toHaveLength(519)
        expect(await store.checks()).toEqual({ kept: bytesOf('new') })
        expect(await store.check(() => bytesOf('another'))).toEqual(bytesOf('new'))
      }
    })

    test('a rotation leaves what it is told to leave, and takes no key that was destroyed', async () => {
      await keys.keep(A, bytesOf('broken'))
      await keys.destroy(B)
      const asked: string[] = []
      await keys.rotate({ check: bytesOf('new'), rewrap: (caseId) => void asked.push(caseId) })
      expect(asked).toEqual([A])
      expect(await keys.get(A)).toEqual(bytesOf('broken'))
      expect(await keys.get(B)).toBe('destroyed')
    })

    test.each([1, 40, 80])(
      'a rotation that ends at key %i leaves all as it was, or lets nobody start; given again it ends as if nothing had been',
      async (at) => {
        const many = Array.from({ length: 80 }, (_, i) => aCase(`u${i}x`))
        await Promise.all(many.map((caseId) => keys.keep(caseId, bytesOf('key'))))
        await keys.check(() => bytesOf('old'))
        const done = bytesOf('key turned')
        const rewrap = (caseId: unknown, wrapped: Uint8Array): Uint8Array =>
          String(wrapped) === String(done) ? wrapped : turn(caseId, wrapped)
        let count = 0
        const dying = (caseId: unknown, wrapped: Uint8Array): Uint8Array => {
          if ((count += 1) === at) throw new Error('the end')
          return rewrap(caseId, wrapped)
        }
        await expect(keys.rotate({ check: bytesOf('new'), rewrap: dying })).rejects.toThrow()
        const again = await world.reopen()
        const { kept, coming } = await again.checks()
        expect(kept).toEqual(bytesOf('old'))
        if (coming === undefined) {
          expect(await again.check(() => bytesOf('another'))).toEqual(bytesOf('old'))
          for await (const { wrapped } of again.list()) expect(wrapped).toEqual(bytesOf('key'))
        } else {
          expect(coming).toEqual(bytesOf('new'))
          await expect(again.check(() => bytesOf('another'))).rejects.toMatchObject({
            code: 'rotation_interrupted',
          })
          await expect(again.rotate({ check: bytesOf('a third'), rewrap })).rejects.toMatchObject({
            code: 'store_busy',
          })
        }
        await again.rotate({ check: bytesOf('new'), rewrap })
        await again.rotate({ check: bytesOf('new'), rewrap })
        expect(await again.checks()).toEqual({ kept: bytesOf('new') })
        for await (const { wrapped } of again.list()) expect(wrapped).toEqual(done)
      },
    )

    test('who compared its master key before a rotation keeps no key after it, for nobody could open that', async () => {
      await keys.check(() => bytesOf('old'))
      await keys.keep(A, bytesOf('key'))
      await keys.rotate({ check: bytesOf('new'), rewrap: turn })
      await expect(keys.keep(B, bytesOf('lost'))).rejects.toMatchObject({ code: 'master_key_wrong' })
      expect(await keys.get(B)).toBeUndefined()
      await keys.check(() => bytesOf('another'))
      expect(await keys.keep(B, bytesOf('key'))).toEqual(bytesOf('key'))
    })

    test('what a key store is checked with can be asked for without making it', async () => {
      expect(await keys.checks()).toEqual({})
      await keys.check(() => bytesOf('check'))
      expect(await keys.checks()).toEqual({ kept: bytesOf('check') })
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
      expect(
        (await collect(keys.list())).every(({ wrapped }) => String(wrapped) === String(bytesOf('new'))),
      ).toBe(true)
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
