import { array, assert as assertLaw, asyncProperty, constantFrom, integer } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outboxId, type CaseId, type OutboxId } from '../../core/base/ids.ts'
import type { DeliveryStatus, NewOutboxRow, Outbox } from '../../core/ports/store/outbox.ts'
import {
  aCase,
  aChat,
  aCommit,
  at,
  bytesOf,
  claim,
  TELEGRAM,
  textOf,
  type StoreWorld,
} from './store-builders.ts'

const A = aCase('a')
const B = aCase('b')
const row = (seq: number, n = 0, caseId: CaseId = A): OutboxId => outboxId(caseId, seq, n)

export const describeOutbox = (world: () => StoreWorld): void =>
  void describe('outbox', () => {
    const outbox = (): Outbox => world().store.outbox
    const say = async (caseId: CaseId, seq: number, rows: readonly Partial<NewOutboxRow>[]): Promise<void> =>
      void (await world().store.ledger.commit(aCommit(caseId, seq, { outbox: rows })))
    const claimIds = async (
      owner: string,
      now: number,
      until?: number,
      limit = 100,
    ): Promise<readonly OutboxId[]> =>
      (await outbox().claim(claim(owner, now, until), { ...TELEGRAM, limit })).map(({ id }) => id)
    const statuses = async (caseId: CaseId = A): Promise<readonly DeliveryStatus[]> =>
      (await outbox().ofCase(caseId)).map(({ status }) => status)
    const settle = (
      id: OutboxId,
      status: 'sent' | 'delivered' | 'read' | 'refused' | 'unclear',
    ): Promise<void> => outbox().settle([{ id, status }], at(0))

    test('a chat gives its rows one by one, each after the one before was settled', async () => {
      await say(A, 1, [{}, {}])
      await say(A, 2, [{}])
      for (const id of [row(1, 0), row(1, 1), row(2, 0)]) {
        expect(await claimIds('one', 0)).toEqual([id])
        expect(await claimIds('one', 0)).toEqual([])
        await settle(id, 'sent')
      }
      expect(await claimIds('one', 0)).toEqual([])
    })

    test('chats do not wait for each other', async () => {
      await say(A, 1, [{}, {}])
      await say(B, 1, [{}])
      expect(await claimIds('one', 0)).toEqual([row(1), row(1, 0, B)])
    })

    test('a chat that had a case before goes on in the order of the commits', async () => {
      const chatKey = aChat('one and the same')
      await say(A, 1, [{ chatKey }])
      await say(A, 2, [{ chatKey }])
      await say(B, 1, [{ chatKey }])
      for (const id of [row(1), row(2), row(1, 0, B)]) {
        expect(await claimIds('one', 0)).toEqual([id])
        await settle(id, 'sent')
      }
    })

    test.each(['sent', 'delivered', 'read', 'refused', 'unclear'] as const)(
      'a row settled as %s lets the next one go',
      async (status) => {
        await say(A, 1, [{}, {}])
        await claimIds('one', 0)
        await settle(row(1), status)
        expect(await claimIds('one', 0)).toEqual([row(1, 1)])
      },
    )

    test('a first row that is not due holds its chat back, even where later rows are due', async () => {
      await say(A, 1, [{ dueAt: at(50) }, { dueAt: at(0) }])
      expect(await claimIds('one', 49)).toEqual([])
      expect(await claimIds('one', 50)).toEqual([row(1)])
    })

    test('a row to be tried again holds its chat back until then, and counts its attempts', async () => {
      await say(A, 1, [{}, {}])
      await claimIds('one', 0)
      await outbox().settle([{ id: row(1), status: 'again', dueAt: at(30) }], at(1))
      expect(await statuses()).toEqual(['queued', 'queued'])
      expect(await claimIds('one', 29)).toEqual([])
      const [again] = await outbox().claim(claim('one', 30), TELEGRAM)
      expect(again).toMatchObject({ id: row(1), attempts: 2, interrupted: false, dueAt: at(30) })
      expect(textOf(again?.sealed)).toBe(`say ${A} 1 0`)
    })

    test('of a claim those due longest come first, up to the limit', async () => {
      const cases = [30, 10, 20].map((due, i) => [aCase(`d${i}`), due] as const)
      for (const [caseId, due] of cases) await say(caseId, 1, [{ dueAt: at(due) }])
      expect(await claimIds('one', 100, 200, 2)).toEqual([row(1, 0, cases[1]![0]), row(1, 0, cases[2]![0])])
      expect(await claimIds('one', 100, 200, 2)).toEqual([row(1, 0, cases[0]![0])])
    })

    test('channels and accounts are apart', async () => {
      await say(A, 1, [{ channel: 'webchat', account: 'web' }])
      await say(B, 1, [{ account: 'bot2' }])
      expect(await claimIds('one', 0)).toEqual([])
      expect(await outbox().nextDue({ channel: 'telegram', account: 'bot1' })).toBeUndefined()
      expect(
        await outbox().claim(claim('one', 0), { channel: 'webchat', account: 'web', limit: 9 }),
      ).toHaveLength(1)
      expect(
        await outbox().claim(claim('one', 0), { channel: 'telegram', account: 'bot2', limit: 9 }),
      ).toHaveLength(1)
    })

    test('two senders that claim at once never get the same row', async () => {
      await Promise.all(Array.from({ length: 30 }, (_, i) => say(aCase(`s${i}z`), 1, [{}, {}])))
      const claims = await Promise.all(
        Array.from({ length: 6 }, (_, i) => claimIds(`sender${i}`, 0, 1000, 7)),
      )
      expect(claims.flat()).toHaveLength(30)
      expect(new Set(claims.flat()).size).toBe(30)
    })

    test('an attempt that nobody ended is given again after its time, marked as interrupted', async () => {
      await say(A, 1, [{}, {}])
      const [first] = await outbox().claim(claim('one', 0, 1000), TELEGRAM)
      expect(first).toMatchObject({ status: 'sending', attempts: 1, interrupted: false })
      expect(await claimIds('two', 999)).toEqual([])
      const [second] = await outbox().claim(claim('two', 1000), TELEGRAM)
      expect(second).toMatchObject({ id: row(1), attempts: 2, interrupted: true })
    })

    test('forfeit gives the attempts of a dead sender again, as interrupted, and nobody else’s', async () => {
      await say(A, 1, [{}])
      await say(B, 1, [{}])
      await claimIds('one', 0, 1000, 1)
      await claimIds('two', 0, 1000, 1)
      await world().store.leases.forfeit('one')
      const rows = await outbox().claim(claim('one', 1), TELEGRAM)
      expect(rows.map(({ id, interrupted }) => [id, interrupted])).toEqual([[row(1), true]])
    })

    test('an interrupted attempt outlives a restart', async () => {
      await say(A, 1, [{}])
      await claimIds('one', 0)
      const again = (await world().reopen()).outbox
      expect(await again.claim(claim('one', 1), TELEGRAM)).toEqual([])
      expect(await again.claim(claim('one', 1000), TELEGRAM)).toMatchObject([
        { id: row(1), interrupted: true },
      ])
    })

    test('a receipt is kept, and a later one takes its place', async () => {
      await say(A, 1, [{}])
      await claimIds('one', 0)
      const receipts = async (): Promise<readonly (string | undefined)[]> =>
        (await outbox().ofCase(A)).map(({ receipt }) => textOf(receipt))
      expect(await receipts()).toEqual([undefined])
      await outbox().settle([{ id: row(1), status: 'sent', receipt: bytesOf('message 7') }], at(1))
      await outbox().settle([{ id: row(1), status: 'delivered' }], at(2))
      expect(await receipts()).toEqual(['message 7'])
      await outbox().settle([{ id: row(1), status: 'read', receipt: bytesOf('message 8') }], at(2))
      expect(await receipts()).toEqual(['message 8'])
      await outbox().settle([{ id: row(1), status: 'sent', receipt: bytesOf('late') }], at(3))
      expect(await receipts()).toEqual(['message 8'])
    })

    test('of several settlements in one call each is done, unknown rows are passed over', async () => {
      await say(A, 1, [{}, {}])
      await outbox().settle(
        [
          { id: row(1, 1), status: 'refused' },
          { id: row(7), status: 'sent' },
          { id: 'nonsense' as OutboxId, status: 'sent' },
          { id: row(1), status: 'sent' },
        ],
        at(1),
      )
      expect(await statuses()).toEqual(['sent', 'refused'])
    })

    test('a row settled before its turn leaves the order of the others', async () => {
      await say(A, 1, [{}, {}, {}])
      await settle(row(1, 1), 'refused')
      expect(await claimIds('one', 0)).toEqual([row(1)])
      await settle(row(1), 'sent')
      expect(await claimIds('one', 0)).toEqual([row(1, 2)])
    })

    test('what the console must show again is told to the feed: an agent’s words and every failure, not the bot’s success', async () => {
      await say(A, 1, [{ speaker: 'agent' }, { speaker: 'bot' }, { speaker: 'bot' }, { speaker: 'system' }])
      const told = async (): Promise<readonly unknown[]> =>
        (await world().store.feed.read(0, 99))
          .filter(({ kinds }) => kinds.includes('delivery'))
          .map(({ kinds, at, caseId, seq }) => ({ kinds, at, caseId, seq }))
      const item = (ms: number): unknown => ({ kinds: ['delivery'], at: at(ms), caseId: A, seq: 1 })
      await outbox().settle([{ id: row(1, 1), status: 'sent' }], at(1))
      expect(await told()).toEqual([])
      await outbox().settle([{ id: row(1, 0), status: 'sent' }], at(2))
      await outbox().settle([{ id: row(1, 0), status: 'sent' }], at(3))
      await outbox().settle([{ id: row(1, 0), status: 'read' }], at(4))
      await outbox().settle([{ id: row(1, 2), status: 'refused' }], at(5))
      await outbox().settle([{ id: row(1, 3), status: 'unclear' }], at(6))
      expect(await told()).toEqual([item(2), item(4), item(5), item(6)])
    })

    test('nextDue is when the first row of a chat falls due or its claim ends', async () => {
      const of = { channel: 'telegram', account: 'bot1' } as const
      expect(await outbox().nextDue(of)).toBeUndefined()
      await say(A, 1, [{ dueAt: at(40) }, { dueAt: at(1) }])
      expect(await outbox().nextDue(of)).toBe(at(40))
      await say(B, 1, [{ dueAt: at(60) }])
      await claimIds('one', 40, 70)
      expect(await outbox().nextDue(of)).toBe(at(60))
      await claimIds('one', 60, 90)
      expect(await outbox().nextDue(of)).toBe(at(70))
      await settle(row(1), 'sent')
      expect(await outbox().nextDue(of)).toBe(at(1))
    })

    test('depth counts what is not settled, and tells the earliest time', async () => {
      expect(await outbox().depth()).toEqual({ waiting: 0 })
      await say(A, 1, [{ dueAt: at(40) }, { dueAt: at(10) }])
      await claimIds('one', 50)
      expect(await outbox().depth()).toEqual({ waiting: 2, oldest: at(10) })
      await settle(row(1, 1), 'sent')
      expect(await outbox().depth()).toEqual({ waiting: 1, oldest: at(40) })
    })

    test('rows of a case are told in order', async () => {
      for (let seq = 1; seq <= 11; seq++) await say(A, seq, [{}, {}])
      const order = (await outbox().ofCase(A)).map(({ seq, n }) => seq * 100 + n)
      expect(order).toEqual([...order].sort((a, b) => a - b))
      expect(order).toHaveLength(22)
    })

    test('law: whatever is said in whatever order, a status only rises, and what was proven stays', async () => {
      const rank: Record<DeliveryStatus, number> = {
        queued: 0,
        sending: 1,
        refused: 2,
        unclear: 2,
        sent: 3,
        delivered: 4,
        read: 5,
      }
      const said = constantFrom('sent', 'delivered', 'read', 'refused', 'unclear', 'again', 'claim')
      let cases = 0
      await assertLaw(
        asyncProperty(array(said, { maxLength: 8 }), integer({ min: 0, max: 9 }), async (steps, due) => {
          const caseId = aCase(`L${cases++}x`)
          await say(caseId, 1, [{}])
          let before: DeliveryStatus = 'queued'
          for (const step of steps) {
            if (step === 'claim') await outbox().claim(claim('one', 10), TELEGRAM)
            else if (step === 'again')
              await outbox().settle([{ id: row(1, 0, caseId), status: step, dueAt: at(due) }], at(0))
            else await settle(row(1, 0, caseId), step)
            const [now] = await statuses(caseId)
            const requeued = step === 'again' && before === 'sending' && now === 'queued'
            expect(rank[now!] >= rank[before] || requeued).toBe(true)
            if (rank[before] >= rank.refused) expect(now === before || rank[now!] > rank[before]).toBe(true)
            before = now!
          }
          const proofs = steps.filter((step) => step === 'sent' || step === 'delivered' || step === 'read')
          if (proofs.length > 0) expect(rank[before]).toBe(Math.max(...proofs.map((proof) => rank[proof])))
        }),
        { numRuns: 60 },
      )
    })
  })
