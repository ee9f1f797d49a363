import { describe, expect, test } from 'vitest'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import type { CaseId } from '../../core/base/ids.ts'
import { jobId, outboxId } from '../../core/base/ids.ts'
import type { Store } from '../../core/ports/store/store.ts'
import { aCheckpoint, aLeaf } from './store-custody.ts'
import type { Moved, MovedKind } from '../../core/ports/store/transfer.ts'
import {
  aCase,
  aChat,
  aCommit,
  aNetwork,
  aNetworkCommit,
  anEntry,
  anInbound,
  anInboxRow,
  at,
  bytesOf,
  claim,
  collect,
  TELEGRAM,
  textOf,
  type StoreWorld,
} from './store-builders.ts'

const A = aCase('a')
const B = aCase('b')
const C = aCase('c')
const N = aNetwork('n')
const KINDS = [
  'cause',
  'handled',
  'delivery',
  'chat',
  'view',
  'network',
  'setting',
  'words',
  'lease',
  'leaf',
  'checkpoint',
  'waiting',
  'outbox',
  'job',
] as const satisfies readonly MovedKind[]

const all = async <K extends MovedKind>(store: Store, kind: K): Promise<readonly Moved[K][]> =>
  collect(store.transfer.read(kind))

/** Everything there is to move, of two cases in one chat and one of another. */
const fill = async (store: Store): Promise<void> => {
  await store.inbox.put([
    anInboxRow('first', 'x', 1),
    anInboxRow('second', 'x', 2),
    anInboxRow('third', 'y', 3),
  ])
  await store.inbox.failed(anInbound('second'))
  await store.chats.bind(aChat('x'), A)
  await store.chats.bind(aChat('x'), B, A)
  await store.chats.bind(aChat('y'), C)
  await store.settings.put({ name: 'teams', version: 1, at: at(2), by: 'one', body: '[]' })
  await store.settings.put({ name: 'teams', version: 2, at: at(3), by: 'two', body: '[{}]' })
  await store.leases.take('tries', { owner: 'somebody', now: at(0), until: at(90_000) })
  const chatKey = aChat('x')
  await store.ledger.commit(aCommit(C, 1, { outbox: [{ chatKey: aChat('y'), speaker: 'agent' }] }))
  await store.ledger.commit(
    aCommit(B, 1, { outbox: [{ chatKey }, { chatKey, repeatable: true }], cause: 'a key' }),
  )
  await store.ledger.commit(
    aCommit(A, 1, {
      outbox: [{ chatKey }],
      jobs: [{ dueAt: at(50) }, { kind: 'wipe' }],
      cause: anInbound('first'),
      handles: { inbound: anInbound('first') },
      view: { marks: ['m1', 'm2'], copies: ['legal'], waitingSince: at(4) },
    }),
  )
  await store.ledger.commit(
    aCommit(B, 2, { outbox: [{ chatKey }], cause: jobId(A, 1, 1), handles: { job: jobId(A, 1, 1) } }),
  )
  await store.ledger.commit(aCommit(C, 2, { words: ['two________', 'one________'] }))
  await store.ledger.commit(aNetworkCommit(N, 1, [A, C]))
  await store.custody.append(0, [aLeaf(C, 1), aLeaf(B, 2), aLeaf(A, 1)])
  await store.custody.keep(aCheckpoint(0, 2))
  const stamp = { anchor: 'one', at: at(5), token: bytesOf('token'), certificates: 'pem' }
  await store.custody.keep(aCheckpoint(1, 3, { stamps: [stamp] }))
  const rows = await store.outbox.claim(claim('one', 10), TELEGRAM)
  expect(rows.map(({ id }) => id).sort()).toEqual([outboxId(B, 1, 0), outboxId(C, 1, 0)])
  await store.outbox.settle([{ id: outboxId(C, 1, 0), status: 'sent', receipt: bytesOf('receipt') }], at(11))
  await store.outbox.settle([{ id: outboxId(C, 1, 0), status: 'read' }], at(12))
}

const heads = async (store: Store): Promise<readonly (readonly [CaseId, number])[]> =>
  (await collect(store.transfer.heads())).map(({ caseId, seq }) => [caseId, seq] as const)

/** As a migration does: entries first, rows that are open in the order in which they are to be said. */
const move = async (from: Store, to: Store, order: readonly CaseId[] = [C, B, A]): Promise<void> => {
  const reach = new Map(await heads(from))
  const spans = order.map((caseId) => ({ caseId, after: 0, to: caseId === B ? 1 : (reach.get(caseId) ?? 0) }))
  spans.push({ caseId: B, after: 1, to: 2 }, { caseId: N, after: 0, to: reach.get(N) ?? 0 })
  expect(await to.transfer.writeEntries(await collect(from.transfer.readEntries(spans)))).toEqual([])
  for (const kind of KINDS) await to.transfer.write(kind, await all(from, kind))
}

export const describeTransfer = (world: () => StoreWorld): void =>
  void describe('transfer', () => {
    const store = (): Store => world().store

    test('tells everything in records that mean the same to every engine', async () => {
      await fill(store())
      const twin = makeMemoryStore()
      await fill(twin)
      expect(await heads(store())).toEqual([
        [A, 1],
        [B, 2],
        [C, 2],
        [N, 1],
      ])
      for (const kind of KINDS) expect(await all(store(), kind), kind).toStrictEqual(await all(twin, kind))
      expect((await all(store(), 'outbox')).map(({ id }) => id)).toEqual([
        outboxId(B, 1, 0),
        outboxId(B, 1, 1),
        outboxId(A, 1, 0),
        outboxId(B, 2, 0),
      ])
      expect(await all(store(), 'delivery')).toMatchObject([
        { id: outboxId(C, 1, 0), status: 'read', attempts: 1 },
      ])
      expect((await all(store(), 'waiting')).map(({ attempts }) => attempts)).toEqual([1, 0])
    })

    test('entries are read from anywhere and up to anywhere, in the order they are asked for', async () => {
      await fill(store())
      const spans = [
        { caseId: C, after: 1, to: 2 },
        { caseId: B, after: 0, to: 2 },
        { caseId: A, after: 1, to: 9 },
        { caseId: aCase('unknown'), after: 0, to: 1 },
      ]
      expect(await collect(store().transfer.readEntries(spans))).toStrictEqual([
        anEntry(C, 2),
        anEntry(B, 1),
        anEntry(B, 2),
      ])
    })

    test('what was written is what was read, written twice as well, and after opening it again', async () => {
      const source = makeMemoryStore()
      await fill(source)
      await move(source, store())
      await move(source, store())
      const again = await world().reopen()
      expect(await heads(again)).toEqual(await heads(source))
      for (const kind of KINDS) expect(await all(again, kind), kind).toEqual(await all(source, kind))
      for (const caseId of [A, B, C]) {
        expect(await again.ledger.read(caseId)).toEqual(await source.ledger.read(caseId))
        expect(await again.outbox.ofCase(caseId)).toEqual(await source.outbox.ofCase(caseId))
      }
    })

    test('a store that was moved here goes on: each row is said once, in order, and what counts once still does', async () => {
      const source = makeMemoryStore()
      await fill(source)
      await move(source, store())
      const to = await world().reopen()
      expect(await to.chats.find(aChat('x'))).toBe(B)
      expect(
        await to.inbox.put([anInboxRow('first', 'x'), anInboxRow('second', 'x'), anInboxRow('new', 'x')]),
      ).toBe(1)
      const claimed = await to.inbox.claim(claim('w', 100_000), { chats: 10, perChat: 10 })
      expect(claimed.map(({ rows }) => rows.map(({ sealed }) => textOf(sealed)))).toEqual([
        ['sealed second', 'sealed new'],
        ['sealed third'],
      ])
      // The attempt that was under way is given out first, as one of which nobody knows how it ended.
      const said: string[] = []
      for (let now = 200_000; ; now += 10) {
        const [row] = await to.outbox.claim(claim('w', now), TELEGRAM)
        if (row === undefined) break
        said.push(`${row.id} ${row.interrupted ? 'interrupted' : ''}`.trim())
        await to.outbox.settle([{ id: row.id, status: 'sent' }], at(now))
      }
      const rows = [
        `${outboxId(B, 1, 0)} interrupted`,
        outboxId(B, 1, 1),
        outboxId(A, 1, 0),
        outboxId(B, 2, 0),
      ]
      expect(said).toEqual(rows)
      expect(
        (await to.jobs.claim(claim('w', 300_000), 10)).map(({ id, attempts }) => [id, attempts]),
      ).toEqual([[jobId(A, 1, 0), 1]])
      expect(await to.ledger.commit(aCommit(C, 3, { cause: 'a key' }))).toBe('repeated')
      expect(await to.ledger.commit(aCommit(C, 3, { cause: jobId(A, 1, 1) }))).toBe('repeated')
      expect(
        await to.ledger.commit(aCommit(C, 3, { cause: 'another key', outbox: [{ chatKey: aChat('x') }] })),
      ).toBe('done')
      expect(await to.ledger.commit(aCommit(A, 2, { view: { marks: ['m2'] } }))).toBe('done')
      expect(await to.views.marked(['m1', 'm2'], 10)).toEqual([A])
      expect(await to.leases.take('tries', { owner: 'other', now: at(80_000), until: at(99_000) })).toBe(
        false,
      )
    })

    test('new rows of a chat come behind those that were moved, whatever the clock says', async () => {
      const source = makeMemoryStore()
      await fill(source)
      await move(source, store())
      await store().transfer.restartFeed(7)
      const to = await world().reopen()
      await to.ledger.commit(aCommit(A, 2, { outbox: [{ chatKey: aChat('x') }] }))
      expect((await all(to, 'outbox')).map(({ id }) => id).at(-1)).toBe(outboxId(A, 2, 0))
      await to.inbox.put([anInboxRow('late', 'x')])
      expect((await all(to, 'waiting')).map(({ id }) => id).at(-1)).toBe(anInbound('late'))
    })

    test('another entry in the same place is told and not replaced', async () => {
      await fill(store())
      const other = { ...anEntry(B, 2), sealed: bytesOf('something else') }
      expect(await store().transfer.writeEntries([anEntry(B, 1), other, anEntry(B, 3)])).toEqual([other])
      expect(await store().ledger.read(B)).toEqual([anEntry(B, 1), anEntry(B, 2), anEntry(B, 3)])
    })

    test('records of one key take each other’s place, and a delivery only rises', async () => {
      await fill(store())
      const { transfer } = store()
      await transfer.write('chat', [{ chatKey: aChat('x'), caseId: C }])
      expect(await store().chats.find(aChat('x'))).toBe(C)
      const [row] = await all(store(), 'view')
      await transfer.write('view', [{ ...row!, unread: 77, marks: ['m9'] }])
      expect(await store().views.byId(A)).toEqual({ ...row, unread: 77, marks: ['m9'] })
      expect(await store().views.marked(['m1'], 5)).toEqual([])
      const [ended] = await all(store(), 'delivery')
      await transfer.write('delivery', [{ ...ended!, status: 'sent' }])
      expect((await all(store(), 'delivery'))[0]?.status).toBe('read')
      // A row that was open here, and had ended when it was read elsewhere.
      await transfer.write('delivery', [
        { ...ended!, id: outboxId(B, 1, 0), caseId: B, seq: 1, n: 0, status: 'refused' },
      ])
      expect((await all(store(), 'outbox')).map(({ id }) => id)).not.toContain(outboxId(B, 1, 0))
      expect((await store().outbox.claim(claim('two', 500), TELEGRAM)).map(({ id }) => id)).toEqual([
        outboxId(B, 1, 1),
      ])
      await transfer.write('handled', [{ id: anInbound('second'), receivedAt: at(2) }])
      expect((await all(store(), 'waiting')).map(({ id }) => id)).toEqual([anInbound('third')])
    })

    test('records are removed by their keys, and kinds that are under way as a whole', async () => {
      await fill(store())
      const { transfer } = store()
      await transfer.remove('handled', [anInbound('first'), anInbound('third'), 'unknown'])
      await transfer.remove('view', [A])
      await transfer.remove('lease', ['tries'])
      expect(await all(store(), 'handled')).toEqual([])
      expect((await all(store(), 'view')).map(({ caseId }) => caseId)).toEqual([B, C])
      expect(await store().views.marked(['m1'], 5)).toEqual([])
      expect(await all(store(), 'lease')).toEqual([])
      expect((await all(store(), 'waiting')).map(({ id }) => id)).toEqual([
        anInbound('second'),
        anInbound('third'),
      ])
      for (const kind of ['waiting', 'outbox', 'job'] as const) await transfer.clear(kind)
      for (const kind of ['waiting', 'outbox', 'job'] as const) expect(await all(store(), kind)).toEqual([])
      expect(await all(store(), 'delivery')).toHaveLength(1)
      expect(await store().inbox.depth()).toEqual({ waiting: 0 })
    })

    test('whether anybody works on it can be seen', async () => {
      await fill(store())
      expect(await store().transfer.claimed(at(100))).toBe(true)
      expect(await store().transfer.claimed(at(100_000))).toBe(false)
      await store().inbox.claim(claim('w', 100_000), { chats: 1, perChat: 1 })
      expect(await store().transfer.claimed(at(100_100))).toBe(true)
      await store().jobs.claim(claim('w', 200_000), 1)
      expect(await store().transfer.claimed(at(200_100))).toBe(true)
    })

    test('after a restart of the feed every reader from before is told to start over, and news come above', async () => {
      await fill(store())
      const before = await store().feed.head()
      await store().transfer.restartFeed(before + 50_000)
      const again = await world().reopen()
      const [head, floor] = [await again.feed.head(), await again.feed.floor()]
      expect(head).toBe(floor)
      expect(floor).toBeGreaterThan(before + 50_000)
      expect(await again.feed.read(head, 10)).toEqual([])
      await again.ledger.commit(aCommit(A, 2))
      const items = await again.feed.read(head, 10)
      expect(items.map(({ caseId, seq }) => [caseId, seq])).toEqual([[A, 2]])
      expect(items[0]?.position).toBe(await again.feed.head())
      expect(await again.feed.floor()).toBe(floor)
      await again.transfer.restartFeed(0)
      expect(await (await world().reopen()).feed.floor()).toBeGreaterThan(items[0]?.position ?? Infinity)
    })
  })
