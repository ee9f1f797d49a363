import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../../../adapters/sqlite/index.ts'
import { aCase, aCaseRow, at } from '../../contract/store-builders.ts'

/** 'Amin' */
const APPLICATION = 0x416d696e
const FIRST = readFileSync(
  new URL('../../../adapters/sqlite/migrations/store-001.sql', import.meta.url),
  'utf8',
)

test('a store of the first version is brought up to date: its rows stay and are counted, without copies and without a time they are due', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amin-upgrade-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'amin.db')
  const old = new DatabaseSync(file)
  old.exec(`${FIRST}; PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = 1`)
  const row = { ...aCaseRow(aCase('A'), 3, { status: 'waiting', waitingSince: at(1) }), marks: [] }
  old
    .prepare(
      `INSERT INTO case_row (case_id, code, seq, hash, status, severity, team, language, channel, opened_at, waiting_since, last_at, unread, evidence,
        idle, place, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
    )
    .run(
      row.caseId,
      row.code,
      row.seq,
      row.hash,
      row.status,
      row.severity,
      row.team,
      row.language,
      row.channel,
      row.openedAt,
      at(1),
      row.lastAt,
      row.unread,
      row.evidence,
      at(1),
      row.sealed,
    )
  old.close()

  const store = await openSqliteStore({ file })
  expect(await store.views.byId(row.caseId)).toEqual(row)
  expect((await store.views.list({ team: 'first' }, { limit: 9 })).rows).toEqual([row])
  expect(await store.views.openCounts({})).toEqual({ bot: 0, waiting: 1, agent: 0 })
  expect(await store.views.counts()).toEqual({ bot: 0, waiting: 1, agent: 0, closed: 0, erased: 0 })
  const newer = { ...row, seq: 4, copies: ['second'], dueAt: at(9) }
  await store.views.put(newer)
  await store.close()
  const again = await openSqliteStore({ file })
  expect((await again.views.list({ team: 'second' }, { limit: 9 })).rows).toEqual([newer])
  await again.close()
})
