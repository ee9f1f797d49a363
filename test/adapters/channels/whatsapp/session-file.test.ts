import '../../../../adapters/channels/whatsapp/harden.ts'
import { initAuthCreds, proto, type SignalDataSet } from '@whiskeysockets/baileys'
import * as fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { makeMemoryClock } from '../../../../adapters/memory/clock.ts'
import { makeMemoryStore } from '../../../../adapters/memory/store.ts'
import { judgeGeneration } from '../../../../adapters/channels/whatsapp/generation.ts'
import { makeJournal, type JournalEntry } from '../../../../adapters/channels/whatsapp/journal.ts'
import { makeSealing } from '../../../../adapters/channels/whatsapp/sealing.ts'
import { makeSent } from '../../../../adapters/channels/whatsapp/sent.ts'
import { openSessionFile } from '../../../../adapters/channels/whatsapp/session-file.ts'
import {
  JOURNAL_TYPE,
  makeSessionStore,
  type Fence,
} from '../../../../adapters/channels/whatsapp/session-store.ts'
import type { OutboxId } from '../../../../core/base/ids.ts'
import type { Failure } from '../../../../core/base/failure.ts'

const cleanups: (() => unknown)[] = []
afterEach(() => {
  for (const clean of cleanups.splice(0).toReversed()) clean()
})

const makeFence = (): Fence & { readonly cause: () => string | undefined } => {
  let cause: Failure | undefined
  return {
    broken: () => cause !== undefined,
    break: (given) => void (cause ??= given),
    cause: () => cause?.code,
  }
}

const open = (dir = mkdtempSync(join(tmpdir(), 'amin-session-')), key: Uint8Array = randomBytes(32)) => {
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }))
  const path = join(dir, 'deep', 'main.db')
  const file = openSessionFile(path)
  cleanups.push(file.close)
  const sealing = makeSealing(key)
  const journal = makeJournal(file, sealing, 'main')
  return {
    dir,
    key,
    path,
    file,
    sealing,
    journal,
    store: makeSessionStore(file, sealing, journal),
    sent: makeSent(file, sealing),
  }
}

const entry = (id: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  id,
  kind: 'message',
  receivedAt: 1_000,
  bytes: Buffer.from(`bytes of ${id}`),
  facts: { endToEnd: true, offline: false, chat: '200@lid', fromMe: false },
  ...more,
})
const NOBODY = new Set<number>()
const idsOf = (rows: readonly { readonly bytes: Uint8Array }[]): readonly string[] =>
  rows.map(({ bytes }) => Buffer.from(bytes).toString())

test('keys of all types come back as they were set, only those that exist, also from a new opening of the file', async () => {
  const { dir, key, store, file } = open()
  const keys = store.keysFor(makeFence())
  const pair = { public: randomBytes(32), private: randomBytes(32) }
  await keys.set({
    'pre-key': { 1: pair, 2: pair },
    session: { '200_1.0': { _sessions: { a: 1 } } as never },
    'lid-mapping': { 9647: '200' },
    'app-state-sync-key': { k: proto.Message.AppStateSyncKeyData.create({ keyData: Buffer.of(1, 2) }) },
    tctoken: { t: { token: Buffer.of(3) } },
  })
  await keys.set({ 'pre-key': { 2: null } })
  file.close()
  const again = open(dir, key).store.keysFor(makeFence())
  const found = await again.get('pre-key', ['1', '2', '3'])
  expect(Object.keys(found)).toEqual(['1'])
  expect(Buffer.from(found['1']!.private).equals(pair.private)).toBe(true)
  expect(await again.get('session', ['200_1.0'])).toEqual({ '200_1.0': { _sessions: { a: 1 } } })
  expect(await again.get('lid-mapping', ['9647'])).toEqual({ 9647: '200' })
  expect(Buffer.from((await again.get('app-state-sync-key', ['k']))['k']!.keyData!)).toEqual(Buffer.of(1, 2))
  expect(Buffer.from((await again.get('tctoken', ['t']))['t']!.token)).toEqual(Buffer.of(3))
})

test('a set is all or nothing, the journal row included, and a fault breaks the fence for good', async () => {
  const { store, journal } = open()
  const fence = makeFence()
  const keys = store.keysFor(fence)
  const cycle: Record<string, unknown> = {}
  cycle['self'] = cycle
  const data = {
    session: { good: { step: 1 } },
    [JOURNAL_TYPE]: { a: entry('A') },
    'lid-mapping': { bad: cycle },
  } as unknown as SignalDataSet
  await expect((async () => keys.set(data))()).rejects.toMatchObject({ code: 'store_broken' })
  expect(fence.cause()).toBe('store_broken')
  await expect((async () => keys.get('session', ['good']))()).rejects.toMatchObject({
    code: 'store_unavailable',
  })
  expect(await store.keysFor(makeFence()).get('session', ['good'])).toEqual({})
  expect(journal.due(2_000, 10, NOBODY).rows).toEqual([])
})

test('a value moved to another place, changed, or under another key does not open', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.uint8Array(), fc.nat(), (place, other, plain, at) => {
      const sealing = makeSealing(Buffer.alloc(32, 1))
      const sealed = sealing.seal(place, plain)
      expect(Buffer.from(plain).equals(sealing.open(place, sealed))).toBe(true)
      if (other !== place) expect(() => sealing.open(other, sealed)).toThrow()
      const changed = Buffer.from(sealed)
      changed[at % changed.length]! ^= 1
      expect(() => sealing.open(place, changed)).toThrow()
      expect(() => makeSealing(Buffer.alloc(32, 2)).open(place, sealed)).toThrow()
      return true
    }),
  )
})

test('ids are blinded: the same id twice is the same, another key makes it another', () => {
  const [one, two] = [makeSealing(Buffer.alloc(32, 1)), makeSealing(Buffer.alloc(32, 2))]
  expect(Buffer.from(one.blind('9647'))).toEqual(Buffer.from(one.blind('9647')))
  expect(Buffer.from(one.blind('9647'))).not.toEqual(Buffer.from(two.blind('9647')))
})

test('the file is its owner’s alone, and one of another program is not touched', () => {
  const { path, dir } = open()
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  const foreign = join(dir, 'foreign.db')
  const other = new DatabaseSync(foreign)
  other.exec('CREATE TABLE theirs (x)')
  other.close()
  expect(() => openSessionFile(foreign)).toThrow('another program')
  writeFileSync(
    join(dir, 'text.db'),
    'this is no database, but long enough to be looked at as one '.repeat(20),
  )
  expect(() => openSessionFile(join(dir, 'text.db'))).toThrow(
    expect.objectContaining({ code: 'store_broken' }),
  )
})

test('rows leave in the order they came, those under way left out, and are gone once ticked off', () => {
  const { journal } = open()
  for (const id of ['A', 'B', 'C']) journal.add(entry(id))
  const { rows } = journal.due(1_000, 2, NOBODY)
  expect(idsOf(rows)).toEqual(['bytes of A', 'bytes of B'])
  expect(rows[0]).toMatchObject({
    account: 'main',
    kind: 'message',
    receivedAt: 1_000,
    facts: entry('A').facts,
  })
  expect(idsOf(journal.due(1_000, 10, new Set([rows[0]!.row])).rows)).toEqual(['bytes of B', 'bytes of C'])
  journal.done([rows[0]!.row, rows[1]!.row])
  expect(idsOf(journal.due(1_000, 10, NOBODY).rows)).toEqual(['bytes of C'])
  expect(journal.waiting()).toBe(1)
})

test('an unreadable one waits a minute; content takes its place; one that comes after content, or twice, is nothing new', () => {
  const { journal } = open()
  journal.add(entry('A', { kind: 'unreadable' }))
  journal.add(entry('A', { kind: 'unreadable' }))
  journal.add(entry('B', { kind: 'unreadable' }))
  expect(journal.due(60_999, 10, NOBODY).rows).toEqual([])
  expect(journal.nextDue(1_000)).toBe(61_000)
  journal.add(entry('A'))
  expect(journal.due(61_000, 10, NOBODY).rows.map(({ kind }) => kind)).toEqual(['unreadable', 'message'])
  journal.done(journal.due(61_000, 10, NOBODY).rows.map(({ row }) => row))
  journal.add(entry('A', { kind: 'unreadable' }))
  expect(journal.waiting()).toBe(0)
  // Another chat may use the same id.
  journal.add(entry('A', { kind: 'unreadable', facts: { ...entry('A').facts, chat: '300@lid' } }))
  expect(journal.waiting()).toBe(1)
})

test('a row that does not open is named and does not hold up the others', () => {
  const { journal, file } = open()
  for (const id of ['A', 'B']) journal.add(entry(id))
  file.db.exec("UPDATE journal SET sealed = x'0102' WHERE row = 1")
  const { rows, broken } = journal.due(1_000, 10, NOBODY)
  expect(idsOf(rows)).toEqual(['bytes of B'])
  expect(broken).toEqual([1])
  journal.postpone(1, 9_000)
  expect(journal.due(1_000, 10, NOBODY).broken).toEqual([])
  expect(journal.waiting()).toBe(2)
})

test('what was sent is found again, word for word, with the row it was a piece of, and the oldest goes', () => {
  const { sent, file } = open()
  const piece = (n: number) => ({ row: `row.${n}.0` as OutboxId, index: 0, last: n !== 7 })
  file.commit(() => {
    for (let n = 0; n < 2_005; n += 1) sent.keep(`id${n}`, { conversation: `text ${n}` }, piece(n))
  })
  expect(sent.pieceOf('id2004')).toEqual({ row: 'row.2004.0', last: true })
  expect(sent.pieceOf('id7')).toEqual({ row: 'row.7.0', last: false })
  expect(sent.pieceOf('id0')).toBeUndefined()
  sent.keep('id2004', { conversation: 'text 2004' })
  expect(sent.find('id2004')?.conversation).toBe('text 2004')
  expect(sent.find('id0')).toBeUndefined()
})

test('credentials and keys go with the pairing; contacts and what is in the journal stay', async () => {
  const { store, journal } = open()
  const creds = initAuthCreds()
  store.saveCreds(creds)
  const { pairing } = store.generation()
  await store.keysFor(makeFence()).set({ 'lid-mapping': { a: 'b' } })
  store.contacts.put([['200@lid', Buffer.from('contact')]])
  journal.add(entry('A'))
  store.forget()
  expect(store.loadCreds().advSecretKey).not.toBe(creds.advSecretKey)
  expect(await store.keysFor(makeFence()).get('lid-mapping', ['a'])).toEqual({})
  expect(Buffer.from(store.contacts.get('200@lid')!).toString()).toBe('contact')
  store.contacts.put([['200@lid', undefined]])
  expect(store.contacts.get('200@lid')).toBeUndefined()
  expect(journal.waiting()).toBe(1)
  expect(store.generation().pairing).not.toBe(pairing)
})

test('a generation is the newest while it moves on step by step, whoever dies in between; an older one is old, for ever', async () => {
  const { store } = open()
  const { leases } = makeMemoryStore()
  const clock = makeMemoryClock()
  const judge = (generation = store.generation()) => judgeGeneration(leases, clock, 'main', generation)
  const first = store.generation()
  expect(await judge()).toBe('newest')
  const second = store.advance()
  // The store has not heard of it yet: a death here costs nothing.
  expect(await judge(store.generation())).toBe('newest')
  expect(await judge(second)).toBe('newest')
  expect(await judge(first)).toBe('old')
  store.advance()
  expect(await judge()).toBe('newest')
  expect(await judge(second)).toBe('old')
  expect(await judge()).toBe('newest')
})
