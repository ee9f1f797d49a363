import { describe, expect, test } from 'vitest'
import { jobId, outboxId, type JobId } from '../../core/base/ids.ts'
import type { Store } from '../../core/ports/store/store.ts'
import {
  aCase,
  aCaseRow,
  aCommit,
  anAgent,
  anEntry,
  anInbound,
  anInboxRow,
  at,
  claim,
  collect,
  TELEGRAM,
  textOf,
  type StoreWorld,
} from './store-builders.ts'

const A = aCase('a')
const B = aCase('b')

export const describeLedger = (world: () => StoreWorld): void =>
  void describe('ledger', () => {
    const store = (): Store => world().store

    test('entries are read as they were written, in order, from anywhere', async () => {
      for (const seq of [1, 2, 3]) expect(await store().ledger.commit(aCommit(A, seq))).toBe('done')
      await store().ledger.commit(aCommit(B, 1))
      expect(await store().ledger.read(A)).toEqual([anEntry(A, 1), anEntry(A, 2), anEntry(A, 3)])
      expect(await store().ledger.read(A, 2)).toEqual([anEntry(A, 3)])
      expect(await store().ledger.read(A, 3)).toEqual([])
      expect(await store().ledger.read(aCase('unknown'))).toEqual([])
    })

    test('a thousand cases are listed once each', async () => {
      const ids = Array.from({ length: 1000 }, (_, i) => aCase(`c${i}x`))
      await Promise.all(ids.map((id) => store().ledger.commit(aCommit(id, 1))))
      await store().ledger.commit(aCommit(ids[7]!, 2))
      expect([...(await collect(store().ledger.cases()))].sort()).toEqual([...ids].sort())
    })

    test('a commit spreads to the outbox, the jobs, the view, the feed and the inbox', async () => {
      await store().inbox.put([anInboxRow('in', 'x')])
      const commit = aCommit(A, 1, {
        outbox: [{}, { speaker: 'system', repeatable: true }],
        jobs: [{ kind: 'preview', dueAt: at(40) }],
        view: { status: 'waiting', waitingSince: at(3), assignee: anAgent('layla') },
        kinds: ['case_opened', 'message_received'],
        cause: anInbound('in'),
        handles: { inbound: anInbound('in') },
        at: at(9),
      })
      expect(await store().ledger.commit(commit)).toBe('done')
      expect(await store().outbox.ofCase(A)).toEqual([
        { id: outboxId(A, 1, 0), seq: 1, n: 0, speaker: 'bot', status: 'queued', attempts: 0 },
        { id: outboxId(A, 1, 1), seq: 1, n: 1, speaker: 'system', status: 'queued', attempts: 0 },
      ])
      const [row] = await store().outbox.claim(claim('one', 10), TELEGRAM)
      expect(row).toEqual({ ...commit.outbox[0], status: 'sending', attempts: 1, interrupted: false })
      expect(await store().jobs.claim(claim('one', 40), 10)).toEqual([{ ...commit.jobs[0], attempts: 1 }])
      expect(await store().views.byId(A)).toEqual(commit.view)
      const position = await store().feed.head()
      expect(await store().feed.read(0, 10)).toEqual([
        { position, at: at(9), kinds: ['case_opened', 'message_received'], caseId: A, seq: 1 },
      ])
      expect(await store().inbox.depth()).toEqual({ waiting: 0 })
    })

    test('a handled job is gone', async () => {
      await store().ledger.commit(aCommit(A, 1, { jobs: [{}] }))
      await store().ledger.commit(aCommit(A, 2, { cause: jobId(A, 1, 0), handles: { job: jobId(A, 1, 0) } }))
      expect(await store().jobs.depth()).toEqual({ waiting: 0 })
    })

    test('of two commits of the same seq one is done, and nothing of the other is anywhere', async () => {
      await store().ledger.commit(aCommit(A, 1))
      await store().inbox.put([anInboxRow('in', 'x')])
      const before = await store().feed.head()
      const late = aCommit(A, 1, {
        outbox: [{}],
        jobs: [{}],
        view: { unread: 99 },
        cause: anInbound('in'),
        handles: { inbound: anInbound('in') },
      })
      expect(await store().ledger.commit(late)).toBe('conflict')
      expect(await store().ledger.read(A)).toHaveLength(1)
      expect(await store().outbox.depth()).toEqual({ waiting: 0 })
      expect(await store().jobs.depth()).toEqual({ waiting: 0 })
      expect((await store().views.byId(A))?.unread).toBe(1)
      expect(await store().feed.head()).toBe(before)
      expect((await store().inbox.depth()).waiting).toBe(1)
    })

    test('the cause of a commit that lost is free to be decided again', async () => {
      await store().ledger.commit(aCommit(A, 1))
      expect(await store().ledger.commit(aCommit(A, 1, { cause: 'key' }))).toBe('conflict')
      expect(await store().ledger.commit(aCommit(A, 2, { cause: 'key' }))).toBe('done')
    })

    test('a gap in a chain is a conflict, at its beginning too', async () => {
      expect(await store().ledger.commit(aCommit(A, 2))).toBe('conflict')
      await store().ledger.commit(aCommit(A, 1))
      expect(await store().ledger.commit(aCommit(A, 3))).toBe('conflict')
      expect(await store().ledger.read(A)).toEqual([anEntry(A, 1)])
    })

    test('of many commits of the same seq at the same time exactly one is done', async () => {
      for (const seq of [1, 2, 3]) {
        const outcomes = await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            store().ledger.commit(aCommit(A, seq, { cause: `${seq}.${i}` })),
          ),
        )
        expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
        expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(9)
      }
      expect(await store().ledger.read(A)).toHaveLength(3)
    })

    test('a cause counts once in the store, in whatever case; the repeat writes nothing but marks handled what it handles', async () => {
      await store().inbox.put([anInboxRow('in', 'x')])
      await store().ledger.commit(aCommit(A, 1, { cause: anInbound('in'), jobs: [{}] }))
      expect((await store().inbox.depth()).waiting).toBe(1)
      const head = await store().feed.head()
      const repeat = {
        cause: anInbound('in'),
        outbox: [{}],
        handles: { inbound: anInbound('in'), job: jobId(A, 1, 0) },
      }
      expect(await store().ledger.commit(aCommit(B, 1, repeat))).toBe('repeated')
      expect(await store().ledger.read(B)).toEqual([])
      expect(await store().views.byId(B)).toBeUndefined()
      expect(await store().outbox.depth()).toEqual({ waiting: 0 })
      expect(await store().feed.head()).toBe(head)
      expect(await store().inbox.depth()).toEqual({ waiting: 0 })
      expect(await store().jobs.depth()).toEqual({ waiting: 0 })
    })

    test('a repeat is known as one even where its seq is taken', async () => {
      await store().ledger.commit(aCommit(A, 1, { cause: 'key' }))
      expect(await store().ledger.commit(aCommit(A, 1, { cause: 'key' }))).toBe('repeated')
    })

    test('of many commits of one cause at the same time exactly one is done', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          store().ledger.commit(aCommit(aCase(`k${i}`), 1, { cause: 'key' })),
        ),
      )
      expect([...outcomes].sort()).toEqual(['done', ...Array.from({ length: 9 }, () => 'repeated')])
    })

    test('a commit without a cause never is a repeat', async () => {
      await store().ledger.commit(aCommit(A, 1))
      expect(await store().ledger.commit(aCommit(A, 2))).toBe('done')
    })

    test('handling an unknown inbound or job changes nothing', async () => {
      const handles = { inbound: anInbound('unknown'), job: 'unknown' as JobId }
      expect(await store().ledger.commit(aCommit(A, 1, { handles }))).toBe('done')
    })

    test('silence refuses what the bot had not begun to say in the case, and lets the commit speak', async () => {
      await store().ledger.commit(
        aCommit(A, 1, { outbox: [{}, {}, { speaker: 'agent' }, { speaker: 'system' }] }),
      )
      await store().ledger.commit(aCommit(B, 1, { outbox: [{}] }))
      await store().outbox.claim(claim('one', 0), { ...TELEGRAM, limit: 1 })
      await store().ledger.commit(aCommit(A, 2, { silence: true, outbox: [{}] }))
      const delivery = await store().outbox.ofCase(A)
      expect(delivery.map(({ seq, n, status }) => `${seq}.${n} ${status}`)).toEqual([
        '1.0 sending',
        '1.1 refused',
        '1.2 queued',
        '1.3 queued',
        '2.0 queued',
      ])
      expect((await store().outbox.ofCase(B)).map(({ status }) => status)).toEqual(['queued'])
    })

    test('silence spares a row that was tried already: it may have been delivered', async () => {
      await store().ledger.commit(aCommit(A, 1, { outbox: [{}] }))
      await store().outbox.claim(claim('one', 0), TELEGRAM)
      await store().outbox.settle([{ id: outboxId(A, 1, 0), status: 'again', dueAt: at(5) }], at(1))
      await store().ledger.commit(aCommit(A, 2, { silence: true }))
      expect((await store().outbox.ofCase(A)).map(({ status }) => status)).toEqual(['queued'])
    })

    test('after silence the chat goes on with what is left', async () => {
      await store().ledger.commit(aCommit(A, 1, { outbox: [{}, {}, { speaker: 'agent' }] }))
      await store().ledger.commit(aCommit(A, 2, { silence: true }))
      const rows = await store().outbox.claim(claim('one', 0), TELEGRAM)
      expect(rows.map(({ id }) => id)).toEqual([outboxId(A, 1, 2)])
    })

    test('a view follows its newest entry, whatever a rebuild puts meanwhile', async () => {
      await store().ledger.commit(aCommit(A, 1))
      await store().ledger.commit(aCommit(A, 2))
      await store().views.put(aCaseRow(A, 1, { unread: 50 }))
      expect(await store().views.byId(A)).toEqual(aCaseRow(A, 2))
    })

    test('all of a commit outlives a restart', async () => {
      await store().ledger.commit(aCommit(A, 1, { outbox: [{}], jobs: [{}], cause: 'key' }))
      const again = await world().reopen()
      expect(await again.ledger.read(A)).toEqual([anEntry(A, 1)])
      expect(textOf((await again.outbox.claim(claim('one', 0), TELEGRAM))[0]?.sealed)).toBe(`say ${A} 1 0`)
      expect((await again.jobs.claim(claim('one', 0), 9)).map(({ id }) => id)).toEqual([jobId(A, 1, 0)])
      expect((await again.views.byId(A))?.seq).toBe(1)
      expect(await again.feed.read(0, 9)).toHaveLength(1)
      expect(await again.ledger.commit(aCommit(A, 2, { cause: 'key' }))).toBe('repeated')
    })
  })
