import { describe, expect, test } from 'vitest'
import type { CaseId } from '../../core/base/ids.ts'
import type { Feed } from '../../core/ports/store/feed.ts'
import type { Leases } from '../../core/ports/store/leases.ts'
import type { Chats } from '../../core/ports/store/chats.ts'
import { aCase, aChat, aCommit, at, claim, type StoreWorld } from './store-builders.ts'

const A = aCase('a')
const B = aCase('b')
const C = aCase('c')

export const describeChats = (world: () => StoreWorld): void =>
  void describe('chats', () => {
    const chats = (): Chats => world().store.chats

    test('a chat is bound once: whoever comes later learns the winner', async () => {
      expect(await chats().find(aChat('x'))).toBeUndefined()
      expect(await chats().bind(aChat('x'), A)).toBe(A)
      expect(await chats().bind(aChat('x'), B)).toBe(A)
      expect(await chats().find(aChat('x'))).toBe(A)
      expect(await chats().find(aChat('y'))).toBeUndefined()
    })

    test('a chat is bound anew only by one who knows what it was bound to', async () => {
      await chats().bind(aChat('x'), A)
      expect(await chats().bind(aChat('x'), C, B)).toBe(A)
      expect(await chats().bind(aChat('x'), B, A)).toBe(B)
      expect(await chats().bind(aChat('x'), C, A)).toBe(B)
    })

    test('a chat that is bound to nothing is bound also where something was expected', async () => {
      expect(await chats().bind(aChat('x'), B, A)).toBe(B)
    })

    test('of many that bind at once all learn the same winner, who is one of them', async () => {
      const cases = Array.from({ length: 12 }, (_, i) => aCase(`n${i}x`))
      const first = await Promise.all(cases.map((caseId) => chats().bind(aChat('x'), caseId)))
      expect(new Set(first).size).toBe(1)
      expect(cases).toContain(first[0])
      const second = await Promise.all(
        cases.map((_, i) => chats().bind(aChat('x'), aCase(`m${i}x`), first[0] as CaseId)),
      )
      expect(new Set(second).size).toBe(1)
      expect(second[0]).not.toBe(first[0])
    })

    test('a bond outlives a restart', async () => {
      await chats().bind(aChat('x'), A)
      expect(await (await world().reopen()).chats.find(aChat('x'))).toBe(A)
    })
  })

export const describeLeases = (world: () => StoreWorld): void =>
  void describe('leases', () => {
    const leases = (): Leases => world().store.leases

    test('one holds a lease until its end, then another may', async () => {
      expect(await leases().take('poller', claim('one', 0, 100))).toBe(true)
      expect(await leases().take('poller', claim('two', 99, 199))).toBe(false)
      expect(await leases().take('other', claim('two', 99, 199))).toBe(true)
      expect(await leases().take('poller', claim('two', 100, 200))).toBe(true)
      expect(await leases().take('poller', claim('one', 150, 250))).toBe(false)
    })

    test('the holder may renew, also after its end while nobody took over', async () => {
      await leases().take('poller', claim('one', 0, 100))
      expect(await leases().take('poller', claim('one', 50, 150))).toBe(true)
      expect(await leases().take('poller', claim('two', 120, 220))).toBe(false)
      expect(await leases().take('poller', claim('one', 300, 400))).toBe(true)
    })

    test('only the holder releases', async () => {
      await leases().take('poller', claim('one', 0, 100))
      await leases().release('poller', 'two')
      expect(await leases().take('poller', claim('two', 1))).toBe(false)
      await leases().release('poller', 'one')
      expect(await leases().take('poller', claim('two', 1))).toBe(true)
    })

    test('of many that take at once exactly one holds', async () => {
      const held = await Promise.all(
        Array.from({ length: 10 }, (_, i) => leases().take('poller', claim(`owner${i}`, 0))),
      )
      expect(held.filter(Boolean)).toHaveLength(1)
    })

    test('forfeit ends the leases of an owner and of nobody else', async () => {
      await leases().take('a', claim('one', 0, 1000))
      await leases().take('b', claim('two', 0, 1000))
      await leases().forfeit('one')
      expect(await leases().take('a', claim('three', 1))).toBe(true)
      expect(await leases().take('b', claim('three', 1))).toBe(false)
    })

    test('a lease outlives a restart', async () => {
      await leases().take('a', claim('one', 0, 1000))
      expect(await (await world().reopen()).leases.take('a', claim('two', 1))).toBe(false)
    })
  })

export const describeFeed = (world: () => StoreWorld): void =>
  void describe('feed', () => {
    const feed = (): Feed => world().store.feed
    const commit = async (caseId: CaseId, seq: number): Promise<unknown> =>
      world().store.ledger.commit(aCommit(caseId, seq))

    test('an empty feed begins at nothing', async () => {
      expect([await feed().head(), await feed().floor(), await feed().read(0, 9)]).toEqual([0, 0, []])
    })

    test('items come in the order of the commits, positions rise, and reading goes on where it stopped', async () => {
      for (const seq of [1, 2, 3]) await commit(A, seq)
      await commit(B, 1)
      const all = await feed().read(0, 99)
      expect(all.map(({ caseId, seq }) => [caseId, seq])).toEqual([
        [A, 1],
        [A, 2],
        [A, 3],
        [B, 1],
      ])
      const positions = all.map(({ position }) => position)
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
      expect(await feed().head()).toBe(positions[3])
      expect(await feed().read(positions[1]!, 1)).toEqual([all[2]])
      expect(await feed().read(positions[3]!, 9)).toEqual([])
    })

    test('one who reads while many write sees each commit once, in one order', async () => {
      const seen: number[] = []
      let position = 0
      // What was committed may be read a little later where several processes give positions
      // (feed.subscribe): it comes, in its place.
      const read = async (): Promise<void> => {
        const items = await feed().read(position, 7)
        for (const item of items) seen.push((position = item.position))
        if (seen.length < 60) {
          await new Promise((resolve) => setImmediate(resolve))
          await read()
        }
      }
      const reading = read()
      await Promise.all(Array.from({ length: 60 }, (_, i) => commit(aCase(`w${i}x`), 1)))
      await reading
      expect(seen).toHaveLength(60)
      expect(seen).toEqual((await feed().read(0, 99)).map((item) => item.position))
    })

    test('pruning forgets the old, raises the floor, and never gives a position again', async () => {
      for (const seq of [1, 2, 3, 4]) await commit(A, seq)
      const all = await feed().read(0, 9)
      await feed().prune(at(3))
      expect(await feed().read(0, 9)).toEqual(all.slice(2))
      expect(await feed().floor()).toBeGreaterThanOrEqual(all[1]!.position)
      expect(await feed().floor()).toBeLessThan(all[2]!.position)
      await feed().prune(at(99))
      expect(await feed().read(0, 9)).toEqual([])
      expect(await feed().head()).toBe(all[3]!.position)
      expect(await feed().floor()).toBe(all[3]!.position)
      const reopened = await world().reopen()
      await reopened.ledger.commit(aCommit(A, 5))
      const [next] = await reopened.feed.read(0, 9)
      expect(next!.position).toBeGreaterThan(all[3]!.position)
    })

    test('pruning keeps everything from the first item that is young enough', async () => {
      await commit(A, 5 - 4)
      await world().store.ledger.commit({ ...aCommit(B, 1), at: at(50) })
      await world().store.ledger.commit({ ...aCommit(C, 1), at: at(2) })
      await feed().prune(at(10))
      expect((await feed().read(0, 9)).map(({ caseId }) => caseId)).toEqual([B, C])
    })

    test('who subscribes is woken by what comes, and not after the end of it', async () => {
      let woken = 0
      let wake = (): void => {}
      const next = (): Promise<void> => new Promise((resolve) => (wake = resolve))
      const end = feed().subscribe(() => {
        woken++
        wake()
      })
      const waking = next()
      await commit(A, 1)
      await waking
      expect(await feed().read(0, 9)).toHaveLength(1)
      end()
      const before = woken
      const other = new Promise<void>((resolve) => void feed().subscribe(resolve))
      await commit(A, 2)
      await other
      expect(woken).toBe(before)
    })
  })
