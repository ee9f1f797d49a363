import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSealer } from '../../adapters/crypto/sealer.ts'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation, type Foundation } from '../../bots/foundation.ts'
import { verifyDeep } from '../../core/custody/verify-objects.ts'
import { verifyStore } from '../../core/custody/verify-case.ts'
import { describeFault } from '../../core/custody/store-fault.ts'
import { agent } from '../build/stage.ts'
import { fillStore, openHands } from '../build/filled.ts'
import { runs } from '../property/runs.ts'
import { makeDataDir } from './amin-process.ts'

/**
 * Damage of every kind to a small store, one at a time, put back each time: each must be named by
 * `amin verify --store`. Left out, for they change nothing that anybody is shown: free pages and
 * slack in the file (the damage is done to values, by SQL), and indexes (`integrity_check` finds
 * those). Left out, for nothing says what they were: of an erased case's row the code, the
 * severity, the team, the language, the channel, the last activity and the number of files. Left
 * out, for they hang on today's settings or are made of what is checked, and `views rebuild` makes
 * them again: when a reply is due, the order of the queue, and the table that marks are looked up
 * in.
 */
const KINDS = {
  flip: runs(60).numRuns,
  cut: runs(20).numRuns,
  swap: runs(20).numRuns,
  delete: runs(15).numRuns,
  reorder: runs(10).numRuns,
  vault: runs(40).numRuns,
  view: runs(35).numRuns,
  key: runs(5).numRuns,
} as const
const TOTAL = Object.values(KINDS).reduce((sum, count) => sum + count, 0)

/** mulberry32. */
const makeDice = (seed: number): ((below: number) => number) => {
  let a = seed
  return (below) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const data = makeDataDir()
const config = readConfig({ AMIN_DATA: data.dir }) as Config
let foundation: Foundation
let store: DatabaseSync
let keys: DatabaseSync

const openRaw = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: false })
  db.exec('PRAGMA synchronous = OFF')
  for (const { name } of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
    db.exec(`DROP TRIGGER ${String(name)}`)
  return db
}

/**
 * A draft, one that was told much, one on hold, one that an agent has, one that is closed, and one
 * that is erased.
 */
beforeAll(async () => {
  const cases = await fillStore(config, 5, [1, 400])
  foundation = await openFoundation(config, makeMemoryLog())
  const { desk } = foundation
  const noor = agent('Noor')
  const [erased, held, taken, closed] = cases.map(({ code }) => code)
  await desk.erase(erased!, 'test', 'r')
  await desk.hold(held!, noor, 'letter 9')
  await desk.claim(taken!, noor)
  await desk.claim(closed!, noor)
  await desk.close(closed!, noor, 'resolved')
  const hands = openHands(foundation)
  await hands.says('draft', 'hello')
  store = openRaw(join(config.dataDir, 'amin.db'))
  keys = openRaw(join(config.dataDir, 'keys.db'))
})

afterAll(async () => {
  store.close()
  keys.close()
  await foundation.close()
  data.remove()
})

const faultsNow = async (plain = false): Promise<string[]> => {
  const { ports, casebook } = foundation
  const faults: string[] = []
  // As the command has it, in a process of its own: nothing of a key is remembered from before.
  const sealer = makeSealer(foundation.secrets, foundation.keys)
  const deep = verifyDeep({ ...ports, sealer, keys: foundation.keys, viewRow: casebook.viewRow }, plain)
  // The guards are taken away for the damage (test/scripts/rollback.test.ts has them named), and
  // are no part of it.
  for await (const fault of verifyStore({ ...ports, keys: foundation.keys }, undefined, { deep }))
    if (fault.what !== 'schema') faults.push(describeFault(fault))
  return faults
}

type Row = Record<string, SQLInputValue>

/** Changes a table's rows and gives back how to put them as they were; nothing where nothing changed. */
const damage = (
  db: DatabaseSync,
  table: string,
  change: (rows: Row[]) => Row[] | undefined,
): (() => void) | undefined => {
  const before = db.prepare(`SELECT * FROM ${table}`).all() as Row[]
  const after = change(before.map((row) => ({ ...row })))
  if (after === undefined) return undefined
  const columns = Object.keys(before[0] ?? {})
  const insert = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const write = (rows: readonly Row[]): void => {
    db.exec('BEGIN IMMEDIATE')
    db.exec(`DELETE FROM ${table}`)
    for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null))
    db.exec('COMMIT')
  }
  try {
    write(after)
  } catch (error) {
    // Two rows of one key: the engine itself refuses such damage.
    db.exec('ROLLBACK')
    if (error instanceof Error && /UNIQUE|constraint/i.test(error.message)) return undefined
    throw error
  }
  return () => write(before)
}

/** What was done last, for a failure to tell. */
let last = ''
/** Other damage in each run; the seed is told with what a failure tells. */
const seed = runs(1).seed ?? Date.now() % 1_000_000
const dice = makeDice(seed)
const pick = <T>(list: readonly T[]): T => list[dice(list.length)]!

const flipBytes = (bytes: Uint8Array): Uint8Array => {
  const changed = Uint8Array.from(bytes)
  const at = dice(changed.length)
  changed[at] = changed[at]! ^ (1 << dice(8))
  return changed
}
/** A bit of the text as it is stored. One that makes it no UTF-8 is shown as the engine would show it. */
const flipText = (text: string): string => Buffer.from(flipBytes(Buffer.from(text))).toString('utf8')
const flip = (value: SQLInputValue): SQLInputValue | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : flipText(value)
  if (typeof value === 'number') return value ^ (1 << dice(20))
  return value instanceof Uint8Array && value.length > 0 ? flipBytes(value) : undefined
}

const flipIn =
  (columns: readonly string[], skip: (row: Row) => boolean = () => false) =>
  (rows: Row[]): Row[] | undefined => {
    const row = pick(rows)
    if (skip(row)) return undefined
    const column = pick(columns)
    const value = flip(row[column] ?? null)
    last = column
    if (value === undefined || value === row[column]) return undefined
    row[column] = value
    return rows
  }

const cutIn =
  (columns: readonly string[]) =>
  (rows: Row[]): Row[] | undefined => {
    const row = pick(rows)
    const column = pick(columns)
    const value = row[column]
    if (typeof value === 'string' && value.length > 0) row[column] = value.slice(0, dice(value.length))
    else if (value instanceof Uint8Array && value.length > 0) row[column] = value.slice(0, dice(value.length))
    else return undefined
    return rows
  }

const same = (a: SQLInputValue | undefined, b: SQLInputValue | undefined): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b

const swapIn =
  (columns: readonly string[]) =>
  (rows: Row[]): Row[] | undefined => {
    const [a, b] = [pick(rows), pick(rows)]
    if (columns.every((column) => same(a[column], b[column]))) return undefined
    for (const column of columns) [a[column], b[column]] = [b[column]!, a[column]!]
    return rows
  }

const deleting = (rows: Row[]): Row[] => {
  const gone = dice(rows.length)
  return rows.filter((_, i) => i !== gone)
}

const LEDGER = ['header', 'sealed', 'prev', 'hash'] as const
/** Of rows that say more than a tombstone leaves to be known. */
const VIEW = [
  'code',
  'status',
  'severity',
  'team',
  'language',
  'channel',
  'opened_at',
  'last_at',
  'unread',
  'evidence',
  'sealed',
  'hash',
  'seq',
  'copies',
  'marks',
  'assignee',
  'waiting_since',
  'case_id',
] as const

const objectFiles = (): string[] =>
  readdirSync(join(config.dataDir, 'vault', 'objects'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(config.dataDir, 'vault', 'objects', name))
    .filter((path) => statSync(path).isFile())
    .sort()

const damageVault = (): (() => void) | undefined => {
  const files = objectFiles()
  const path = pick(files)
  const whole = readFileSync(path)
  const putBack = (): void => writeFileSync(path, whole)
  switch (dice(5)) {
    case 0:
      rmSync(path)
      return putBack
    case 1:
      writeFileSync(path, whole.subarray(0, dice(whole.length)))
      return putBack
    case 2: {
      const other = pick(files)
      if (other === path || readFileSync(other).equals(whole)) return undefined
      const swap = (): void => {
        renameSync(path, `${path}.x`)
        renameSync(other, path)
        renameSync(`${path}.x`, other)
      }
      swap()
      return swap
    }
    case 3:
      writeFileSync(path, Buffer.concat([whole, Buffer.from([dice(256)])]))
      return putBack
    default:
      writeFileSync(path, flipBytes(whole))
      return putBack
  }
}

const DAMAGE: Readonly<Record<keyof typeof KINDS, () => (() => void) | undefined>> = {
  flip: () =>
    dice(5) === 0
      ? damage(store, 'chain', flipIn(['case_id', 'seq', 'entry_no']))
      : damage(store, 'entry', flipIn(LEDGER)),
  cut: () => damage(store, 'entry', cutIn(LEDGER)),
  swap: () =>
    dice(2) === 0 ? damage(store, 'entry', swapIn([pick(LEDGER)])) : damage(store, 'entry', swapIn(LEDGER)),
  delete: () => damage(store, pick(['entry', 'chain', 'case_row']), deleting),
  reorder: () => damage(store, 'chain', swapIn(['entry_no'])),
  vault: damageVault,
  view: () =>
    damage(
      store,
      'case_row',
      flipIn(VIEW, (row) => row['status'] === 'erased'),
    ),
  key: () => damage(keys, 'key', dice(2) === 0 ? flipIn(['wrapped']) : swapIn(['wrapped'])),
}

describe('a store that nobody touched', () => {
  test('is never said to be damaged', async () => {
    for (let n = 0; n < 20; n += 1) expect(await faultsNow(true)).toEqual([])
  })
})

describe('damage', () => {
  test(`of ${Object.keys(KINDS).length} kinds is named, all ${TOTAL} times, and nothing is left of it when it is put back`, async () => {
    const unnamed: string[] = []
    const counts: Record<string, number> = {}
    for (const [kind, count] of Object.entries(KINDS) as [keyof typeof KINDS, number][]) {
      for (let done = 0, tries = 0; done < count && tries < count * 20; tries += 1) {
        const putBack = DAMAGE[kind]()
        if (putBack === undefined) continue
        done += 1
        counts[kind] = done
        if ((await faultsNow()).length === 0) unnamed.push(`${kind} ${done} ${last}`)
        putBack()
      }
    }
    process.stdout.write(
      `${JSON.stringify({ test: 'store-fuzz', seed, ...counts, unnamed: unnamed.length })}\n`,
    )
    expect(unnamed).toEqual([])
    expect(counts).toEqual(KINDS)
    expect(await faultsNow(true)).toEqual([])
  }, 600_000)
})
