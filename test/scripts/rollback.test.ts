import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeMemoryLog } from '../../adapters/memory/log.ts'
import { openMongo } from '../../adapters/mongo/connection.ts'
import { startApp } from '../../bots/compose.ts'
import { readConfig, type Config } from '../../bots/config.ts'
import { openFoundation } from '../../bots/foundation.ts'
import { openTeam } from '../../bots/team.ts'
import { openAuth } from '../../adapters/console/server/identity/auth.ts'
import { makeDeeds } from '../../adapters/console/server/administration/deeds.ts'
import { runCommand } from '../build/command.ts'
import { fillStore, type Filled } from '../build/filled.ts'
import { useMongo } from '../build/mongo-server.ts'
import { makeDataDir } from '../journey/amin-process.ts'

vi.setConfig({ testTimeout: 240_000 })

const server = useMongo()

let root: string
let config: Config
let cases: Filled
const at = (...names: string[]): string => join(root, ...names)

/** The keys that sign and open lie apart from the store, as the guide says. */
const configOf = (name: string, store?: string): Config =>
  readConfig({
    AMIN_DATA: at(name),
    AMIN_ROLES: 'worker',
    AMIN_MASTER_KEY_FILE: at('safe', 'master.key'),
    AMIN_CHECKPOINT_KEY_FILE: at('safe', 'checkpoint.key'),
    ...(store === undefined ? {} : { AMIN_STORE: store }),
  }) as Config

const begin = async (people: number, store?: string): Promise<void> => {
  const data = makeDataDir()
  onTestFinished(data.remove)
  root = data.dir
  mkdirSync(at('safe'))
  config = configOf('data', store)
  cases = await fillStore(config, people, [1_000])
}

const run = async (command: string, ...args: readonly string[]) => {
  const { code, said, printed } = await runCommand(config, command, args)
  return { code, said: said.join('\n'), printed }
}
const faults = async (): Promise<readonly string[]> => (await run('verify', '--store')).printed
const doctor = async (): Promise<string> => (await run('doctor')).printed.join('\n')

/**
 * What nothing in the store may do is done to the file, as somebody would who has the disk; its
 * guards stand as before.
 */
const tamper = (...statements: readonly string[]): void => {
  const db = new DatabaseSync(at('data', 'amin.db'))
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`)
  for (const sql of statements) db.exec(sql)
  for (const { sql } of guards) db.exec(String(sql))
  db.close()
}

const starts = async (): Promise<readonly string[]> => {
  const log = makeMemoryLog()
  const app = await startApp(config, { official: {} }, log)
  await app.stop()
  return log.lines.map(({ message }) => message)
}

const opens = async ({ code }: Filled[number]): Promise<'erased' | 'open' | 'unknown'> => {
  const foundation = await openFoundation(config, makeMemoryLog())
  try {
    const book = await foundation.desk.open(code)
    return book === undefined ? 'unknown' : book === 'erased' ? 'erased' : 'open'
  } finally {
    await foundation.close()
  }
}

/** Each checkpoint as a fault names it: which, of when, over how much. */
const listed = async (): Promise<readonly string[]> =>
  (await run('checkpoint list')).printed.map((line) => {
    const { no, at, size } = JSON.parse(line) as { no: number; at: string; size: number }
    return `checkpoint ${no}, of ${at.slice(0, 16).replace('T', ' ')} UTC over ${size} leaves`
  })

const MISSING = expect.stringMatching(/^store behind \(checkpoints_missing\)/)

describe('in SQLite', () => {
  beforeEach(() => begin(3))

  test('a store that nobody touched holds', async () => {
    await run('checkpoint now')
    await run('erase', cases[0]!.code, '--reason', 'r')
    await run('checkpoint now')
    expect(await faults()).toEqual([])
    expect(await doctor()).toMatch(/^ok {4}witness: checkpoint 2 and 1 erasures$/m)
  })

  test('the newest checkpoints removed are named with their days and sizes, and at start and by doctor as well', async () => {
    for (const { code } of cases) {
      await run('hold', code, '--reason', 'letter 9')
      await run('checkpoint now')
    }
    const [first, second, third] = await listed()
    tamper('DELETE FROM checkpoint WHERE no = 2')
    expect(await faults()).toEqual([
      `store behind (checkpoints_missing): checkpoint 2 is not here; the newest that was made is ${third}; here the newest is ${second}: the store was put back from an older copy, or they were removed`,
    ])
    tamper('DELETE FROM checkpoint WHERE no = 1')
    expect(await faults()).toEqual([
      `store behind (checkpoints_missing): checkpoints 1 to 2 are not here; the newest that was made is ${third}; here the newest is ${first}: the store was put back from an older copy, or they were removed`,
    ])
    expect(await starts()).toContain(
      'the store is behind what was signed before: see amin doctor and amin verify --store',
    )
    expect(await doctor()).toMatch(
      /^FAULT witness: the store is not as far as it was: store behind \(checkpoints_missing\)/m,
    )
  })

  test('all checkpoints and leaves removed are named, also after new ones were signed', async () => {
    await run('checkpoint now')
    await run('checkpoint now')
    const newest = (await listed()).at(-1)
    const [, size] = / over (\d+) /.exec(newest ?? '') ?? []
    tamper('DELETE FROM checkpoint', 'DELETE FROM leaf')
    expect(await faults()).toEqual([
      `store behind (checkpoints_missing): no checkpoint is here any more; the newest that was made is ${newest}: the store was put back from an older copy, or they were removed`,
      `store behind (leaves_missing): leaves 0 to ${Number(size) - 1} are not here; they were signed for by ${newest}`,
    ])
    for (let n = 0; n < 3; n += 1) await run('checkpoint now')
    // The same leaves give the same roots: what differs is which of the two has been made.
    expect((await run('checkpoint list')).printed).toHaveLength(3)
  })

  test('a store put back without what was signed since stays behind until the operator says that it was on purpose', async () => {
    await run('checkpoint now')
    cpSync(at('data'), at('older'), { recursive: true })
    await run('hold', cases[0]!.code, '--reason', 'letter 9')
    await run('checkpoint now')
    rmSync(at('data'), { recursive: true })
    cpSync(at('older'), at('data'), { recursive: true })
    expect(await faults()).toEqual([MISSING, expect.stringMatching(/leaves_missing/)])
    await run('hold', cases[1]!.code, '--reason', 'another letter')
    await run('checkpoint now')
    expect(await faults()).toEqual([expect.stringMatching(/^store behind \(checkpoint_differs\)/)])
    expect((await run('checkpoint accept')).code).toBe(0)
    expect(await faults()).toEqual([])
  })

  test('a mark that was changed by hand is named, and not believed', async () => {
    await run('checkpoint now')
    const file = at('safe', 'checkpoint.highest')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"no":0', '"no":9'))
    expect(await faults()).toEqual([expect.stringMatching(/^store behind \(mark_unreadable\)/)])
  })

  test('an older store with its own older keys brings no erased case back', async () => {
    cpSync(at('data'), at('older'), { recursive: true })
    await run('erase', cases[0]!.code, '--reason', 'r')
    rmSync(at('data'), { recursive: true })
    cpSync(at('older'), at('data'), { recursive: true })
    expect(await faults()).toContainEqual(`case ${cases[0]!.caseId}: was erased, and is there again`)
    expect(await starts()).toContain(
      'older copies of store and keys had brought erased cases back; they were erased again by the list of erasures',
    )
    expect(await opens(cases[0]!)).toBe('erased')
    expect(await opens(cases[1]!)).toBe('open')
    await run('checkpoint now')
    await run('checkpoint accept')
    expect(await faults()).toEqual([])
  })

  test('the list of erasures of either backup place is enough, however old the store and keys beside it are', async () => {
    const backup = () => run('backup', '--to', at('copy'), '--keys-to', at('keys'))
    await backup()
    cpSync(at('copy'), at('copy-of-monday'), { recursive: true })
    cpSync(at('keys'), at('keys-of-monday'), { recursive: true })
    await run('erase', cases[0]!.code, '--reason', 'r')
    await backup()
    for (const place of ['copy', 'keys']) {
      rmSync(at('data'), { recursive: true, force: true })
      cpSync(at('copy-of-monday'), at('data'), { recursive: true })
      cpSync(at('keys-of-monday', 'keys.db'), at('data', 'keys.db'))
      rmSync(at('safe', 'erasures.list'), { force: true })
      cpSync(at(place, 'erasures.list'), at('data', 'erasures.list'))
      await starts()
      expect(await opens(cases[0]!), place).toBe('erased')
    }
    // What a place knows is never lost to a folder that knows less.
    for (const file of [at('data', 'erasures.list'), at('safe', 'erasures.list')])
      rmSync(file, { force: true })
    await backup()
    expect(readFileSync(at('data', 'erasures.list'), 'utf8')).toContain(cases[0]!.caseId)
  })

  test('a line that nobody here signed erases nothing', async () => {
    const line = JSON.stringify({ at: 1, caseId: cases[1]!.caseId, hash: '0'.repeat(64), seq: 9 })
    writeFileSync(at('data', 'erasures.list'), `${line}\t${Buffer.alloc(64).toString('base64')}\n`)
    await starts()
    expect(await opens(cases[1]!)).toBe('open')
  })

  test('deleted timers of a case that waits, and of any case, are named', async () => {
    tamper("DELETE FROM job WHERE kind IN ('page', 'expire')")
    const waiting = await (async () => {
      const db = new DatabaseSync(at('data', 'amin.db'))
      const rows = db.prepare("SELECT case_id AS caseId FROM case_row WHERE status = 'waiting'").all()
      db.close()
      return rows.map(({ caseId }) => `case ${String(caseId)} timer page: missing`)
    })()
    const ends = cases.map(({ caseId }) => `case ${caseId} timer expire: missing`)
    expect((await faults()).toSorted()).toEqual([...ends, ...waiting].sort())
  })

  test('a deleted outbox row is named', async () => {
    const db = new DatabaseSync(at('data', 'amin.db'))
    const { seq } = db
      .prepare('SELECT max(seq) AS seq FROM outbox WHERE case_id = ?')
      .get(cases[0]!.caseId) as { seq: number }
    db.close()
    tamper(`DELETE FROM outbox WHERE case_id = '${cases[0]!.caseId}' AND seq = ${seq}`)
    expect(await faults()).toContainEqual(
      expect.stringMatching(new RegExp(`^case ${cases[0]!.caseId} entry ${seq} outbox row \\d+: missing$`)),
    )
  })

  test('a guard of the ledger that was dropped, or one that is not ours, is named', async () => {
    const db = new DatabaseSync(at('data', 'amin.db'))
    db.exec(
      'DROP TRIGGER entry_never_changes; CREATE TRIGGER mine AFTER INSERT ON chain BEGIN DELETE FROM outbox; END',
    )
    db.close()
    expect(await faults()).toEqual([
      'schema trigger entry_never_changes: missing',
      'schema trigger mine: strange',
    ])
  })

  test("the administrators' log re-hashed, or shortened, is named by the checkpoints that cover it", async () => {
    const foundation = await openFoundation(config, makeMemoryLog())
    const team = await openTeam(config, foundation)
    const auth = await openAuth(team.parts)
    const deeds = makeDeeds((await auth.$context).adapter, foundation.ports)
    for (const subject of ['a', 'b', 'c'])
      await deeds.append({ by: 'setup', kind: 'member_invited', subject })
    team.close()
    await foundation.close()
    await run('checkpoint now')
    expect(await faults()).toEqual([])
    const people = (work: (db: DatabaseSync) => void): void => {
      const db = new DatabaseSync(at('data', 'agents.db'))
      work(db)
      db.close()
    }
    cpSync(at('data', 'agents.db'), at('kept.db'))
    people((db) => db.exec('DELETE FROM deed WHERE no = 3'))
    expect(await faults()).toEqual(["administrators' log line 3: missing"])
    people((db) => db.exec('DELETE FROM deed'))
    // Written anew from its first line, as the program itself would.
    const again = await openFoundation(config, makeMemoryLog())
    const others = await openTeam(config, again)
    const made = makeDeeds((await (await openAuth(others.parts)).$context).adapter, again.ports)
    for (const subject of ['x', 'y', 'z'])
      await made.append({ by: 'setup', kind: 'settings_changed', subject })
    others.close()
    await again.close()
    expect(await faults()).toEqual(["administrators' log line 3: differs"])
  })
})

describe('on a MongoDB server', () => {
  test('removed checkpoints are named, and an older store with its own older keys brings no erased case back', async () => {
    const uri = (await server()).uri()
    await begin(2, uri)
    await run('checkpoint now')
    await run('checkpoint now')
    expect(await faults()).toEqual([])
    const mongo = await openMongo({ uri, log: makeMemoryLog() })
    onTestFinished(() => mongo.close())
    const [store, keys] = [
      mongo.connection.useDb(mongo.connection.name),
      mongo.connection.useDb(`${mongo.connection.name}_keys`),
    ]
    const collections = [store, keys].flatMap((db) =>
      ['entry', 'case', 'spread', 'key', 'destroyed'].map((name) => db.collection(name)),
    )
    const before = await Promise.all(collections.map((each) => each.find({}).toArray()))
    await run('erase', cases[0]!.code, '--reason', 'r')
    for (const [i, each] of collections.entries()) {
      await each.deleteMany({})
      const rows = before[i] ?? []
      if (rows.length > 0) await each.insertMany(rows)
    }
    expect(await faults()).toContainEqual(`case ${cases[0]!.caseId}: was erased, and is there again`)
    await starts()
    expect(await opens(cases[0]!)).toBe('erased')
    expect(await opens(cases[1]!)).toBe('open')
    await store.collection('checkpoint').deleteMany({})
    expect(await faults()).toContainEqual(MISSING)
    expect(existsSync(at('safe', 'checkpoint.highest'))).toBe(true)
  })
})
