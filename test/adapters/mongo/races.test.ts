import { describe, expect, test, vi } from 'vitest'
import { jobId, outboxId } from '../../../core/base/ids.ts'
import type { Store } from '../../../core/ports/store/store.ts'
import { mongoAvailable } from '../../build/ferretdb.ts'
import { useMongo } from '../../build/mongo-server.ts'
import { aCase, aChat, aCommit, anInboxRow, at, claim, TELEGRAM } from '../../contract/store-builders.ts'
import { connectTo, openOn } from './world.ts'

const server = useMongo()
const A = aCase('a')

/**
 * Stores over connections of their own: all that processes on several machines have in common is
 * the database.
 */
const openSeveral = async (count: number): Promise<readonly Store[]> => {
  const uri = (await server()).uri()
  const stores: Store[] = []
  for (let i = 0; i < count; i++) stores.push(await openOn(await connectTo(uri), {}))
  return stores
}

describe.skipIf(!mongoAvailable())('processes that share a database', () => {
  test('of 1,000 races for a place in a chain each has one winner, and what the loser wanted is nowhere', async () => {
    const [one, two] = (await openSeveral(2)) as [Store, Store]
    const cases = Array.from({ length: 1000 }, (_, i) => aCase(`r${i}x`))
    const outcomes = await Promise.all(
      cases.map((caseId) =>
        Promise.all([
          one.ledger.commit(aCommit(caseId, 1, { view: { team: 'one' } })),
          two.ledger.commit(aCommit(caseId, 1, { view: { team: 'two' } })),
        ]),
      ),
    )
    expect(outcomes.filter((pair) => [...pair].sort().join() !== 'conflict,done')).toEqual([])
    const told = await one.feed.read(0, 2000)
    expect(told.map(({ caseId }) => caseId as string).sort()).toEqual(cases.map(String).sort())
    const shown = (await one.views.list({}, { limit: 2000 })).rows
    const winners = new Map(cases.map((caseId, i) => [caseId, outcomes[i]?.[0] === 'done' ? 'one' : 'two']))
    expect(shown.filter(({ caseId, team }) => winners.get(caseId) !== team)).toEqual([])
    expect(shown).toHaveLength(1000)
  })

  test('entries of one case by several processes make one chain, and what follows from them comes in its order', async () => {
    const stores = await openSeveral(3)
    const write = async (store: Store, name: string): Promise<number> => {
      let done = 0
      for (let tries = 0; done < 8 && tries < 200; tries++) {
        const seq = (await store.ledger.read(A)).length + 1
        if (
          (await store.ledger.commit(aCommit(A, seq, { outbox: [{}], cause: `${name}.${done}` }))) === 'done'
        )
          done++
      }
      return done
    }
    expect(await Promise.all(stores.map((store, i) => write(store, `p${i}`)))).toEqual([8, 8, 8])
    const [store] = stores as [Store]
    expect((await store.ledger.read(A)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 1),
    )
    expect((await store.feed.read(0, 99)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 1),
    )
    const said: number[] = []
    for (let i = 0; i < 24; i++) {
      const [row] = await stores[i % 3]!.outbox.claim(claim('sender', i), TELEGRAM)
      said.push(row!.seq)
      await stores[(i + 1) % 3]!.outbox.settle([{ id: row!.id, status: 'sent' }], at(i))
    }
    expect(said).toEqual(Array.from({ length: 24 }, (_, i) => i + 1))
  })

  test('a cause counts once, whichever process is asked', async () => {
    const [one, two] = (await openSeveral(2)) as [Store, Store]
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        Promise.all([
          one.ledger.commit(aCommit(aCase(`x${i}z`), 1, { cause: `cause ${i}` })),
          two.ledger.commit(aCommit(aCase(`y${i}z`), 1, { cause: `cause ${i}` })),
        ]),
      ),
    )
    expect(outcomes.filter((pair) => [...pair].sort().join() !== 'done,repeated')).toEqual([])
  })

  test('workers that claim at once never get the same chat, row or job, and leave none', async () => {
    const stores = await openSeveral(3)
    const names = Array.from({ length: 60 }, (_, i) => `s${i}x`)
    const [store] = stores as [Store]
    await store.inbox.put(
      names.flatMap((name) => [anInboxRow(`${name}1`, name), anInboxRow(`${name}2`, name)]),
    )
    await Promise.all(
      names.map((name) => store.ledger.commit(aCommit(aCase(name), 1, { outbox: [{}, {}], jobs: [{}] }))),
    )
    const got: string[] = []
    const work = async (mine: Store, owner: string): Promise<void> => {
      // Two that meet may both step back: who gets nothing asks again, as workers do, until there
      // is nothing for anybody.
      while (got.length < 180) {
        const [chats, rows, jobs] = await Promise.all([
          mine.inbox.claim(claim(owner, 0), { chats: 7, perChat: 9 }),
          mine.outbox.claim(claim(owner, 0), { ...TELEGRAM, limit: 7 }),
          mine.jobs.claim(claim(owner, 0), 7),
        ])
        for (const { chatKey, rows: waiting } of chats) got.push(`chat ${chatKey} ${waiting.length}`)
        got.push(...rows.map(({ id }) => `row ${id}`), ...jobs.map(({ id }) => `job ${id}`))
      }
    }
    await Promise.all(stores.map((mine, i) => work(mine, `worker ${i}`)))
    const wanted = names.flatMap((name) => [
      `chat ${aChat(name)} 2`,
      `row ${outboxId(aCase(name), 1, 0)}`,
      `job ${jobId(aCase(name), 1, 0)}`,
    ])
    expect([...got].sort()).toEqual(wanted.sort())
  })

  test('a lease has at most one holder in every race, and somebody holds it soon', async () => {
    const stores = await openSeveral(2)
    for (let race = 0; race < 100; race++) {
      const held = await Promise.all(
        stores.map((store, i) => store.leases.take(`role ${race}`, claim(`owner ${i}`, 0))),
      )
      expect(held.filter(Boolean).length).toBeLessThanOrEqual(1)
      const after = [...held]
      for (let i = 0; !after.includes(true); i = 1 - i)
        after[i] = await stores[i]!.leases.take(`role ${race}`, claim(`owner ${i}`, 0))
      const other = after.indexOf(false)
      expect(await stores[other]!.leases.take(`role ${race}`, claim(`owner ${other}`, 1))).toBe(false)
    }
  })

  test('an expired lease is taken over by one', async () => {
    const stores = await openSeveral(2)
    for (let race = 0; race < 50; race++) {
      await stores[0]!.leases.take(`role ${race}`, claim('dead', 0, 10))
      const held = await Promise.all(
        stores.map((store, i) => store.leases.take(`role ${race}`, claim(`owner ${i}`, 10))),
      )
      expect(held.filter(Boolean).length).toBeLessThanOrEqual(1)
    }
  })

  test('one row put by two processes is kept once, and rows of a chat keep their order whoever puts them', async () => {
    const [one, two] = (await openSeveral(2)) as [Store, Store]
    const counts = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        Promise.all([one.inbox.put([anInboxRow(`d${i}`, 'x')]), two.inbox.put([anInboxRow(`d${i}`, 'x')])]),
      ),
    )
    expect(counts.filter(([a, b]) => a + b !== 1)).toEqual([])
    for (let i = 0; i < 20; i++) await [one, two][i % 2]!.inbox.put([anInboxRow(`o${i}`, 'y')])
    const claimed = await one.inbox.claim(claim('worker', 0), { chats: 9, perChat: 99 })
    const rows = claimed
      .find(({ chatKey }) => chatKey === aChat('y'))
      ?.rows.map(({ id }) => id.replace(/-+$/, ''))
    expect(rows).toEqual(Array.from({ length: 20 }, (_, i) => `o${i}`))
  })

  test('a chat is bound anew by one of those who know what it was bound to', async () => {
    const [one, two] = (await openSeveral(2)) as [Store, Store]
    for (let i = 0; i < 30; i++) {
      const chat = aChat(`c${i}`)
      await one.chats.bind(chat, A)
      const bound = await Promise.all([
        one.chats.bind(chat, aCase('b'), A),
        two.chats.bind(chat, aCase('c'), A),
      ])
      expect(new Set(bound).size).toBe(1)
      expect(await two.chats.find(chat)).toBe(bound[0])
    }
  })

  test('positions rise for every reader while several processes write, and nobody misses an item', async () => {
    const stores = await openSeveral(3)
    const seen: number[] = []
    let writing = true
    const read = async (position: number): Promise<void> => {
      const items = await stores[0]!.feed.read(position, 7)
      seen.push(...items.map((item) => item.position))
      if (items.length > 0 || writing) await read(items.at(-1)?.position ?? position)
    }
    const reading = read(0)
    await Promise.all(
      stores.flatMap((store, s) =>
        Array.from({ length: 40 }, (_, i) => store.ledger.commit(aCommit(aCase(`w${s}v${i}x`), 1))),
      ),
    )
    writing = false
    await reading
    expect(seen).toHaveLength(120)
    expect(seen).toEqual((await stores[1]!.feed.read(0, 999)).map(({ position }) => position))
  })

  test('order does not depend on clocks: what one whose clock is ahead has added comes before what another adds after it', async () => {
    const [ahead, right] = (await openSeveral(2)) as [Store, Store]
    const now = Date.now.bind(Date)
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000)
    const chatKey = aChat('one and the same')
    await ahead.ledger.commit(aCommit(A, 1, { outbox: [{ chatKey }] }))
    await ahead.inbox.put([anInboxRow('first', 'x')])
    clock.mockRestore()
    await right.ledger.commit(aCommit(aCase('b'), 1, { outbox: [{ chatKey }] }))
    await right.inbox.put([anInboxRow('second', 'x')])
    expect((await right.outbox.claim(claim('sender', 0), TELEGRAM)).map(({ caseId }) => caseId)).toEqual([A])
    const [chat] = await right.inbox.claim(claim('worker', 0), { chats: 9, perChat: 9 })
    expect(chat?.rows.map(({ id }) => id.replace(/-+$/, ''))).toEqual(['first', 'second'])
  })

  test('who listens is woken by what another process does', async () => {
    const [one, two] = (await openSeveral(2)) as [Store, Store]
    const woken = new Promise<void>((resolve) => void one.feed.subscribe(resolve))
    await one.feed.head()
    await two.ledger.commit(aCommit(A, 1))
    await woken
    expect((await one.feed.read(0, 9)).map(({ caseId }) => caseId)).toEqual([A])
  })
})
