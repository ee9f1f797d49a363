import {
  array,
  assert as assertLaw,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  subarray,
  tuple,
} from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeMemoryStore } from '../../adapters/memory/store.ts'
import { openSqliteStore } from '../../adapters/sqlite/index.ts'
import { jobId, outboxId } from '../../core/base/ids.ts'
import type { Store } from '../../core/ports/store/store.ts'
import type { Claim } from '../../core/ports/store/claim.ts'
import type { CaseRow } from '../../core/ports/store/views.ts'
import type { Settlement } from '../../core/ports/store/outbox.ts'
import {
  aCase,
  aChat,
  aCommit,
  anAgent,
  anInbound,
  anInboxRow,
  at,
  bytesOf,
} from '../contract/store-builders.ts'
import { runs } from './runs.ts'

/**
 * One question to a store. `now` never goes back within a run; all names come from small sets, so
 * that they meet.
 */
type Step = (store: Store, now: number) => Promise<unknown>

const few = (most: number): Arbitrary<number> => integer({ min: 0, max: most })
const owner = constantFrom('one', 'two')
const aClaim = record({ owner, length: few(6) })
const claimAt = ({ owner, length }: { owner: string; length: number }, now: number): Claim => ({
  owner,
  now: at(now),
  until: at(now + length),
})
const caseName = constantFrom('a', 'b', 'c')
const chatName = constantFrom('x', 'y', 'z')
const inboundName = constantFrom('i', 'j', 'k', 'l', 'm')
const OF = { channel: 'telegram', account: 'bot1' } as const

const newest = async (store: Store, name: string): Promise<number> =>
  (await store.ledger.read(aCase(name))).length

const inboxSteps: Arbitrary<Step> = oneof(
  array(tuple(inboundName, chatName), { maxLength: 4 }).map(
    (rows): Step =>
      (store, now) =>
        store.inbox.put(rows.map(([id, chat]) => anInboxRow(id, chat, now))),
  ),
  record({ aClaim, chats: few(3), perChat: few(3) }).map(
    ({ aClaim, chats, perChat }): Step =>
      (store, now) =>
        store.inbox.claim(claimAt(aClaim, now), { chats, perChat }),
  ),
  tuple(subarray(['x', 'y', 'z']), owner).map(
    ([chats, who]): Step =>
      (store) =>
        store.inbox.release(chats.map(aChat), who),
  ),
  subarray(['i', 'j', 'k', 'l']).map(
    (ids): Step =>
      (store) =>
        store.inbox.settle(ids.map(anInbound)),
  ),
  inboundName.map(
    (id): Step =>
      (store) =>
        store.inbox.failed(anInbound(id)),
  ),
  few(4).map(
    (ago): Step =>
      (store, now) =>
        store.inbox.prune(at(now - ago)),
  ),
)

const commitStep: Arbitrary<Step> = record({
  name: caseName,
  stale: few(4),
  cause: option(constantFrom('p', 'q', 'r', 's')),
  outbox: array(record({ chat: chatName, speaker: constantFrom('bot', 'agent', 'system'), due: few(8) }), {
    maxLength: 3,
  }),
  jobs: array(few(8), { maxLength: 2 }),
  silence: boolean(),
  inbound: option(inboundName),
  view: record({
    status: constantFrom('bot', 'waiting', 'agent', 'closed'),
    severity: constantFrom('P1', 'P2'),
    waiting: option(few(5)),
    assignee: option(constantFrom('layla', 'omar')),
    team: constantFrom('north', 'south'),
  }),
}).map(({ name, stale, cause, outbox, jobs, silence, inbound, view }): Step => async (store, now) => {
  const caseId = aCase(name)
  // Mostly the next entry; now and then one that exists already, or one too far.
  const seq = Math.max(1, (await newest(store, name)) + (stale === 0 ? 0 : stale === 1 ? 2 : 1))
  const { waiting, assignee, ...open } = view
  return store.ledger.commit(
    aCommit(caseId, seq, {
      outbox: outbox.map(({ chat, speaker, due }) => ({
        chatKey: aChat(chat),
        speaker,
        dueAt: at(now + due),
      })),
      jobs: jobs.map((due) => ({ dueAt: at(now + due) })),
      silence,
      at: at(now),
      view: {
        ...open,
        lastAt: at(now),
        ...(waiting === null ? {} : { waitingSince: at(waiting) }),
        ...(assignee === null ? {} : { assignee: anAgent(assignee) }),
      },
      ...(cause === null ? {} : { cause }),
      ...(inbound === null ? {} : { handles: { inbound: anInbound(inbound) } }),
    }),
  )
})

const settlement: Arbitrary<(now: number) => Settlement> = oneof(
  constantFrom('sent', 'delivered', 'read').chain((status) =>
    option(constantFrom('r1', 'r2')).map(
      (receipt) => () => (receipt === null ? { status } : { status, receipt: bytesOf(receipt) }),
    ),
  ),
  constantFrom('refused', 'unclear').map((status) => () => ({ status })),
  few(6).map((due) => (now: number) => ({ status: 'again' as const, dueAt: at(now + due) })),
)

const outboxSteps: Arbitrary<Step> = oneof(
  record({ aClaim, limit: few(3) }).map(
    ({ aClaim, limit }): Step =>
      (store, now) =>
        store.outbox.claim(claimAt(aClaim, now), { ...OF, limit }),
  ),
  array(record({ name: caseName, seq: few(4), n: few(2), how: settlement }), { maxLength: 4 }).map(
    (settlements): Step =>
      (store, now) =>
        store.outbox.settle(
          settlements.map(({ name, seq, n, how }) => ({
            id: outboxId(aCase(name), seq + 1, n),
            ...how(now),
          })),
          at(now),
        ),
  ),
)

const jobSteps: Arbitrary<Step> = oneof(
  record({ aClaim, limit: few(3) }).map(
    ({ aClaim, limit }): Step =>
      (store, now) =>
        store.jobs.claim(claimAt(aClaim, now), limit),
  ),
  tuple(caseName, few(4), few(1)).map(
    ([name, seq, n]): Step =>
      (store) =>
        store.jobs.finish(jobId(aCase(name), seq, n)),
  ),
  tuple(caseName, few(4), few(6)).map(
    ([name, seq, due]): Step =>
      (store, now) =>
        store.jobs.postpone(jobId(aCase(name), seq, 0), at(now + due)),
  ),
)

const roleSteps: Arbitrary<Step> = oneof(
  tuple(chatName, caseName, option(caseName)).map(
    ([chat, name, instead]): Step =>
      (store) =>
        instead === null
          ? store.chats.bind(aChat(chat), aCase(name))
          : store.chats.bind(aChat(chat), aCase(name), aCase(instead)),
  ),
  tuple(constantFrom('p', 'q'), aClaim).map(
    ([name, aClaim]): Step =>
      (store, now) =>
        store.leases.take(name, claimAt(aClaim, now)),
  ),
  tuple(constantFrom('p', 'q'), owner).map(
    ([name, who]): Step =>
      (store) =>
        store.leases.release(name, who),
  ),
  owner.map(
    (who): Step =>
      (store) =>
        store.leases.forfeit(who),
  ),
  few(5).map(
    (ago): Step =>
      (store, now) =>
        store.feed.prune(at(now - ago)),
  ),
)

const allRows = async (store: Store): Promise<readonly CaseRow[]> => {
  const all: CaseRow[] = []
  for (let cursor: string | undefined; ;) {
    const page = await store.views.list(
      { status: ['waiting', 'agent', 'bot'] },
      { limit: 2, ...(cursor === undefined ? {} : { cursor }) },
    )
    all.push(...page.rows)
    cursor = page.cursor
    if (cursor === undefined) return all
  }
}

/** All that can be seen of a store without changing it. */
const look = async (store: Store): Promise<unknown> => ({
  inbox: await store.inbox.depth(),
  outbox: [await store.outbox.depth(), await store.outbox.nextDue(OF)],
  jobs: [await store.jobs.depth(), await store.jobs.nextDue()],
  cases: await Promise.all(
    ['a', 'b', 'c'].map(async (name) => [
      await store.ledger.read(aCase(name)),
      await store.outbox.ofCase(aCase(name)),
      await store.views.byId(aCase(name)),
    ]),
  ),
  rows: await allRows(store),
  filtered: await store.views.list({ team: 'north', severity: ['P1'] }, { limit: 99 }),
  counts: await store.views.counts(),
  chats: await Promise.all(['x', 'y', 'z'].map((chat) => store.chats.find(aChat(chat)))),
  feed: [await store.feed.read(0, 99), await store.feed.head(), await store.feed.floor()],
})

test('law: asked the same, the SQLite store answers what the memory store answers, at every step', async () => {
  const step = oneof(
    { weight: 3, arbitrary: commitStep },
    { weight: 3, arbitrary: outboxSteps },
    { weight: 2, arbitrary: inboxSteps },
    jobSteps,
    roleSteps,
  )
  const folder = await mkdtemp(join(tmpdir(), 'amin-twin-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  let run = 0
  await assertLaw(
    asyncProperty(
      array(record({ step, pause: few(3) }), { minLength: 1, maxLength: 60, size: 'large' }),
      async (steps) => {
        const memory = makeMemoryStore()
        const sqlite = await openSqliteStore({ file: join(folder, `${run++}.db`) })
        try {
          let now = 0
          for (const { step, pause } of steps) {
            now += pause
            expect(await step(sqlite, now)).toEqual(await step(memory, now))
            expect(await look(sqlite)).toEqual(await look(memory))
          }
        } finally {
          await sqlite.close()
        }
      },
    ),
    runs(25),
  )
})
