import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ObjectId } from '../../core/base/ids.ts'
import type { Vault } from '../../core/ports/vault.ts'
import { collect } from './store-builders.ts'

export type VaultWorld = {
  readonly vault: Vault
  /** Opens what was kept, as after a restart. */
  readonly reopen: () => Promise<Vault>
  readonly close: () => Promise<void>
}

const id = (name: string): ObjectId => name.toUpperCase().padEnd(26, '0') as ObjectId
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')
/** Bytes that differ everywhere, so that a shifted range is seen. */
const someBytes = (size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8) * 7) & 0xff)
const inChunks = async function* (data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.slice(at, at + size)
}

/** What every vault must do. `open` gives an empty one; the suite closes it. */
export const describeVault = (name: string, open: () => Promise<VaultWorld>): void =>
  void describe(`vault: ${name}`, () => {
    let world: VaultWorld
    let vault: Vault
    beforeEach(async () => {
      world = await open()
      vault = world.vault
    })
    afterEach(() => world.close())

    const readAll = async (objectId: ObjectId, from: Vault = vault): Promise<Uint8Array | undefined> => {
      const source = await from.open(objectId)
      const whole = await source?.read(0, source.size)
      await source?.close()
      return whole === undefined ? undefined : Uint8Array.from(whole)
    }

    test.each([
      [0, 1],
      [1, 1],
      [65_535, 65_536],
      [65_536, 65_536],
      [65_537, 1000],
      [300_000, 65_536],
    ])('an object of %i bytes, written in pieces of %i, is read as it was written', async (size, piece) => {
      const data = someBytes(size)
      expect(await vault.put(id('a'), inChunks(data, piece))).toEqual({ size, sha256: sha256(data) })
      expect(await readAll(id('a'))).toEqual(data)
    })

    test('ranges can be read in any order, up to the end of the object', async () => {
      const data = someBytes(100_000)
      await vault.put(id('a'), inChunks(data, 4096))
      const source = (await vault.open(id('a')))!
      for (const [start, end] of [
        [99_999, 100_000],
        [0, 1],
        [65_000, 70_000],
        [10, 10],
      ] as const)
        expect(Uint8Array.from(await source.read(start, end))).toEqual(data.slice(start, end))
      await source.close()
    })

    test('several readers of one object do not disturb each other', async () => {
      const data = someBytes(50_000)
      await vault.put(id('a'), inChunks(data, 4096))
      const read = await Promise.all(Array.from({ length: 5 }, () => readAll(id('a'))))
      for (const each of read) expect(each).toEqual(data)
    })

    test('what the caller does with its buffer afterwards does not change the object', async () => {
      const reused = async function* (): AsyncGenerator<Uint8Array> {
        const buffer = new Uint8Array(4)
        for (const value of [1, 2, 3]) yield buffer.fill(value)
      }
      await vault.put(id('a'), reused())
      expect(await readAll(id('a'))).toEqual(Uint8Array.from([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]))
    })

    test('an object that is not there is nothing', async () => {
      expect(await vault.open(id('unknown'))).toBeUndefined()
    })

    test('a write that breaks off throws what its source threw, and leaves nothing', async () => {
      const broken = async function* (): AsyncGenerator<Uint8Array> {
        yield someBytes(70_000)
        throw new Error('the line went dead')
      }
      await expect(vault.put(id('a'), broken())).rejects.toThrow('the line went dead')
      expect(await vault.open(id('a'))).toBeUndefined()
      expect(await collect(vault.list())).toEqual([])
    })

    test('writing an id again replaces it', async () => {
      await vault.put(id('a'), inChunks(someBytes(1000), 100))
      await vault.put(id('a'), inChunks(someBytes(10), 3))
      expect(await readAll(id('a'))).toEqual(someBytes(10))
      expect(await collect(vault.list())).toEqual([id('a')])
    })

    test('a removed object is gone; removing again changes nothing', async () => {
      await vault.put(id('a'), inChunks(someBytes(10), 10))
      await vault.put(id('b'), inChunks(someBytes(20), 10))
      await vault.remove(id('a'))
      await vault.remove(id('a'))
      expect(await vault.open(id('a'))).toBeUndefined()
      expect(await readAll(id('b'))).toEqual(someBytes(20))
    })

    test('every object is listed once', async () => {
      const ids = Array.from({ length: 50 }, (_, i) => id(`o${i}x`))
      await Promise.all(ids.map((each, i) => vault.put(each, inChunks(someBytes(i), 7))))
      expect([...(await collect(vault.list()))].sort()).toEqual([...ids].sort())
    })

    test('an object knows when it was written last, and one that is not there does not', async () => {
      const written = Date.now()
      await vault.put(id('a'), inChunks(someBytes(10), 10))
      await vault.put(id('a'), inChunks(someBytes(20), 10))
      // To the second, and by the vault's own clock, which may be another machine's.
      if (name !== 'memory')
        expect(Math.abs(((await vault.writtenAt(id('a'))) ?? 0) - written)).toBeLessThan(60_000)
      expect(await vault.writtenAt(id('a'))).toBeDefined()
      expect(await vault.writtenAt(id('unknown'))).toBeUndefined()
      await vault.remove(id('a'))
      expect(await vault.writtenAt(id('a'))).toBeUndefined()
    })

    test('room is told in bytes, or not at all', async () => {
      const room = await vault.room()
      expect(room === undefined || (Number.isSafeInteger(room) && room > 0)).toBe(true)
    })

    test('a probe leaves no trace', async () => {
      await vault.probe()
      expect(await collect(vault.list())).toEqual([])
    })

    test('objects outlive a restart', async () => {
      await vault.put(id('a'), inChunks(someBytes(70_000), 999))
      expect(await readAll(id('a'), await world.reopen())).toEqual(someBytes(70_000))
    })
  })
