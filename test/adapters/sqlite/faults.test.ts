import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toFailure } from '../../../adapters/sqlite/failure.ts'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { openSqliteKeys } from '../../../adapters/sqlite/keys.ts'
import { holdProcessLock } from '../../../adapters/sqlite/process-lock.ts'
import { outboxId, type CaseId } from '../../../core/base/ids.ts'
import { aCase, aCommit, anInbound, anInboxRow, at, bytesOf } from '../../contract/store-builders.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amin-faults-'))
  file = join(folder, 'amin.db')
})
afterEach(() => rm(folder, { recursive: true }))

const failure = (code: string): unknown => expect.objectContaining({ name: 'Failure', code })
const thrown = (run: () => void): unknown => {
  try {
    run()
    return undefined
  } catch (error) {
    return error
  }
}
/** All bytes of all files of the folder. */
const everything = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')

describe('what cannot be opened', () => {
  test('a folder that is not there, or is no folder, cannot be written', async () => {
    writeFileSync(join(folder, 'plain'), '')
    mkdirSync(join(folder, 'taken'))
    for (const path of ['none/amin.db', 'plain/amin.db', 'taken']) {
      await expect(openSqliteStore({ file: join(folder, path) })).rejects.toEqual(failure('data_unwritable'))
      await expect(openSqliteKeys({ file: join(folder, path) })).rejects.toEqual(failure('data_unwritable'))
    }
  })

  test('a file that is no database is broken, and stays as it was', async () => {
    const text = 'not a database, and nobody may make it one\n'.repeat(200)
    writeFileSync(file, text)
    await expect(openSqliteStore({ file })).rejects.toEqual(failure('store_broken'))
    await expect(openSqliteKeys({ file })).rejects.toEqual(failure('store_broken'))
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  test('another program’s database, a key store, and a store of a later version are broken, and stay as they were', async () => {
    const make = (name: string, sql: string): string => {
      const path = join(folder, name)
      const db = new DatabaseSync(path)
      db.exec(sql)
      db.close()
      return path
    }
    const foreign = make('foreign.db', 'CREATE TABLE mine (x)')
    const marked = make('marked.db', 'PRAGMA application_id = 77')
    const keys = join(folder, 'keys.db')
    await (await openSqliteKeys({ file: keys })).close()
    const later = join(folder, 'later.db')
    await (await openSqliteStore({ file: later })).close()
    make('later.db', 'PRAGMA user_version = 99')
    for (const path of [foreign, marked, keys, later]) {
      const before = readFileSync(path)
      await expect(openSqliteStore({ file: path })).rejects.toEqual(failure('store_broken'))
      expect(readFileSync(path).equals(before)).toBe(true)
    }
  })

  test('an empty file is a new store', async () => {
    writeFileSync(file, '')
    const store = await openSqliteStore({ file })
    await store.probe()
    await store.close()
  })
})

describe('what is on the disk', () => {
  test('every file can be read by its owner only, whatever the umask', async () => {
    const mask = process.umask(0)
    try {
      const store = await openSqliteStore({ file })
      const keys = await openSqliteKeys({ file: join(folder, 'keys.db') })
      const lock = holdProcessLock(join(folder, 'role.lock'))
      await store.ledger.commit(aCommit(aCase('a'), 1))
      const modes = readdirSync(folder).map((name) => [
        name,
        (statSync(join(folder, name)).mode & 0o777).toString(8),
      ])
      expect(modes.sort(([a = ''], [b = '']) => a.localeCompare(b))).toEqual([
        ['amin.db', '600'],
        ['amin.db-shm', '600'],
        ['amin.db-wal', '600'],
        ['keys.db', '600'],
        ['role.lock', '600'],
      ])
      await store.close()
      await keys.close()
      lock.release()
    } finally {
      process.umask(mask)
    }
  })

  test('the store is written with synchronous FULL and a write-ahead log', async () => {
    const store = await openSqliteStore({ file })
    const db = new DatabaseSync(file)
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    db.close()
    await store.close()
    expect(readFileSync(new URL('../../../adapters/sqlite/index.ts', import.meta.url), 'utf8')).toContain(
      'PRAGMA synchronous = FULL',
    )
  })

  test('ledger rows can be neither changed nor removed nor replaced', async () => {
    const store = await openSqliteStore({ file })
    await store.ledger.commit(aCommit(aCase('a'), 1))
    const db = new DatabaseSync(file)
    for (const sql of [
      "UPDATE entry SET sealed = x''",
      'DELETE FROM entry',
      'UPDATE chain SET seq = 9',
      'DELETE FROM chain',
      "INSERT OR REPLACE INTO entry SELECT no, 'other', sealed, prev, hash FROM entry",
      'INSERT OR REPLACE INTO chain SELECT case_id, seq, 99 FROM chain',
    ])
      expect(() => db.exec(sql)).toThrow(/ledger entries never/)
    db.close()
    expect(await store.ledger.read(aCase('a'))).toEqual([aCommit(aCase('a'), 1).entry])
    await store.close()
  })

  test('a ledger body that is gone shows as an unreadable entry, not as a shorter chain', async () => {
    const store = await openSqliteStore({ file })
    await store.ledger.commit(aCommit(aCase('a'), 1))
    await store.ledger.commit(aCommit(aCase('a'), 2))
    const db = new DatabaseSync(file)
    db.exec('DROP TRIGGER entry_never_goes; DELETE FROM entry WHERE no = 2')
    db.close()
    expect((await store.ledger.read(aCase('a'))).map(({ seq, hash }) => [seq, hash !== ''])).toEqual([
      [1, true],
      [2, false],
    ])
    await store.close()
  })

  test('what was handled or said is in no file any more once the store is closed', async () => {
    const store = await openSqliteStore({ file })
    await store.inbox.put([{ ...anInboxRow('in', 'x'), sealed: bytesOf('INBOX-CANARY') }])
    await store.inbox.put([{ ...anInboxRow('on', 'x'), sealed: bytesOf('WAITING-CANARY') }])
    await store.ledger.commit(
      aCommit(aCase('a'), 1, {
        outbox: [{ sealed: bytesOf('OUTBOX-CANARY') }],
        jobs: [{ sealed: bytesOf('JOB-CANARY') }],
        handles: { inbound: anInbound('in') },
      }),
    )
    await store.outbox.settle([{ id: outboxId(aCase('a'), 1, 0), status: 'sent' }], at(0))
    for (const { id } of await store.jobs.claim({ owner: 'one', now: at(0), until: at(1) }, 9))
      await store.jobs.finish(id)
    await store.close()
    expect(everything()).not.toMatch(/INBOX-CANARY|OUTBOX-CANARY|JOB-CANARY/)
    expect(everything()).toContain('WAITING-CANARY')
  })

  test('a destroyed key is in no file any more at once; a kept one is', async () => {
    const keys = await openSqliteKeys({ file: join(folder, 'keys.db') })
    await keys.keep(aCase('a'), bytesOf('KEY-TO-DESTROY'.repeat(9)))
    await keys.keep(aCase('b'), bytesOf('KEY-TO-KEEP'.repeat(9)))
    await keys.keep(aCase('c'), bytesOf('KEY-TO-REPLACE'.repeat(9)))
    expect(everything()).toContain('KEY-TO-DESTROY')
    await keys.destroy(aCase('a'))
    await keys.replace(aCase('c'), bytesOf('ANOTHER'))
    expect(everything()).not.toMatch(/KEY-TO-DESTROY|KEY-TO-REPLACE/)
    expect(everything()).toContain('KEY-TO-KEEP')
    expect(readdirSync(folder)).toEqual(['keys.db'])
    await keys.close()
  })
})

describe('what SQLite throws', () => {
  test('becomes one of our failures, and no text of SQLite or of a value is told', () => {
    const db = new DatabaseSync(file)
    db.exec('PRAGMA page_size = 512; PRAGMA max_page_count = 4; CREATE TABLE t (x UNIQUE)')
    const error = thrown(() => db.prepare('INSERT INTO t VALUES (?)').run('canary'.repeat(9000)))
    expect(toFailure(error)).toEqual(failure('disk_full'))
    expect(toFailure(error).message).not.toContain('canary')
    db.exec("INSERT INTO t VALUES ('canary')")
    const clash = toFailure(thrown(() => db.exec("INSERT INTO t VALUES ('canary')")))
    expect(clash).toEqual(failure('store_broken'))
    expect(clash.message).toBe('the store cannot be read: sqlite 2067')
    db.close()
    expect(toFailure(thrown(() => db.exec('SELECT 1')))).toEqual(failure('store_unavailable'))
  })

  test.each([
    [5, 'store_busy'],
    [8, 'data_unwritable'],
    [778, 'disk_full'],
    [4874, 'disk_full'],
    [266, 'store_unavailable'],
    [14, 'data_unwritable'],
    [11, 'store_broken'],
    [26, 'store_broken'],
  ])('result code %i is %s', (errcode, code) => {
    expect(toFailure(Object.assign(new Error('text'), { errcode }))).toEqual(failure(code))
  })
})

/** A small file system of its own, where this user may make one. */
const mount = (options: string): string | undefined => {
  const place = join(folder, 'small')
  mkdirSync(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' })
    return place
  } catch {
    return undefined
  }
}
const unmount = (place: string): void => void execFileSync('umount', [place])
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/bin/mount')

describe.skipIf(!mayMount)('on a small disk (needs root, for a mount)', () => {
  test('a full disk says so, loses nothing that was acknowledged, and goes on when there is room again', async (context) => {
    const place = mount('size=3m')
    if (place === undefined) return context.skip('this machine lets nobody mount')
    try {
      writeFileSync(join(place, 'ballast'), new Uint8Array(1_000_000))
      const store = await openSqliteStore({ file: join(place, 'amin.db') })
      const keys = await openSqliteKeys({ file: join(place, 'keys.db') })
      const kept: CaseId[] = []
      const commit = (i: number): ReturnType<typeof store.ledger.commit> => {
        const commit = aCommit(aCase(`f${i}x`), 1, { outbox: [{}], jobs: [{}] })
        return store.ledger.commit({ ...commit, entry: { ...commit.entry, sealed: new Uint8Array(20_000) } })
      }
      const fill = async (i: number): Promise<{ readonly i: number; readonly full: unknown }> => {
        try {
          await commit(i)
        } catch (full) {
          return { i, full }
        }
        kept.push(aCase(`f${i}x`))
        return fill(i + 1)
      }
      const { i, full } = await fill(0)
      expect(full).toEqual(failure('disk_full'))
      expect(kept.length).toBeGreaterThan(3)
      writeFileSync(join(place, 'rest'), new Uint8Array(0))
      for (const step of [4096, 512]) {
        try {
          for (;;) writeFileSync(join(place, 'rest'), new Uint8Array(step), { flag: 'a' })
        } catch {
          // full to the last page
        }
      }
      await expect(keys.keep(aCase('a'), new Uint8Array(60_000))).rejects.toEqual(failure('disk_full'))
      expect(await store.ledger.read(kept[0]!)).toHaveLength(1)
      rmSync(join(place, 'ballast'))
      expect(await commit(i)).toBe('done')
      expect(await keys.keep(aCase('a'), bytesOf('key'))).toEqual(bytesOf('key'))
      await store.close()
      await keys.close()
      const again = await openSqliteStore({ file: join(place, 'amin.db') })
      for (const caseId of [...kept, aCase(`f${i}x`)])
        expect(await again.outbox.ofCase(caseId)).toHaveLength(1)
      await again.close()
    } finally {
      unmount(place)
    }
  })

  test('a disk that became read-only cannot be written', async (context) => {
    const place = mount('size=3m')
    if (place === undefined) return context.skip('this machine lets nobody mount')
    try {
      await (await openSqliteStore({ file: join(place, 'amin.db') })).close()
      copyFileSync(join(place, 'amin.db'), join(folder, 'copy.db'))
      execFileSync('mount', ['-o', 'remount,ro', place])
      await expect(openSqliteStore({ file: join(place, 'amin.db') })).rejects.toEqual(
        failure('data_unwritable'),
      )
      await expect(openSqliteStore({ file: join(place, 'new.db') })).rejects.toEqual(
        failure('data_unwritable'),
      )
      expect(thrown(() => holdProcessLock(join(place, 'role.lock')))).toEqual(failure('data_unwritable'))
    } finally {
      unmount(place)
    }
  })
})
