import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqliteStore } from '../../adapters/sqlite/index.ts'
import { openSqliteKeys } from '../../adapters/sqlite/keys.ts'
import type { CaseId, ChatKey, InboundId, Sha256Hex } from '../../core/base/ids.ts'
import type { Store } from '../../core/ports/store/store.ts'
import type { Commit } from '../../core/ports/store/ledger.ts'
import type { InboxRow, NewInboxRow } from '../../core/ports/store/inbox.ts'
import { instant } from '../../core/base/units.ts'
import {
  bytesOf,
  CONCURRENCY,
  filled,
  makeChats,
  makeCommit,
  measure,
  NOW,
  OF,
  random,
  summarise,
  type Chat,
  type Tally,
} from './store-turn.ts'
import { part, print, round, type Given } from './figures.ts'

type Size = {
  readonly commits: number
  readonly cases: number
  /** Commits between two clearings of the backlog. */
  readonly stretch: number
  readonly backlog: number
  readonly lists: number
  readonly keys: number
}
const FULL: Size = {
  commits: 30_000,
  cases: 2_000,
  stretch: 1_000,
  backlog: 20_000,
  lists: 500,
  keys: 5_000,
}
const SMALLEST: Size = { commits: 64, cases: 20, stretch: 64, backlog: 64, lists: 2, keys: 10 }

/** The same group sizes and bytes in one table of one file, where nothing but durability is wanted. */
const openRaw = (
  folder: string,
): {
  readonly run: (tally: Tally, count: number, payload: Uint8Array) => void
  readonly close: () => void
} => {
  const db = new DatabaseSync(join(folder, 'raw.db'))
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000',
  )
  db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT')
  const [begin, insert, commit] = [
    db.prepare('BEGIN IMMEDIATE'),
    db.prepare('INSERT INTO t (body) VALUES (?)'),
    db.prepare('COMMIT'),
  ]
  return {
    run: (tally, count, payload) => {
      const cpu = process.cpuUsage()
      const start = performance.now()
      for (let done = 0; done < count; done += CONCURRENCY) {
        begin.run()
        for (let i = 0; i < Math.min(CONCURRENCY, count - done); i++) insert.run(payload)
        commit.run()
      }
      tally.seconds += (performance.now() - start) / 1000
      const { user, system } = process.cpuUsage(cpu)
      tally.cpuMicros += user + system
      tally.count += count
    },
    close: () => db.close(),
  }
}

const CLAIM = { owner: 'bench', now: NOW, until: instant(NOW + 60_000) }

const drainOutbox = async (store: Store): Promise<number> => {
  let sent = 0
  for (;;) {
    const rows = await store.outbox.claim(CLAIM, OF)
    if (rows.length === 0) return sent
    await store.outbox.settle(
      rows.map(({ id }) => ({ id, status: 'sent', receipt: filled(60) })),
      NOW,
    )
    sent += rows.length
  }
}

/** Takes all that waits, as a pump does; `handle` gets a chat's rows. */
const drainInbox = async (
  store: Store,
  handle: (rows: readonly InboxRow[]) => Promise<unknown>,
): Promise<number> => {
  let taken = 0
  for (;;) {
    const chats = await store.inbox.claim(CLAIM, { chats: CONCURRENCY, perChat: 8 })
    if (chats.length === 0) return taken
    await Promise.all(
      chats.map(async ({ chatKey, rows }) => {
        await handle(rows)
        await store.inbox.release([chatKey], CLAIM.owner)
      }),
    )
    taken += chats.reduce((sum, { rows }) => sum + rows.length, 0)
  }
}

const timed = async (what: string, run: () => Promise<number>): Promise<void> => {
  part(what)
  const tally: Tally = { count: 0, seconds: 0, cpuMicros: 0, latencies: [] }
  const cpu = process.cpuUsage()
  const start = performance.now()
  tally.count = await run()
  tally.seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  print({
    bench: 'store',
    what,
    count: tally.count,
    perSecond: Math.round(tally.count / tally.seconds),
    cpuMicrosPerOp: round((user + system) / tally.count, 1),
  })
}

const benchIn = async (folder: string, size: Size): Promise<void> => {
  const { commits: wanted, cases, stretch } = size
  const store = await openSqliteStore({ file: join(folder, 'amin.db') })
  const chats = makeChats(cases)
  let messages = 0
  /** The next message of some chat; chats take turns at random, as people do. */
  const arrive = (): { readonly row: NewInboxRow; readonly chat: Chat } => {
    const chat = chats[Number.parseInt(random.code(4), 36) % cases]
    if (chat === undefined) throw new Error('the bench counts wrongly')
    messages++
    return {
      chat,
      row: { id: random.code(43) as InboundId, chatKey: chat.chatKey, receivedAt: NOW, sealed: filled(400) },
    }
  }
  const answer = (chat: Chat, inbound: InboundId): Commit => {
    const commit = makeCommit(chat, inbound, (++messages).toString(16).padStart(64, '0') as Sha256Hex)
    chat.seq++
    chat.hash = commit.entry.hash
    return commit
  }
  const mustBeDone = (outcome: string): void => {
    if (outcome !== 'done') throw new Error(`a commit of the bench ended as ${outcome}`)
  }

  // Commits alone, in stretches; between them the rest of the work is done, so that backlogs are
  // those of a running system. SQLite alone takes its turn after each stretch, so that a machine
  // that is busy with other things slows both.
  const tally: Tally = { count: 0, seconds: 0, cpuMicros: 0, latencies: [] }
  const rawTally: Tally = { count: 0, seconds: 0, cpuMicros: 0, latencies: [] }
  const raw = openRaw(folder)
  let payload = 0
  part('ledger.commit')
  while (tally.count < wanted) {
    const arrived = Array.from({ length: stretch }, arrive)
    await store.inbox.put(arrived.map(({ row }) => row))
    const commits = arrived.map(({ chat, row }) => answer(chat, row.id))
    payload = commits[0] === undefined ? 0 : bytesOf(commits[0])
    await measure(
      tally,
      commits.map((commit) => async () => mustBeDone(await store.ledger.commit(commit))),
    )
    raw.run(rawTally, stretch, filled(payload))
    await drainOutbox(store)
  }
  raw.close()
  const through = summarise(tally)
  const rawPerSecond = Math.round(rawTally.count / rawTally.seconds)
  print({
    bench: 'store',
    what: 'ledger.commit',
    concurrency: CONCURRENCY,
    bytes: payload,
    ...through,
    rawPerSecond,
    rawCpuMicrosPerOp: round(rawTally.cpuMicros / rawTally.count, 1),
    ratio: round((through['perSecond'] ?? 0) / rawPerSecond, 2),
  })

  // The store's part of whole turns: arrival, claim, commit, release, then the reply's claim and settlement.
  const byId = new Map<InboundId, Chat>()
  await timed('whole turn: put, claim, commit, release, send, settle', async () => {
    for (let done = 0; done < wanted; done += CONCURRENCY) {
      const arrived = Array.from({ length: CONCURRENCY }, arrive)
      for (const { row, chat } of arrived) byId.set(row.id, chat)
      await store.inbox.put(arrived.map(({ row }) => row))
      await drainInbox(store, async (rows) => {
        for (const { id } of rows) mustBeDone(await store.ledger.commit(answer(byId.get(id) as Chat, id)))
      })
      await drainOutbox(store)
    }
    return wanted
  })

  const backlog = Array.from({ length: size.backlog }, (_, i) => ({
    ...arrive().row,
    chatKey: `chat${i % (size.backlog / 2)}` as ChatKey,
  }))
  await timed(`inbox.put of 64 rows, ${size.backlog / 2} chats waiting`, async () => {
    for (let i = 0; i < backlog.length; i += CONCURRENCY)
      await store.inbox.put(backlog.slice(i, i + CONCURRENCY))
    return backlog.length
  })
  await timed(`inbox.claim, settle, release, ${size.backlog / 2} chats waiting`, () =>
    drainInbox(store, (rows) => store.inbox.settle(rows.map(({ id }) => id))),
  )
  await timed('ledger.read of about 30 entries', async () => {
    for (const { caseId } of chats) await store.ledger.read(caseId)
    return chats.length
  })
  await timed(`views.list, 50 rows of ${cases}`, async () => {
    for (let i = 0; i < size.lists; i++) await store.views.list({ status: ['waiting', 'bot'] }, { limit: 50 })
    return size.lists
  })
  await store.close()

  part('keys.keep')
  const keys = await openSqliteKeys({ file: join(folder, 'keys.db') })
  const kept: Tally = { count: 0, seconds: 0, cpuMicros: 0, latencies: [] }
  await measure(
    kept,
    Array.from({ length: size.keys }, () => () => keys.keep(random.id() as CaseId, filled(92))),
  )
  await keys.close()
  print({ bench: 'store', what: 'keys.keep', concurrency: CONCURRENCY, ...summarise(kept) })
}

/** Durable commits through the port against SQLite alone, in one run on one disk; JSON lines. */
export const benchStore = async ({ smallest }: Given): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-bench-'))
  try {
    await benchIn(folder, smallest ? SMALLEST : FULL)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
