import { describe, expect, test } from 'vitest'
import type { Inbox } from '../../core/ports/store/inbox.ts'
import { aChat, anInbound, anInboxRow, at, claim, textOf, type StoreWorld } from './store-builders.ts'

const ALL = { chats: 100, perChat: 100 }

/** What a claim gave, as names. */
const names = (claimed: Awaited<ReturnType<Inbox['claim']>>): Record<string, readonly string[]> =>
  Object.fromEntries(
    claimed.map(({ chatKey, rows }) => [
      chatKey.replace(/_+$/, ''),
      rows.map(({ id }) => id.replace(/-+$/, '')),
    ]),
  )

export const describeInbox = (world: () => StoreWorld): void =>
  void describe('inbox', () => {
    const inbox = (): Inbox => world().store.inbox

    test('a row counts once, however often and in whatever company it comes', async () => {
      expect(await inbox().put([anInboxRow('a', 'x'), anInboxRow('a', 'x'), anInboxRow('b', 'x')])).toBe(2)
      expect(await inbox().put([anInboxRow('b', 'x'), anInboxRow('c', 'x')])).toBe(1)
      expect(await inbox().depth()).toEqual({ waiting: 3, oldest: at(0) })
    })

    test('a row that was handled still counts once', async () => {
      await inbox().put([anInboxRow('a', 'x')])
      await inbox().settle([anInbound('a')])
      expect(await inbox().put([anInboxRow('a', 'x')])).toBe(0)
      expect(await inbox().depth()).toEqual({ waiting: 0 })
    })

    test('puts at the same time keep each row once', async () => {
      const counts = await Promise.all(
        Array.from({ length: 20 }, () => inbox().put([anInboxRow('a', 'x'), anInboxRow('b', 'y')])),
      )
      expect(counts.reduce((sum, count) => sum + count)).toBe(2)
    })

    test('rows of a chat come in the order of arrival, not of their clock or id', async () => {
      await inbox().put([anInboxRow('z', 'x', 30), anInboxRow('m', 'x', 10)])
      await inbox().put([anInboxRow('a', 'x', 20)])
      expect(names(await inbox().claim(claim('one', 0), ALL))).toEqual({ x: ['z', 'm', 'a'] })
    })

    test('a claimed row is whole', async () => {
      await inbox().put([anInboxRow('a', 'x', 5)])
      const [chat] = await inbox().claim(claim('one', 0), ALL)
      expect(chat?.chatKey).toBe(aChat('x'))
      expect(chat?.rows).toEqual([{ ...anInboxRow('a', 'x', 5), attempts: 0 }])
    })

    test('chats come by the age of their first row, up to the limits', async () => {
      await inbox().put([
        anInboxRow('a', 'x'),
        anInboxRow('b', 'y'),
        anInboxRow('c', 'x'),
        anInboxRow('d', 'x'),
        anInboxRow('e', 'z'),
      ])
      expect(names(await inbox().claim(claim('one', 0), { chats: 2, perChat: 2 }))).toEqual({
        x: ['a', 'c'],
        y: ['b'],
      })
      expect(names(await inbox().claim(claim('two', 0), { chats: 2, perChat: 2 }))).toEqual({ z: ['e'] })
    })

    test('a chat whose first rows were handled takes its turn by the first that is left', async () => {
      await inbox().put([anInboxRow('a', 'x'), anInboxRow('b', 'y'), anInboxRow('c', 'x')])
      await inbox().settle([anInbound('a')])
      expect(Object.keys(names(await inbox().claim(claim('one', 0), { chats: 1, perChat: 1 })))).toEqual([
        'y',
      ])
    })

    test('rows settled out of order leave the others in order', async () => {
      await inbox().put([anInboxRow('a', 'x'), anInboxRow('b', 'x'), anInboxRow('c', 'x')])
      await inbox().settle([anInbound('b')])
      expect(names(await inbox().claim(claim('one', 0), ALL))).toEqual({ x: ['a', 'c'] })
    })

    test('a claimed chat is given to nobody, not even its owner, whatever arrives in it', async () => {
      await inbox().put([anInboxRow('a', 'x')])
      await inbox().claim(claim('one', 0), ALL)
      await inbox().put([anInboxRow('b', 'x')])
      expect(await inbox().claim(claim('one', 1), ALL)).toEqual([])
      expect(await inbox().claim(claim('two', 1), ALL)).toEqual([])
    })

    test('a chat stays claimed while all its rows are handled and a new one comes', async () => {
      await inbox().put([anInboxRow('a', 'x')])
      await inbox().claim(claim('one', 0), ALL)
      await inbox().settle([anInbound('a')])
      await inbox().put([anInboxRow('b', 'x')])
      expect(await inbox().claim(claim('two', 1), ALL)).toEqual([])
      await inbox().release([aChat('x')], 'one')
      expect(names(await inbox().claim(claim('two', 2), ALL))).toEqual({ x: ['b'] })
    })

    test('two owners that claim at once never get the same chat', async () => {
      await inbox().put(Array.from({ length: 40 }, (_, i) => anInboxRow(`r${i}`, `c${i % 20}`)))
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, i) => inbox().claim(claim(`owner${i}`, 0), { chats: 4, perChat: 9 })),
      )
      const keys = claims.flat().map(({ chatKey }) => chatKey)
      expect(keys).toHaveLength(20)
      expect(new Set(keys).size).toBe(20)
    })

    test('a claim ends at its time, not before', async () => {
      await inbox().put([anInboxRow('a', 'x')])
      await inbox().claim(claim('one', 0, 1000), ALL)
      expect(await inbox().claim(claim('two', 999), ALL)).toEqual([])
      expect(names(await inbox().claim(claim('two', 1000), ALL))).toEqual({ x: ['a'] })
    })

    test('only the owner can release a chat', async () => {
      await inbox().put([anInboxRow('a', 'x')])
      await inbox().claim(claim('one', 0), ALL)
      await inbox().release([aChat('x')], 'two')
      expect(await inbox().claim(claim('two', 1), ALL)).toEqual([])
    })

    test('a late release does not end the claim of the next owner', async () => {
      await inbox().put([anInboxRow('a', 'x')])
      await inbox().claim(claim('one', 0, 10), ALL)
      await inbox().claim(claim('two', 10, 20), ALL)
      await inbox().release([aChat('x')], 'one')
      expect(await inbox().claim(claim('three', 11), ALL)).toEqual([])
    })

    test('forfeit ends the claims of an owner and of nobody else', async () => {
      await inbox().put([anInboxRow('a', 'x'), anInboxRow('b', 'y')])
      await inbox().claim(claim('one', 0), { chats: 1, perChat: 1 })
      await inbox().claim(claim('two', 0), { chats: 1, perChat: 1 })
      await world().store.leases.forfeit('one')
      expect(names(await inbox().claim(claim('three', 1), ALL))).toEqual({ x: ['a'] })
    })

    test('failed attempts are counted, of waiting rows', async () => {
      await inbox().put([anInboxRow('a', 'x')])
      await inbox().failed(anInbound('a'))
      await inbox().failed(anInbound('a'))
      await inbox().failed(anInbound('unknown'))
      const [chat] = await inbox().claim(claim('one', 0), ALL)
      expect(chat?.rows.map((row) => row.attempts)).toEqual([2])
    })

    test('depth tells how many wait, and since when', async () => {
      expect(await inbox().depth()).toEqual({ waiting: 0 })
      await inbox().put([anInboxRow('a', 'x', 50), anInboxRow('b', 'y', 20), anInboxRow('c', 'y', 70)])
      expect(await inbox().depth()).toEqual({ waiting: 3, oldest: at(20) })
      await inbox().settle([anInbound('b')])
      expect(await inbox().depth()).toEqual({ waiting: 2, oldest: at(50) })
    })

    test('prune forgets handled rows of before, and no others', async () => {
      await inbox().put([
        anInboxRow('old', 'x', 10),
        anInboxRow('waiting', 'x', 10),
        anInboxRow('new', 'x', 20),
      ])
      await inbox().settle([anInbound('old'), anInbound('new')])
      expect(await inbox().prune(at(20))).toBe(1)
      expect(await inbox().put([anInboxRow('new', 'x', 20), anInboxRow('waiting', 'x', 10)])).toBe(0)
      expect(await inbox().put([anInboxRow('old', 'x', 10)])).toBe(1)
      expect(names(await inbox().claim(claim('one', 30), ALL))).toEqual({ x: ['waiting', 'old'] })
    })

    test('prune takes many rows as well', async () => {
      const rows = Array.from({ length: 1000 }, (_, i) => anInboxRow(`r${i}`, `c${i % 7}`, i))
      await inbox().put(rows)
      await inbox().settle(rows.filter((_, i) => i % 3 !== 0).map(({ id }) => id))
      expect(await inbox().prune(at(900))).toBe(600)
      expect((await inbox().depth()).waiting).toBe(334)
    })

    test('what waits and what is claimed outlives a restart', async () => {
      await inbox().put([anInboxRow('a', 'x'), anInboxRow('b', 'y'), anInboxRow('c', 'z')])
      await inbox().settle([anInbound('b')])
      await inbox().claim(claim('one', 0), { chats: 1, perChat: 1 })
      const again = (await world().reopen()).inbox
      expect(await again.put([anInboxRow('b', 'y')])).toBe(0)
      const claimed = await again.claim(claim('two', 1), ALL)
      expect(names(claimed)).toEqual({ z: ['c'] })
      expect(textOf(claimed[0]?.rows[0]?.sealed)).toBe('sealed c')
      expect(names(await again.claim(claim('two', 1000), { chats: 1, perChat: 1 }))).toEqual({ x: ['a'] })
    })
  })
